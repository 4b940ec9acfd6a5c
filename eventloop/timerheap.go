package eventloop

// listHeap is a binary heap of timer lists, the one that expires first on top.
// Every list knows its index.
type listHeap []*timerList

// due returns the first list if it has expired at now.
func (h listHeap) due(now int64) *timerList {
	if len(h) == 0 || h[0].expiry > now {
		return nil
	}
	return h[0]
}

func (h *listHeap) push(list *timerList) {
	list.index = len(*h)
	*h = append(*h, list)
	h.up(list.index)
}

// remove takes the list at i out.
func (h *listHeap) remove(i int) {
	s := *h
	last := len(s) - 1
	s.swap(i, last)
	s[last].index = -1
	s[last] = nil
	*h = s[:last]
	if i < last {
		h.down(i)
		h.up(i)
	}
}

func (h listHeap) up(i int) {
	for i > 0 {
		parent := (i - 1) / 2
		if !h.less(i, parent) {
			return
		}
		h.swap(i, parent)
		i = parent
	}
}

func (h listHeap) down(i int) {
	for {
		first := i
		for child := 2*i + 1; child <= 2*i+2 && child < len(h); child++ {
			if h.less(child, first) {
				first = child
			}
		}
		if first == i {
			return
		}
		h.swap(i, first)
		i = first
	}
}

func (h listHeap) less(i, j int) bool {
	if h[i].expiry != h[j].expiry {
		return h[i].expiry < h[j].expiry
	}
	return h[i].id < h[j].id
}

func (h listHeap) swap(i, j int) {
	h[i], h[j] = h[j], h[i]
	h[i].index, h[j].index = i, j
}
