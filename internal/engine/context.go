package engine

import "github.com/dop251/goja"

// Context is what an asynchronous operation takes along from where it was
// started to its callback: the values of every AsyncLocalStorage, and which
// operation runs (Node documentation, "Asynchronous context tracking"). The
// zero Context is that of code which no script has started. It is two
// pointers: whoever starts an operation keeps one by value, and nothing is
// allocated while no script uses either half.
type Context struct {
	Stores *Stores
	Op     *Op
}

// Op is one asynchronous operation as async_hooks sees it. Operations are
// known one by one only after TrackOps.
type Op struct {
	ID      float64
	Trigger float64
	Type    string
	// Resource stands for the operation. It is nil until somebody asks, for
	// operations that have no object of their own.
	Resource *goja.Object
	Domain   *goja.Object // the domain it was started in, for the domain module

	once      bool // its callback runs once; it is over after that
	destroyed bool
}

// OpHooks is told of operations. Its methods run on the loop goroutine, in the
// middle of whatever starts or runs the operation. They throw nothing.
type OpHooks interface {
	Init(op *Op)
	Before(op *Op)
	After(op *Op)
	Destroy(op *Op)
}

// contexts is the engine's part of async context.
type contexts struct {
	current Context
	entered []*Op // those whose callbacks run, the innermost last
	base    int   // how many of them are further out than the callback that runs

	tracking bool    // every capture makes an operation
	promises bool    // promise reactions carry the context
	jobOps   bool    // and are operations
	inJob    bool    // one of them runs
	lastJob  Context // of the job whose outcome is being passed on
	hooks    OpHooks // nil while nobody watches
	lastID   float64
	owner    float64 // triggers what starts now, in place of the current operation
	main     *Op     // the main script, once operations are tracked
	root     Op      // code that nothing started: operation 0
	jobKind  string  // what the next promise reaction is, when it is none of a script
}

// firstOpID is what Node's own start leaves: the main script is operation 1.
const firstOpID = 1

// CurrentContext is the context of the code that runs now.
func (e *Engine) CurrentContext() Context { return e.contexts.current }

// RejectionContext is the context in which a promise is rejected now. The one
// of a reaction is left before its promise gets the outcome.
func (e *Engine) RejectionContext() Context {
	if e.depth > 0 || e.contexts.inJob {
		return e.contexts.current
	}
	return e.contexts.lastJob
}

// SetStores replaces the AsyncLocalStorage half of the current context.
func (e *Engine) SetStores(s *Stores) {
	e.contexts.current.Stores = s
	e.CarryContext()
}

// CarryContext lets promise reactions carry the context from now on. goja
// asks for it at every reaction, so it waits until a script needs it.
func (e *Engine) CarryContext() {
	if !e.contexts.promises {
		e.contexts.promises = true
		e.VM.SetAsyncContextTracker((*promiseContexts)(e))
	}
}

// CarriesContext reports whether a script has used async contexts.
func (e *Engine) CarriesContext() bool { return e.contexts.promises }

// TrackOps gives every operation that starts from now on an identity.
func (e *Engine) TrackOps() {
	if e.contexts.tracking {
		return
	}
	e.contexts.tracking = true
	e.CarryContext()
}

// TrackPromises says whether promise reactions are operations, too. Without
// that they run as operation 0, as on Node.
func (e *Engine) TrackPromises(on bool) {
	c := &e.contexts
	if on && !c.jobOps && c.current.Op == nil && (c.inJob || e.depth == 0) {
		// The reaction that runs is one from now on.
		c.current.Op = e.NewOp(promiseType, nil, 0)
		c.entered = append(c.entered, c.current.Op)
	}
	c.jobOps = on
	e.CarryContext()
}

// SetOpHooks names who is told of operations; nil for nobody.
func (e *Engine) SetOpHooks(h OpHooks) {
	if h != nil {
		e.TrackOps()
		e.CurrentOp()
	}
	e.contexts.hooks = h
}

// Capture takes the current context for an operation that starts now. kind is
// what async_hooks calls the type of the operation; resource, which may be
// nil, is the object that stands for it. The operation lasts until DestroyOp.
func (e *Engine) Capture(kind string, resource *goja.Object) Context {
	if !e.contexts.tracking {
		return Context{Stores: e.contexts.current.Stores}
	}
	return e.captureOp(kind, resource, false)
}

// CaptureOnce is Capture for an operation with a single callback, which ends
// it.
func (e *Engine) CaptureOnce(kind string, resource *goja.Object) Context {
	if !e.contexts.tracking {
		return Context{Stores: e.contexts.current.Stores}
	}
	return e.captureOp(kind, resource, true)
}

// OwnedBy runs fn, whose operations are triggered by the one of owner rather
// than by the one that runs (Node's defaultTriggerAsyncIdScope).
func (e *Engine) OwnedBy(owner Context, fn func()) {
	if owner.Op == nil {
		fn()
		return
	}
	saved := e.contexts.owner
	e.contexts.owner = owner.Op.ID
	defer func() { e.contexts.owner = saved }()
	fn()
}

