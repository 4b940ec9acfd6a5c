package path

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/wtf8"
)

// format is path.format: the parts of an object such as parse returns, put
// together. dir wins over root, base over name and ext.
func (s *style) format(c goja.FunctionCall) goja.Value {
	obj, ok := c.Argument(0).(*goja.Object)
	if !ok || isCallable(obj) || isArray(obj) {
		panic(nodeerr.ArgType(s.vm, "pathObject", c.Argument(0), "Object"))
	}
	root := property(obj, "root")
	dir := property(obj, "dir")
	if !dir.ToBoolean() {
		dir = root
	}
	base := s.base(obj)
	switch {
	case !dir.ToBoolean():
		return wtf8.Value(base)
	case dir.StrictEquals(root):
		return wtf8.Value(wtf8.ToString(s.vm, dir) + base)
	}
	return wtf8.Value(wtf8.ToString(s.vm, dir) + string(s.text.Separator()) + base)
}

// base is the last component of format's path.
func (s *style) base(obj *goja.Object) string {
	if v := property(obj, "base"); v.ToBoolean() {
		return wtf8.ToString(s.vm, v)
	}
	name, ext := "", ""
	if v := property(obj, "name"); v.ToBoolean() {
		name = wtf8.ToString(s.vm, v)
	}
	if v := property(obj, "ext"); v.ToBoolean() {
		if ext = wtf8.ToString(s.vm, v); !strings.HasPrefix(ext, ".") {
			ext = "." + ext
		}
	}
	return name + ext
}

func property(obj *goja.Object, name string) goja.Value {
	if v := obj.Get(name); v != nil {
		return v
	}
	return goja.Undefined()
}

func isCallable(obj *goja.Object) bool {
	_, ok := goja.AssertFunction(obj)
	return ok
}

func isArray(obj *goja.Object) bool { return obj.ClassName() == "Array" }
