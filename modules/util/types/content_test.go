package types_test

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/util/types"
)

func TestEntries(t *testing.T) {
	for _, tt := range []struct{ source, want string }{
		{"new Map()", ""},
		{"new Map([['a', 1], ['b', 2]])", "a=1 b=2"},
		{"var m = new Map([['a', 1], ['b', 2], ['c', 3]]); m.delete('b'); m.set('a', 4); m", "a=4 c=3"},
		{"new Set()", ""},
		{"new Set([1, '1', 2])", "1 1 2"},
		{"new Map([[undefined, undefined]])", "undefined=undefined"},
	} {
		obj := run(t, tt.source).(*goja.Object)
		entries := types.Entries(obj)
		if got := text(entries); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.source, got, tt.want)
		}
		if size := types.Size(obj); size != len(entries) {
			t.Errorf("%s: size %d of %d", tt.source, size, len(entries))
		}
	}
}

// TestRemaining compares with what the iterator then gives.
func TestRemaining(t *testing.T) {
	for _, tt := range []struct {
		source, want string
		kind         types.Iteration
	}{
		{"var i = new Map([['a', 1], ['b', 2]]).entries(); i", "a=1 b=2", types.KeysAndValues},
		{"var i = new Map([['a', 1], ['b', 2]]).keys(); i", "a=1 b=2", types.Keys},
		{"var i = new Map([['a', 1], ['b', 2]]).values(); i.next(); i", "b=2", types.Values},
		{"var i = new Map([['a', 1]]).values(); i.next(); i.next(); i", "", types.Values},
		{"var i = new Set(['a', 'b']).values(); i.next(); i", "b", types.Values},
		{"var i = new Set(['a', 'b']).entries(); i", "a b", types.KeysAndValues},
		{"var s = new Set(['a', 'b', 'c']), i = s.values(); i.next(); i.next(); s.delete('a'); s.delete('b'); i", "c", types.Values},
		{"var s = new Set(['a', 'b']), i = s.values(); i.next(); s.clear(); s.add('z'); i", "z", types.Values},
	} {
		vm := goja.New()
		v, err := vm.RunString(tt.source)
		if err != nil {
			t.Fatal(err)
		}
		entries, kind := types.Remaining(v.(*goja.Object))
		if got := text(entries); got != tt.want || kind != tt.kind {
			t.Errorf("%s: %q of kind %d, want %q of %d", tt.source, got, kind, tt.want, tt.kind)
		}
		left, err := vm.RunString("[...i].length")
		if err != nil {
			t.Fatal(err)
		}
		if int(left.ToInteger()) != len(entries) {
			t.Errorf("%s: %d entries were left, not %d", tt.source, left.ToInteger(), len(entries))
		}
	}
}

func TestWeakEntries(t *testing.T) {
	for _, tt := range []struct{ source, want string }{
		{"new WeakMap()", ""},
		{"var a = ['a'], b = ['b']; new WeakMap([[a, 1], [b, 2]])", "a=1 b=2"},
		{"var a = ['a'], b = ['b'], s = new WeakSet([a, b]); s.delete(a); s", "b"},
	} {
		vm := goja.New()
		v, err := vm.RunString(tt.source)
		if err != nil {
			t.Fatal(err)
		}
		parts := strings.Fields(text(types.WeakEntries(v.(*goja.Object))))
		slices.Sort(parts)
		if got := strings.Join(parts, " "); strings.ReplaceAll(got, "=true", "") != tt.want {
			t.Errorf("%s: %q, want %q", tt.source, got, tt.want)
		}
		runtime.KeepAlive(vm)
	}
}

func text(entries []types.Entry) string {
	parts := make([]string, len(entries))
	for i, e := range entries {
		parts[i] = e.Key.String()
		if e.Value != nil {
			parts[i] = fmt.Sprintf("%s=%s", e.Key, e.Value)
		}
	}
	return strings.Join(parts, " ")
}
