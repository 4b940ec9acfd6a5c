package module

import (
	"reflect"

	"github.com/dop251/goja"
)

// circularExports is what a module gets that requires another one which is
// still loading: its exports so far. Until that has loaded, properties that
// are not there yet are reported when they are read.
func (l *Loader) circularExports(m *goja.Object) goja.Value {
	exports := m.Get("exports")
	obj, ok := exports.(*goja.Object)
	if !ok || isProxy(obj) || !l.plain(obj) {
		return exports
	}
	if marker := obj.Get("__esModule"); marker != nil && marker.ToBoolean() {
		return exports
	}
	if l.missingWatch == nil {
		l.missingWatch = l.newMissingWatch()
	}
	l.setPrototype(obj, l.missingWatch)
	return exports
}

// settleExports ends the watch over the exports of a module that has loaded.
func (l *Loader) settleExports(m *goja.Object) {
	if l.missingWatch == nil {
		return
	}
	obj, ok := m.Get("exports").(*goja.Object)
	if ok && !isProxy(obj) && obj.Prototype() == l.missingWatch {
		l.setPrototype(obj, l.objectPrototype())
	}
}

func (l *Loader) plain(obj *goja.Object) bool {
	return obj.Prototype() == l.objectPrototype()
}

func (l *Loader) objectPrototype() *goja.Object {
	return l.e.Intrinsics.Object.Get("prototype").(*goja.Object)
}

func (l *Loader) setPrototype(obj, proto *goja.Object) {
	// Exports that a script has frozen keep their prototype, as on Node.
	_ = obj.SetPrototype(proto)
}

// isProxy tells proxies, whose traps must not be called.
func isProxy(obj *goja.Object) bool { return obj.ExportType() == reflect.TypeFor[goja.Proxy]() }

// newMissingWatch makes the prototype that reports what is missing.
func (l *Loader) newMissingWatch() *goja.Object {
	read := func(known goja.Value, name string) goja.Value {
		if known != nil {
			return known
		}
		if name != "__esModule" {
			l.warnMissing(name)
		}
		return goja.Undefined()
	}
	proxy := l.vm.NewProxy(l.vm.NewObject(), &goja.ProxyTrapConfig{
		Get: func(target *goja.Object, name string, _ goja.Value) goja.Value {
			return read(target.Get(name), name)
		},
		GetSym: func(target *goja.Object, name *goja.Symbol, _ goja.Value) goja.Value {
			return read(target.GetSymbol(name), symbolText(name))
		},
	})
	return l.vm.ToValue(proxy).(*goja.Object)
}

func symbolText(s *goja.Symbol) string { return "Symbol(" + s.String() + ")" }

func (l *Loader) warnMissing(name string) {
	if l.cfg.Warn != nil {
		l.cfg.Warn("Accessing non-existent property '"+name+"' of module exports inside circular dependency", "")
	}
}
