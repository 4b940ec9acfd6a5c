package module

import (
	"errors"
	"strings"
	"testing"
)

// FuzzExports resolves any subpath through any exports and imports: it must
// not panic, and what it finds must lie inside the package.
func FuzzExports(f *testing.F) {
	f.Add(`{"exports":{"./a/*":"./lib/*.js","./b":null,".":["./x",{"node":"./y"}]}}`, "./a/b")
	f.Add(`{"exports":"./a%2e%2e/b","imports":{"#x*y":"./z/*/*","#d":"dep/*"}}`, "#xay")
	f.Add(`{"exports":{"./*":"./*","./*/":"./*/"}}`, "./../../etc/passwd")
	f.Add(`{"exports":{"./*":"./*"}}`, "./%2e%2e%5cx")
	f.Add(`{"exports":[[],[null,{"0":1}],7]}`, ".")
	f.Fuzz(func(t *testing.T, text, subpath string) {
		pkg, err := parsePackage([]byte(text))
		if err != nil {
			return
		}
		pkg.path, pkg.dir = "/root/p/package.json", "/root/p"
		r := &request{
			pkg: pkg, base: "/root/main.js", conditions: map[string]bool{"node": true, "require": true},
			bare: func(specifier string, _ *packageConfig) (string, error) {
				return "", &resolveError{code: codeModuleNotFound, message: specifier}
			},
			warn: func(deprecation) {},
		}
		if pkg.exports != nil {
			resolved, err := r.exportsResolve(subpath)
			checkResolved(t, resolved, err)
		}
		if pkg.imports != nil {
			r.imports = true
			resolved, err := r.importsResolve(subpath)
			checkResolved(t, resolved, err)
		}
	})
}

func checkResolved(t *testing.T, resolved string, err error) {
	t.Helper()
	var failed *resolveError
	if err != nil {
		if !errors.As(err, &failed) {
			t.Errorf("untyped error %v", err)
		}
		return
	}
	if !strings.HasPrefix(resolved, "/root/p/") {
		t.Errorf("resolved to %q, outside the package", resolved)
	}
	for _, part := range strings.FieldsFunc(resolved, func(r rune) bool { return r == '/' || r == '\\' }) {
		if part == ".." {
			t.Errorf("resolved to %q, which leaves the package", resolved)
		}
	}
}

func TestNodeModulePaths(t *testing.T) {
	got := strings.Join(nodeModulePaths("/a/node_modules/b"), " ")
	if want := "/a/node_modules/b/node_modules /a/node_modules /node_modules"; got != want {
		t.Errorf("got %s", got)
	}
}

func TestJSONSource(t *testing.T) {
	for _, source := range []string{`{"a":[1,"x\n",null,true,{}],"b":1.50}`, `[]`, `"<&>"`} {
		v, err := parseJSON([]byte(source))
		if err != nil {
			t.Fatal(err)
		}
		if got := v.source(); got != source {
			t.Errorf("%s became %s", source, got)
		}
	}
}
