package eventloop

import (
	"slices"
	"testing"
)

// Whichever list is taken out, the others come out in their order.
func TestListHeap(t *testing.T) {
	expiries := []int64{1, 10, 2, 11, 12, 3, 4, 10, 13, 2}
	for n := range len(expiries) + 1 {
		for i := range n {
			testHeapWithout(t, expiries[:n], i)
		}
	}
}

func testHeapWithout(t *testing.T, expiries []int64, i int) {
	var h listHeap
	for id, expiry := range expiries {
		h.push(&timerList{expiry: expiry, id: int64(id)})
	}
	want := slices.SortedFunc(slices.Values(h), byExpiry)
	taken := h[i]
	h.remove(i)
	if taken.index != -1 {
		t.Errorf("index of the list that was at %d is %d", i, taken.index)
	}
	for k := 1; k < len(h); k++ {
		if parent := (k - 1) / 2; h.less(k, parent) || h[k].index != k {
			t.Errorf("%v without the list at %d: no heap at %d", expiries, i, k)
		}
	}
	want = slices.DeleteFunc(want, func(l *timerList) bool { return l == taken })
	for _, next := range want {
		if h[0] != next {
			t.Fatalf("%v without the list at %d: next is %d, want %d", expiries, i, h[0].expiry, next.expiry)
		}
		if due := h.due(next.expiry - 1); due != nil {
			t.Errorf("list of %d is due at %d", due.expiry, next.expiry-1)
		}
		h.remove(h.due(next.expiry).index)
	}
	if len(h) > 0 {
		t.Errorf("%d lists left", len(h))
	}
}

func byExpiry(a, b *timerList) int {
	if a.expiry != b.expiry {
		return int(a.expiry - b.expiry)
	}
	return int(a.id - b.id)
}
