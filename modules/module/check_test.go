package module

import (
	"testing"
	"testing/fstest"
)

func TestCheck(t *testing.T) {
	files := FromFS(fstest.MapFS{
		"m/package.json": {Data: []byte(`{"type":"module"}`)},
		"c/package.json": {Data: []byte(`{"type":"commonjs"}`)},
	})
	for _, tc := range []struct {
		file, text, inputType string
		ok                    bool
	}{
		{"/a.mjs", "import 'x'; await 1", "", true},
		{"/a.mjs", "import x", "", false},
		{"/a.cjs", "import 'x'", "", false},
		{"/a.cjs", "import('x'); return", "", true},
		{"/a.js", "import 'x'", "", true},
		{"/a.js", "await 1", "", true},
		{"/a.js", "import 'x'; let a = ;", "", false},
		{"/a.js", "let a = ;", "", false},
		{"/m/a.js", "export default 1", "", true},
		{"/m/a.js", "return", "", false},
		{"/c/a.js", "export default 1", "", false},
		{"/a.js", "with (a) {}", "commonjs", true},
		{"/a.js", "with (a) {}", "module", false},
	} {
		if err := Check(files, tc.file, tc.text, tc.inputType); (err == nil) != tc.ok {
			t.Errorf("%s %q %s: %v", tc.file, tc.text, tc.inputType, err)
		}
	}
}