// CaptureRequest is CaptureOnce for a request to the operation of owner.
func (e *Engine) CaptureRequest(owner Context, kind string) (ctx Context) {
	if !e.contexts.tracking {
		return Context{Stores: e.contexts.current.Stores}
	}
	e.OwnedBy(owner, func() { ctx = e.captureOp(kind, nil, true) })
	return ctx
}

func (e *Engine) captureOp(kind string, resource *goja.Object, once bool) Context {
	trigger := e.contexts.owner
	if trigger == 0 {
		trigger = e.CurrentOp().ID
	}
	op := e.NewOp(kind, resource, trigger)
	op.once = once
	e.InitOp(op)
	return Context{Stores: e.contexts.current.Stores, Op: op}
}

// NewOp makes an operation; InitOp tells of it.
func (e *Engine) NewOp(kind string, resource *goja.Object, trigger float64) *Op {
	return &Op{ID: e.NextOpID(), Trigger: trigger, Type: kind, Resource: resource}
}

// NextOpID is the identity of the next operation.
func (e *Engine) NextOpID() float64 {
	e.contexts.lastID = max(e.contexts.lastID, firstOpID) + 1
	return e.contexts.lastID
}

// InitOp tells the hooks that an operation has started.
func (e *Engine) InitOp(op *Op) {
	if e.contexts.hooks != nil {
		e.contexts.hooks.Init(op)
	}
}

// CurrentOp is the operation whose callback runs. Code that nothing started
// has operation 0. One that began before operations were tracked gets its
// identity when it is first asked for.
func (e *Engine) CurrentOp() *Op {
	c := &e.contexts
	switch {
	case c.current.Op != nil:
	case c.inJob:
		return &c.root
	case e.inMain:
		if c.main == nil {
			c.main = &Op{ID: firstOpID}
		}
		c.current.Op = c.main
	case e.depth > 0:
		c.current.Op = e.NewOp("", nil, 0)
		if c.hooks == nil {
			// Hooks that this callback enables hear of its end.
			c.current.Op.once = true
			c.entered = append(c.entered, c.current.Op)
		}
	default:
		return &c.root
	}
	return c.current.Op
}

// EnterContext makes c the context of the callback that begins now. The turn
// leaves it when the callback is over.
func (e *Engine) EnterContext(c Context) {
	e.contexts.current = c
	if c.Op != nil {
		e.beforeOp(c.Op)
	}
}

// RunInContext runs fn in the middle of other code, which has its own context
// back afterwards.
func (e *Engine) RunInContext(c Context, fn func()) {
	saved, depth := e.contexts.current, len(e.contexts.entered)
	defer func() {
		e.leaveOps(depth)
		e.contexts.current = saved
	}()
	e.EnterContext(c)
	if e.contexts.hooks == nil {
		fn()
		return
	}
	// The hooks at the end are JavaScript, which must not run while an
	// exception unwinds.
	if ex := e.Try(fn); ex != nil {
		e.leaveOps(depth)
		panic(ex)
	}
}

// RunAs runs fn in a context, too, but tells no hooks: it is no callback of the
// operation.
func (e *Engine) RunAs(c Context, fn func()) {
	saved := e.contexts.current
	defer func() { e.contexts.current = saved }()
	e.contexts.current = c
	fn()
}

// RunCallbackIn is RunCallback in a context that was captured before.
func (e *Engine) RunCallbackIn(c Context, fn func()) {
	if c == (Context{}) {
		e.RunCallback(fn)
		return
	}
	e.RunCallback(func() {
		e.EnterContext(c)
		fn()
	})
}

func (e *Engine) beforeOp(op *Op) {
	e.contexts.entered = append(e.contexts.entered, op)
	if e.contexts.hooks != nil {
		e.contexts.hooks.Before(op)
	}
}

// endContext ends the callback that has run: what comes next starts from an
// empty context.
func (e *Engine) endContext() {
	if len(e.contexts.entered) > e.contexts.base {
		e.leaveOps(e.contexts.base)
	}
	e.contexts.current = Context{}
}

// leaveOps ends the callbacks inside the one at depth.
func (e *Engine) leaveOps(depth int) {
	c := &e.contexts
	for len(c.entered) > depth {
		last := len(c.entered) - 1
		op := c.entered[last]
		if c.hooks != nil && e.halted == nil {
			c.hooks.After(op)
		}
		// A hook that threw has emptied the list.
		c.entered = c.entered[:min(last, len(c.entered))]
		if op.once {
			e.DestroyOp(op)
		}
	}
}

// DestroyOp says that an operation is over. It may be called with nil and more
// than once.
func (e *Engine) DestroyOp(op *Op) {
	if op == nil || op.destroyed {
		return
	}
	op.destroyed = true
	if e.contexts.hooks != nil {
		e.contexts.hooks.Destroy(op)
	}
}

// DestroyAfter is DestroyOp for an operation whose callback still runs: it is
// over when that is.
func (e *Engine) DestroyAfter(op *Op) {
	if op != nil {
		op.once = true
	}
}
