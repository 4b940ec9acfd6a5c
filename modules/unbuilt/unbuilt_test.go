package unbuilt

import (
	"strings"
	"testing"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
)

// TestEveryExport makes every module and calls everything that can be called.
func TestEveryExport(t *testing.T) {
	for _, name := range Names() {
		t.Run(name, func(t *testing.T) {
			e := engine.New()
			exports := New(e.VM, name).(*goja.Object)
			if len(exports.Keys()) == 0 {
				t.Fatal("no exports")
			}
			must(e.VM.Set("exports", exports))
			v, err := e.VM.RunString(`(function () {
				const wrong = [];
				let called = 0;
				for (const [name, value] of Object.entries(exports)) {
					if (typeof value !== 'function') continue;
					called++;
					for (const call of [() => value(), () => value.prototype && new value(), () => { class X extends value {} ; new X(); }]) {
						if (call.toString().includes('new') && !value.prototype) continue;
						try { call(); wrong.push(name); } catch (e) {
							if (e.code !== 'ERR_METHOD_NOT_IMPLEMENTED' || !e.message.includes(name)) wrong.push(name + ': ' + e);
						}
					}
				}
				return wrong.join('\n');
			})()`)
			if err != nil {
				t.Fatal(err)
			}
			if wrong := v.String(); wrong != "" {
				t.Error(wrong)
			}
		})
	}
}

func TestValues(t *testing.T) {
	e := engine.New()
	for name, want := range map[string]string{
		"http.STATUS_CODES[404]":              "Not Found",
		"http.METHODS.includes('GET')":        "true",
		"worker_threads.isMainThread":         "true",
		"zlib.constants.Z_BEST_SPEED":         "1",
		"typeof http.Agent.prototype.destroy": "function",
	} {
		module, _, _ := strings.Cut(strings.TrimPrefix(name, "typeof "), ".")
		must(e.VM.Set(module, New(e.VM, module)))
		v, err := e.VM.RunString(name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if v.String() != want {
			t.Errorf("%s = %s, want %s", name, v, want)
		}
	}
}
