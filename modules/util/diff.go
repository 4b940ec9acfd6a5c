package util

import (
	"strconv"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/wtf8"
)

// The operations of util.diff, as Node numbers them: what only the first
// value has is inserted.
const (
	diffDelete = -1
	diffKeep   = 0
	diffInsert = 1
)

type edit struct {
	operation int
	text      string
}

// diff is util.diff(actual, expected): of two texts by their units, or of two
// lists of texts.
func (m *Module) diff(c goja.FunctionCall) goja.Value {
	if c.Argument(0).StrictEquals(c.Argument(1)) {
		return m.vm.NewArray()
	}
	actual := m.diffItems("actual", c.Argument(0))
	expected := m.diffItems("expected", c.Argument(1))
	edits := diff(actual, expected)
	list := make([]any, len(edits))
	for i, x := range edits {
		list[i] = m.vm.NewArray(x.operation, wtf8.Value(x.text))
	}
	return m.vm.NewArray(list...)
}

func (m *Module) diffItems(name string, v goja.Value) []string {
	var items []string
	if isArrayValue(v) {
		m.vm.ForOf(v, func(item goja.Value) bool {
			m.requireString(name+"["+strconv.Itoa(len(items))+"]", item)
			items = append(items, wtf8.Of(item))
			return true
		})
		return items
	}
	m.requireString(name, v)
	for _, unit := range wtf8.ToUTF16(wtf8.Of(v)) {
		items = append(items, wtf8.FromUTF16([]uint16{unit}))
	}
	return items
}

// diff is the shortest edit script between two lists (Myers, "An O(ND)
// Difference Algorithm and Its Variations"), in the order of the lists.
func diff(actual, expected []string) []edit {
	n, m := len(actual), len(expected)
	limit := n + m
	reach := make([]int, 2*limit+2) // the furthest x on each diagonal
	var trace [][]int
	for d := 0; d <= limit; d++ {
		trace = append(trace, append([]int(nil), reach...))
		for k := -d; k <= d; k += 2 {
			x := reach[limit+k+1]
			if !goesDown(reach, limit, k, d) {
				x = reach[limit+k-1] + 1
			}
			for x < n && x-k < m && actual[x] == expected[x-k] {
				x++
			}
			reach[limit+k] = x
			if x >= n && x-k >= m {
				return editsOf(trace, actual, expected)
			}
		}
	}
	return nil
}

// goesDown tells from which neighbour the path of d edits comes to diagonal k:
// from the one above, by a deletion, or from the one below.
func goesDown(reach []int, limit, k, d int) bool {
	return k == -d || k != d && reach[limit+k-1] < reach[limit+k+1]
}

// editsOf walks the path back from the ends of the lists.
func editsOf(trace [][]int, actual, expected []string) []edit {
	x, y := len(actual), len(expected)
	limit := x + y
	var edits []edit
	for d := len(trace) - 1; d >= 0; d-- {
		reach, k := trace[d], x-y
		from := k - 1
		if goesDown(reach, limit, k, d) {
			from = k + 1
		}
		fromX := 0
		if d > 0 {
			fromX = reach[limit+from]
		}
		for x > fromX && y > fromX-from && x > 0 && y > 0 {
			x, y = x-1, y-1
			edits = append(edits, edit{diffKeep, actual[x]})
		}
		if d == 0 {
			break
		}
		if x > fromX {
			x--
			edits = append(edits, edit{diffInsert, actual[x]})
		} else {
			y--
			edits = append(edits, edit{diffDelete, expected[y]})
		}
	}
	for i, j := 0, len(edits)-1; i < j; i, j = i+1, j-1 {
		edits[i], edits[j] = edits[j], edits[i]
	}
	return edits
}
