package esm

import (
	"sort"
	"strconv"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

// asyncState is what modules with a top-level await need, and those that
// import one.
type asyncState struct {
	hasAwait  bool
	order     int // of async evaluation: 0 for none, done afterwards
	pending   int // modules that it waits for
	parents   []*Module
	cycleRoot *Module
	cycle     []*Module // of a cycle's root
	promise   *capability
	awaiting  int // offset of the await where the body stands; -1 for none
	live      *goja.Object
	ready     bool
}

// asyncDone is the order of a module whose async evaluation is over.
const asyncDone = -1

// capability is a promise and its functions.
type capability struct {
	promise *goja.Promise
	object  *goja.Object
	resolve func(any) error
	reject  func(any) error
}

func (k *Linker) newCapability() *capability {
	p, resolve, reject := k.vm.NewPromise()
	return &capability{p, k.vm.ToValue(p).(*goja.Object), resolve, reject}
}

func itoa(n int) string { return strconv.Itoa(n) }

// callable is for functions of our own wrapper.
func callable(v goja.Value) engine.Func {
	fn, ok := engine.Callable(v)
	if !ok {
		panic("esm: the wrapper of a module gave no function")
	}
	return fn
}

func (k *Linker) referenceError(message string) goja.Value {
	return nodeerr.Plain(k.vm, "ReferenceError", message)
}

// Evaluate is the Evaluate method of the specification. The promise is
// rejected with what the module throws.
func (m *Module) Evaluate() *goja.Object {
	if m.status >= evaluatingAsync && m.cycleRoot != nil {
		m = m.cycleRoot
	}
	if m.promise != nil {
		return m.promise.object
	}
	m.promise = m.k.newCapability()
	s := &search{}
	if ex := m.innerEvaluate(s); ex != nil {
		for _, open := range s.stack {
			open.status, open.failure = evaluated, ex
			open.cycleRoot = open
		}
		m.status, m.failure = evaluated, ex
		m.settle(m.promise.reject, ex.Value())
		return m.promise.object
	}
	if m.order <= 0 {
		m.settle(m.promise.resolve, goja.Undefined())
	}
	return m.promise.object
}

// settle resolves or rejects a promise of ours.
func (m *Module) settle(with func(any) error, v goja.Value) {
	if err := with(v); err != nil {
		panic(err)
	}
}

// innerEvaluate is InnerModuleEvaluation.
func (m *Module) innerEvaluate(s *search) *goja.Exception {
	switch {
	case m.status == evaluating:
		return nil
	case m.status >= evaluatingAsync:
		return m.failure
	case m.Source == nil:
		return m.runSynthetic()
	}
	m.status = evaluating
	m.pending = 0
	s.enter(m)
	for _, other := range m.Requested {
		if ex := other.innerEvaluate(s); ex != nil {
			return ex
		}
		if other.Source == nil {
			continue
		}
		if other.status == evaluating {
			m.ancestor = min(m.ancestor, other.ancestor)
		} else if other = other.cycleRoot; other.failure != nil {
			return other.failure
		}
		if other.order > 0 {
			m.pending++
			other.parents = append(other.parents, m)
		}
	}
	if ex := m.begin(); ex != nil {
		return ex
	}
	if m.ancestor == m.index {
		m.closeCycle(s.leave(m))
	}
	return nil
}

// begin runs the body, unless it has to wait for another module.
func (m *Module) begin() *goja.Exception {
	if m.pending == 0 && !m.hasAwait {
		return m.execute()
	}
	m.k.order++
	m.order = m.k.order
	if m.pending == 0 {
		m.executeAsync()
	}
	return nil
}

// closeCycle ends the evaluation of a cycle, or of one module.
func (m *Module) closeCycle(cycle []*Module) {
	m.cycle = cycle
	for _, part := range cycle {
		part.cycleRoot = m
		part.status = evaluated
		if part.order > 0 {
			part.status = evaluatingAsync
		}
	}
	m.k.settled++
	m.makeReady()
}

// makeReady lets the modules of a cycle read their imports by value, once all
// that can be.
func (m *Module) makeReady() {
	for _, part := range m.cycle {
		if part.live == nil || part.ready {
			continue
		}
		fixed := true
		for i, b := range part.targets {
			fixed = fixed && (part.modes[i] != byReady || b.fixed())
		}
		if fixed {
			part.ready = true
			part.fillImports(byReady)
			part.k.e.Call(part.setLive, goja.Undefined(), part.live, part.k.vm.ToValue(true))
		}
	}
}

func (m *Module) runSynthetic() *goja.Exception {
	m.status, m.cycleRoot = evaluated, m
	if ex := m.k.e.Try(m.run); ex != nil {
		m.failure = ex
		return ex
	}
	m.k.settled++
	return nil
}

// execute runs a body without await.
func (m *Module) execute() *goja.Exception {
	return m.k.e.Try(func() {
		m.fillImports(byValue)
		m.k.e.Call(m.resume, m.body)
	})
}

// executeAsync is ExecuteAsyncModule. What awaits becomes a promise job, and so
// does the end of the body.
func (m *Module) executeAsync() {
	end := m.k.newCapability()
	m.k.await(end.object, func(goja.Value) { m.fulfilled() }, func(v goja.Value) { m.rejected(m.k.thrown(v)) })
	if ex := m.k.e.Try(func() { m.fillImports(byValue) }); ex != nil {
		m.settle(end.reject, ex.Value())
		return
	}
	m.step(end, m.resume, goja.Undefined())
}

// step runs the body up to its next await.
func (m *Module) step(end *capability, resume engine.Func, v goja.Value) {
	m.awaiting = -1
	var result *goja.Object
	if ex := m.k.e.Try(func() { result = m.k.e.Call(resume, m.body, v).(*goja.Object) }); ex != nil {
		m.settle(end.reject, ex.Value())
		return
	}
	value := result.Get("value")
	if result.Get("done").ToBoolean() {
		m.settle(end.resolve, goja.Undefined())
		return
	}
	pair := value.(*goja.Object)
	m.awaiting = int(pair.Get("1").ToInteger())
	onFulfilled := func(v goja.Value) { m.step(end, m.resume, v) }
	onRejected := func(v goja.Value) { m.step(end, m.throw, v) }
	if ex := m.k.e.Try(func() { m.k.await(pair.Get("0"), onFulfilled, onRejected) }); ex != nil {
		m.step(end, m.throw, ex.Value())
	}
}

// await is the Await of the specification.
func (k *Linker) await(v goja.Value, onFulfilled, onRejected func(goja.Value)) {
	promise := k.e.Call(k.resolve, k.e.Intrinsics.Promise, v)
	k.e.Call(k.then, promise, k.job(onFulfilled), k.job(onRejected))
}

// job is a promise handler written in Go.
func (k *Linker) job(fn func(goja.Value)) goja.Value {
	return k.vm.ToValue(func(c goja.FunctionCall) goja.Value {
		k.e.Inside(func() { fn(c.Argument(0)) })
		return goja.Undefined()
	})
}

// thrown makes an exception of a value.
func (k *Linker) thrown(v goja.Value) *goja.Exception {
	return k.e.Try(func() { panic(v) })
}

// fulfilled is AsyncModuleExecutionFulfilled.
func (m *Module) fulfilled() {
	if m.status == evaluated {
		return
	}
	m.finish()
	var list []*Module
	m.gather(&list)
	sort.Slice(list, func(i, j int) bool { return list[i].order < list[j].order })
	for _, next := range list {
		switch {
		case next.status == evaluated:
		case next.hasAwait:
			next.executeAsync()
		default:
			if ex := next.execute(); ex != nil {
				next.rejected(ex)
				continue
			}
			next.finish()
		}
	}
}

// finish ends the async evaluation of a module.
func (m *Module) finish() {
	m.order, m.status = asyncDone, evaluated
	m.k.settled++
	m.cycleRoot.makeReady()
	if m.promise != nil {
		m.settle(m.promise.resolve, goja.Undefined())
	}
}

// gather is GatherAvailableAncestors.
func (m *Module) gather(list *[]*Module) {
	for _, parent := range m.parents {
		if contains(*list, parent) || parent.cycleRoot.failure != nil {
			continue
		}
		if parent.pending--; parent.pending > 0 {
			continue
		}
		*list = append(*list, parent)
		if !parent.hasAwait {
			parent.gather(list)
		}
	}
}

func contains(list []*Module, m *Module) bool {
	for _, other := range list {
		if other == m {
			return true
		}
	}
	return false
}

// rejected is AsyncModuleExecutionRejected.
func (m *Module) rejected(ex *goja.Exception) {
	if m.status == evaluated {
		return
	}
	m.failure, m.status, m.order = ex, evaluated, asyncDone
	for _, parent := range m.parents {
		parent.rejected(ex)
	}
	if m.promise != nil {
		m.settle(m.promise.reject, ex.Value())
	}
}

// Evaluating reports whether the module is being evaluated, and its body or
// one of its imports is on the stack.
func (m *Module) Evaluating() bool { return m.status == evaluating || m.status == linking }

// Evaluated reports whether evaluation has begun.
func (m *Module) Evaluated() bool { return m.status > evaluating }

// Failure is what the module has thrown.
func (m *Module) Failure() *goja.Exception {
	if m.failure == nil && m.cycleRoot != nil {
		return m.cycleRoot.failure
	}
	return m.failure
}

// Awaits reports whether the module, or one that it imports, has an await at
// its top level.
func (m *Module) Awaits() bool {
	found := false
	m.each(map[*Module]bool{}, func(part *Module) { found = found || part.hasAwait })
	return found
}

// Unsettled are the modules of the graph that still await something.
func (m *Module) Unsettled() []*Module {
	var list []*Module
	m.each(map[*Module]bool{}, func(part *Module) {
		if part.hasAwait && part.status == evaluatingAsync && part.pending == 0 && part.awaiting >= 0 {
			list = append(list, part)
		}
	})
	return list
}

// AwaitOffset is where the body waits.
func (m *Module) AwaitOffset() int { return m.awaiting }

// each visits a graph.
func (m *Module) each(seen map[*Module]bool, visit func(*Module)) {
	if seen[m] {
		return
	}
	seen[m] = true
	visit(m)
	for _, other := range m.Requested {
		other.each(seen, visit)
	}
}
