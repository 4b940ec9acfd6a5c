package esm

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestExportNames(t *testing.T) {
	const keys = "var _x = require('m'); Object.keys(_x).forEach(function (k) { if (k === 'default' || k === '__esModule') return; "
	for _, tc := range []struct{ text, names, reexports string }{
		{"exports.a = 1; exports['b'] = 2; module.exports.c = 3; module.exports['d'] = 4", "a b c d", ""},
		{"module.exports = { a, b: c, d: 'x', e: f }", "a b", ""},
		{"module.exports = { a, b, c }", "a b c", ""},
		{"module.exports = { a: 1, b: 2 }", "", ""},
		{"module.exports = { a, ...d, b: require('c') }", "a b", ""},
		{"module.exports = { a, 'x y': d, q: d }", "a x y q", ""},
		{"module.exports = { a, ...require('m'), q: d }", "a q", "m"},
		{"module.exports = { a, get b() { return 1 }, c: a }", "a", ""},
		{"module.exports = { a, b() { return 1 }, c: a }", "a b", ""},
		{"module.exports = require('m'); exports.z = 1", "z", "m"},
		{"if (a) module.exports = require('m'); else module.exports = require('n')", "", "n"},
		{"exports.a = exports.b = void 0; exports.c == 3", "a b c", ""},
		{"Object.defineProperty(exports, '__esModule', { value: true }); exports.default = 5", "__esModule default", ""},
		{"Object.defineProperty(exports, 'a', { enumerable: true, get: function () { return q.p; } });", "a", ""},
		{"Object.defineProperty(exports, 'a', { enumerable: true, get: function get() { return q['p'] } });", "a", ""},
		{"Object.defineProperty(exports, 'a', { enumerable: true, get() { return q; } });", "a", ""},
		{"Object.defineProperty(exports, 'a', { enumerable: true, get: () => q.p });", "", ""},
		{"Object.defineProperty(exports, 'a', { get: function () { return f() } })", "", ""},
		{"Object.defineProperty(exports, 'a', { enumerable: false, value: 5 })", "", ""},
		{keys + "exports[k] = _x[k]; });", "", "m"},
		{keys + "Object.defineProperty(exports, k, { enumerable: true, get: function () { return _x[k]; } }); });", "", "m"},
		{keys + "});", "", ""},
		{"__exportStar(require('m'), exports); tslib_1.__exportStar(require('n'), exports)", "", "m n"},
		{"0 && (module.exports = { a, b })", "a b", ""},
		{"m.exports.a = 1; this.exports.b = 2; a.module.exports.c = 3", "", ""},
		{"/exports.a = 1/; 'exports.b = 2'; `exports.c = 3 ${exports.d = 4}` // exports.e = 5", "d", ""},
		{"exports = module.exports = { a }", "a", ""},
		{"(function () { exports.inner = 1 })()", "inner", ""},
		{"module . exports /* c */ . a = 1", "a", ""},
		{"import 'a'; exports.b = 1", "", ""},
		{"exports.b = 1; import('x')", "b", ""},
		{"exports.b = 1; export {}", "", ""},
		{"exports.b = 1; (", "", ""},
	} {
		got := ExportNames(tc.text)
		if s := strings.Join(got.Names, " "); s != tc.names {
			t.Errorf("%s:\n got %s\nwant %s", tc.text, s, tc.names)
		}
		if s := strings.Join(got.Reexports, " "); s != tc.reexports {
			t.Errorf("%s passes on %s, not %s", tc.text, s, tc.reexports)
		}
	}
}

func FuzzExportNames(f *testing.F) {
	for _, seed := range []string{
		"exports.a = 1", "module.exports = { a, ...require('b'), 'c': d }", "Object.defineProperty(exports, 'a', { enumerable: true, get() { return b.c } })",
		"var _a = require('b'); Object.keys(_a).forEach(function (k) { if (k === 'default') return; exports[k] = _a[k] })",
		"__exportStar(require('", "exports['\\", "Object.keys(a).forEach(function (",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := ExportNames(text)
		for _, list := range [][]string{got.Names, got.Reexports} {
			sorted := slices.Clone(list)
			slices.Sort(sorted)
			if len(slices.Compact(sorted)) != len(list) {
				t.Fatal(fmt.Sprint("a name twice: ", list))
			}
		}
	})
}
