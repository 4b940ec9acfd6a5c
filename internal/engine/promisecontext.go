package engine

import "github.com/dop251/goja"

// promiseContexts carries the context through promise reactions, `then` and
// await alike.
//
// goja offers no more: a job that calls the `then` method of an object that is
// no promise runs in the empty context, and nobody is told when a promise is
// made or resolved.
type promiseContexts Engine

var _ goja.AsyncContextTracker = (*promiseContexts)(nil)

// promiseType is what async_hooks calls a promise reaction.
const promiseType = "PROMISE"

// Grab is called when a reaction is added to a promise.
func (p *promiseContexts) Grab() any {
	e := (*Engine)(p)
	c := &e.contexts
	switch {
	case c.jobKind != "" && c.tracking:
		return e.captureOp(c.jobKind, nil, true)
	case c.jobOps:
		return e.captureOp(promiseType, nil, false)
	case c.current.Stores != nil:
		return Context{Stores: c.current.Stores}
	}
	return nil
}

// Resumed is called before the job of that reaction. Jobs run one after the
// other, outside every callback.
func (p *promiseContexts) Resumed(grabbed any) {
	e := (*Engine)(p)
	e.contexts.inJob = true
	c, _ := grabbed.(Context)
	if c.Op == nil && e.contexts.jobOps {
		// It was added before reactions were operations.
		c.Op = e.NewOp(promiseType, nil, 0)
	}
	e.contexts.current = c
	if c.Op != nil {
		e.Inside(func() { e.beforeOp(c.Op) })
	}
}

// Exited is called after it.
func (p *promiseContexts) Exited() {
	e := (*Engine)(p)
	e.contexts.inJob, e.contexts.lastJob = false, e.contexts.current
	if len(e.contexts.entered) > 0 {
		e.Inside(e.endContext)
		return
	}
	e.contexts.current = Context{}
}
