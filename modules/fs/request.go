package fs

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
)

// form says in which of the three ways of the API a function was called.
type form uint8

const (
	syncForm form = iota
	callbackForm
	promiseForm
)

// request is one operation with all its arguments checked. It is made on the
// loop and then carried out in one of three ways.
type request struct {
	// What errors tell, unless they bring it themselves: see opError.
	syscall, path, dest string

	// run does the work, away from the VM; nil means that there is none, and
	// that a callback comes on the next tick.
	run      func() error
	mayBlock func() bool // see job
	// onLoop: run belongs to the loop goroutine and takes no time; only the
	// outcome comes later.
	onLoop bool

	// settle, if set, looks at the outcome on the loop; what it returns is the
	// outcome from then on.
	settle func(err error) error
	// results are what a callback gets after its null, on the loop; the first
	// of them is the result of the other forms.
	results func() []goja.Value
	// failed are further values for a callback besides its error.
	failed func() []goja.Value
	// lateCode: the properties of an error have the order that writeSync gives
	// them.
	lateCode bool
}

// perform is the synchronous form.
func (m *Module) perform(r *request) goja.Value {
	var err error
	if r.run != nil {
		err = r.run()
	}
	values, ex := m.outcome(r, err)
	if ex != nil {
		panic(ex)
	}
	if len(values) == 0 {
		return goja.Undefined()
	}
	return values[0]
}

// outcome is what a finished request gives: values or an exception.
func (m *Module) outcome(r *request, err error) (values []goja.Value, ex *goja.Object) {
	if r.settle != nil {
		err = r.settle(err)
	}
	if err != nil {
		return nil, m.exception(r, err)
	}
	if r.results == nil {
		return nil, nil
	}
	thrown := m.e.Try(func() { values = r.results() })
	if thrown != nil {
		ex, ok := thrown.Value().(*goja.Object)
		if !ok {
			panic(thrown)
		}
		return nil, ex
	}
	return values, nil
}

// start is the callback form.
func (m *Module) start(r *request, callback engine.Func) {
	done := func(err error) {
		values, ex := m.outcome(r, err)
		m.e.Call(callback, goja.Undefined(), m.callbackArgs(r, values, ex)...)
	}
	m.launch(r, false, done)
}

func (m *Module) callbackArgs(r *request, values []goja.Value, ex *goja.Object) []goja.Value {
	if ex == nil {
		return append([]goja.Value{goja.Null()}, values...)
	}
	args := []goja.Value{ex}
	if r.failed != nil {
		args = append(args, r.failed()...)
	}
	return args
}

// launch runs the request and calls done in a callback of its own.
func (m *Module) launch(r *request, promise bool, done func(err error)) {
	if r.run == nil {
		m.e.NextTick(func() { done(nil) })
		return
	}
	kind := "FSREQCALLBACK"
	if promise {
		kind = "FSREQPROMISE"
	}
	ctx := m.e.CaptureOnce(kind, nil)
	run := r.run
	if r.onLoop {
		err := run()
		run = func() error { return err }
	}
	m.pool.submit(&job{run: run, promise: promise, mayBlock: r.mayBlock, done: func(err error) {
		m.e.RunCallbackIn(ctx, func() { done(err) })
	}})
}

// promise is the promise form.
func (m *Module) promise(r *request) goja.Value {
	promise, resolve, reject := m.vm.NewPromise()
	m.launch(r, true, func(err error) {
		values, ex := m.outcome(r, err)
		switch {
		case ex != nil:
			err = reject(ex)
		case len(values) == 0:
			err = resolve(goja.Undefined())
		default:
			err = resolve(values[0])
		}
		if err != nil {
			panic(err)
		}
	})
	return m.vm.ToValue(promise)
}

// promised is the promise form of a request that is still to be prepared: what
// prepare throws rejects it.
func (m *Module) promised(prepare func() *request) goja.Value {
	var r *request
	thrown := m.e.Try(func() { r = prepare() })
	if thrown == nil {
		return m.promise(r)
	}
	promise, _, reject := m.vm.NewPromise()
	if err := reject(thrown.Value()); err != nil {
		panic(err)
	}
	return m.vm.ToValue(promise)
}
