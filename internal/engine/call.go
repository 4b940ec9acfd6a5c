package engine

import "github.com/dop251/goja"

// Callable returns v as a Func, or false when v is not a function. For
// everything but proxies it is goja's own entry point.
func Callable(v goja.Value) (Func, bool) {
	obj, ok := v.(*goja.Object)
	if !ok {
		return nil, false
	}
	call, ok := goja.AssertFunction(obj)
	if !ok {
		return nil, false
	}
	if raw, ok := obj.Export().(func(goja.FunctionCall) goja.Value); ok {
		return raw, true
	}
	return func(c goja.FunctionCall) goja.Value {
		ret, err := call(c.This, c.Arguments...)
		if err != nil {
			panic(err)
		}
		return ret
	}, true
}

// IsCallable reports whether v is a function.
func IsCallable(v goja.Value) bool {
	_, ok := goja.AssertFunction(v)
	return ok
}

// Call calls fn. An exception leaves it as a panic; running out of stack
// becomes a RangeError that JavaScript can catch.
func (e *Engine) Call(fn Func, this goja.Value, args ...goja.Value) (ret goja.Value) {
	if e.depth == 0 {
		e.Inside(func() { ret = e.Call(fn, this, args...) })
		return ret
	}
	defer e.catchOverflow()
	if ret = fn(goja.FunctionCall{This: this, Arguments: args}); ret == nil {
		ret = goja.Undefined()
	}
	return ret
}

// CallMethod calls the method name of obj, looked up as JavaScript would.
func (e *Engine) CallMethod(obj *goja.Object, name string, args ...goja.Value) goja.Value {
	fn, ok := Callable(obj.Get(name))
	if !ok {
		panic(e.VM.NewTypeError("%s is not a function", name))
	}
	return e.Call(fn, obj, args...)
}

// catchOverflow turns goja's StackOverflowError, which no catch block sees,
// into a RangeError. goja has unwound its own stacks to the level of the
// caller by the time the panic arrives here.
func (e *Engine) catchOverflow() {
	x := recover()
	if x == nil {
		return
	}
	if _, ok := x.(*goja.StackOverflowError); ok {
		panic(e.overflowError())
	}
	panic(x)
}

func (e *Engine) overflowError() goja.Value {
	obj, err := e.VM.New(e.Intrinsics.RangeError, e.VM.ToValue("Maximum call stack size exceeded"))
	if err != nil {
		panic(err)
	}
	return obj
}

// Try runs fn and returns the exception that left it, if any. Exits,
// interrupts and Go panics pass through.
func (e *Engine) Try(fn func()) (ex *goja.Exception) {
	defer func() {
		x := recover()
		if x == nil {
			return
		}
		if _, ok := x.(*goja.StackOverflowError); !ok {
			panic(x)
		}
		ex = e.VM.Try(func() { panic(e.overflowError()) })
	}()
	return e.VM.Try(fn)
}

// Throw raises v as a JavaScript exception.
func Throw(v goja.Value) { panic(v) }
