package namespace

import (
	"testing"

	"github.com/dop251/goja"
)

func TestNamespace(t *testing.T) {
	vm := goja.New()
	freeze, _ := goja.AssertFunction(vm.Get("Object").(*goja.Object).Get("preventExtensions"))
	values := map[string]goja.Value{"b": vm.ToValue(1), "a": vm.ToValue("x")}
	reads := 0
	ns := New(vm, freeze, []string{"b", "a"}, func(name string) goja.Value {
		reads++
		return values[name]
	})
	if err := vm.Set("ns", ns.Object); err != nil {
		t.Fatal(err)
	}
	if err := vm.Set("other", vm.NewProxy(vm.NewObject(), &goja.ProxyTrapConfig{})); err != nil {
		t.Fatal(err)
	}
	check := func() {
		t.Helper()
		for src, want := range map[string]string{
			"Reflect.ownKeys(ns).map(String).join()": "a,b,Symbol(Symbol.toStringTag)",
			"ns.a + ns.b":                            "x1",
			"JSON.stringify(Object.getOwnPropertyDescriptor(ns, 'a'))":      `{"value":"x","writable":true,"enumerable":true,"configurable":false}`,
			"Reflect.set(ns, 'a', 1) || Reflect.deleteProperty(ns, 'a')":    "false",
			"Reflect.defineProperty(ns, 'a', {value: 'x'})":                 "true",
			"Reflect.defineProperty(ns, 'a', {value: 'y'})":                 "false",
			"Reflect.defineProperty(ns, 'c', {value: 'y'})":                 "false",
			"Reflect.defineProperty(ns, 'a', {get() {}})":                   "false",
			"Object.isExtensible(ns) || Object.getPrototypeOf(ns) !== null": "false",
			"String('a' in ns) + ('c' in ns) + ns.c":                        "truefalseundefined",
			"'use strict'; try { ns.a = 1 } catch (e) { e.name }":           "TypeError",
		} {
			v, err := vm.RunString(src)
			if err != nil || v.String() != want {
				t.Errorf("%s = %v, %v; want %s", src, v, err, want)
			}
		}
	}
	check()
	ns.Settle()
	check()
	reads = 0
	if v, err := vm.RunString("ns.a"); err != nil || v.String() != "x" || reads != 0 || !ns.Settled() {
		t.Errorf("a settled namespace reads: %v, %v, %d times", v, err, reads)
	}
	ns.Update("a", vm.ToValue("new"))
	if v, _ := vm.RunString("ns.a"); v.String() != "new" {
		t.Errorf("after an update: %v", v)
	}
	for src, want := range map[string]bool{
		"ns": true, "({})": false, "other": false, "new Proxy({}, { get() { throw 1 } })": false, "new Proxy(ns, {})": false, "1": false,
	} {
		v, err := vm.RunString(src)
		if err != nil || (Of(v) != nil) != want {
			t.Errorf("Of(%s): %v", src, err)
		}
	}
}
