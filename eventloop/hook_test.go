package eventloop

// tickHook is a Hook with a tick queue, as the runtime has one: ticks run
// after each callback, and a panic in either is an uncaught exception that is
// handled, after which Node's order asks for RunNext.
type tickHook struct {
	loop       *Loop
	ticks      []func()
	onUncaught func(any)

	depth     int
	searching bool    // inside RunNext
	found     thrower // what threw in the callback that RunNext ran
}

// thrower is what has thrown, if anything.
type thrower int

const (
	nobody thrower = iota
	aCallback
	aTick
)

var _ Hook = (*tickHook)(nil)

func (h *tickHook) nextTick(fn func()) { h.ticks = append(h.ticks, fn) }

func (h *tickHook) RunCallback(fn func()) {
	switch {
	case h.searching:
		h.searching = false
		h.found = h.runOne(fn)
		h.searching = true
	case h.depth > 0:
		fn()
	default:
		h.turn(fn)
	}
}

func (h *tickHook) turn(fn func()) {
	h.depth++
	defer func() { h.depth-- }()
	for last := h.runOne(fn); last != nobody; {
		h.searching, h.found = true, nobody
		ran := h.loop.RunNext(last == aCallback)
		h.searching = false
		last = h.found
		if !ran && !h.runTicks() {
			last = aTick
		}
	}
}

func (h *tickHook) runOne(fn func()) thrower {
	switch {
	case !h.guard(fn):
		return aCallback
	case !h.runTicks():
		return aTick
	}
	return nobody
}

func (h *tickHook) runTicks() bool {
	for len(h.ticks) > 0 {
		tick := h.ticks[0]
		h.ticks = h.ticks[1:]
		if !h.guard(tick) {
			return false
		}
	}
	return true
}

func (h *tickHook) guard(fn func()) (ok bool) {
	defer func() {
		switch x := recover().(type) {
		case nil:
		case thrown:
			ok = false
			// As Node does, to be sure that there is a next callback.
			h.loop.NewImmediate(func() {})
			h.onUncaught(x)
		default:
			panic(x)
		}
	}()
	fn()
	return true
}
