package eventloop

// NewUrgentImmediate is NewImmediate for what has to run before the immediates
// that are queued already (Node runs its own immediates before those of
// scripts).
func (l *Loop) NewUrgentImmediate(fn func()) *Immediate {
	im := &Immediate{queue: &l.immediates, fn: fn}
	root := &l.immediates.queued.root
	first := root.next
	im.prev, im.next = root, first
	root.next, first.prev = im, im
	l.immediates.refs++
	return im
}
