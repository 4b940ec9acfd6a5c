package inspect

import (
	"math"
	"slices"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/wtf8"
)

// shape is how an object is written: what comes before its brackets, the
// brackets, and whether it is a list, whose entries have no names.
type shape struct {
	base        string
	open, close string
	list        bool
}

// join puts the parts of an object on one line or on several. elements is the
// array that they come from, or nil.
func (p *printer) join(s *shape, parts []string, depth int, elements *goja.Object) string {
	if p.Compact == Tight {
		return p.joinTight(s, parts)
	}
	if p.Compact >= 1 {
		entries := len(parts)
		if s.list && entries > 6 {
			parts = p.columns(parts, elements)
		}
		if p.isInner(depth) && entries == len(parts) {
			start := len(parts) + p.indentation + length(s.open) + length(s.base) + 10
			if p.fits(parts, start, s.base) {
				if line := strings.Join(parts, ", "); !strings.Contains(line, "\n") {
					return s.before() + s.open + " " + line + " " + s.close
				}
			}
		}
	}
	margin := "\n" + spaces(p.indentation)
	return s.before() + s.open + margin + "  " + strings.Join(parts, ","+margin+"  ") + margin + s.close
}

// isInner reports whether an object has at most as many levels inside it as
// the option compact puts on one line.
func (p *printer) isInner(depth int) bool {
	return depth >= 0 && p.currentDepth >= 0 && float64(p.currentDepth-depth) < float64(p.Compact)
}

func (s *shape) before() string {
	if s.base == "" {
		return ""
	}
	return s.base + " "
}

// joinTight is join for compact: true.
func (p *printer) joinTight(s *shape, parts []string) string {
	base := ""
	if s.base != "" {
		base = " " + s.base
	}
	if p.fits(parts, 0, s.base) {
		return s.open + base + " " + strings.Join(parts, ", ") + " " + s.close
	}
	margin := "\n" + spaces(p.indentation)
	first := " "
	if s.base != "" || length(s.open) != 1 {
		first = base + margin + "  "
	}
	return s.open + first + strings.Join(parts, ","+margin+"  ") + " " + s.close
}

// fits reports whether the parts and their commas stay below breakLength.
// Without a limit only a part of several lines does not fit.
func (p *printer) fits(parts []string, start int, base string) bool {
	total := len(parts) + start
	if float64(total+len(parts)) > p.BreakLength {
		return false
	}
	for _, part := range parts {
		if p.Colors {
			part = removeColors(part)
		}
		total += length(part)
		if float64(total) > p.BreakLength || math.IsInf(p.BreakLength, 1) && strings.Contains(part, "\n") {
			return false
		}
	}
	return !strings.Contains(base, "\n")
}

const (
	separatorWidth = 2 // ", "
	maxColumns     = 15
	charAspect     = 2.5 // a character is about so much higher than wide
)

// columns combines the entries of a long array into rows of equally wide
// columns, when they are of similar width (Node's groupArrayElements).
func (p *printer) columns(parts []string, elements *goja.Object) []string {
	count := len(parts)
	if p.MaxArrayLength < float64(count) {
		count-- // the note about more items stays on its own line
	}
	widths, total, widest := p.widths(parts[:count])
	cell := widest + separatorWidth
	if float64(cell*3+p.indentation) >= p.BreakLength || float64(total)/float64(cell) <= 5 && widest > 6 {
		return parts
	}
	bias := math.Sqrt(float64(cell) - float64(total)/float64(len(parts)))
	biased := math.Max(float64(cell)-3-bias, 1)
	columns := int(min(
		math.Round(math.Sqrt(charAspect*biased*float64(count))/biased),
		math.Floor((p.BreakLength-float64(p.indentation))/float64(cell)),
		float64(p.Compact)*4,
		maxColumns,
	))
	if columns <= 1 {
		return parts
	}
	rows := p.rows(parts[:count], widths, columns, p.rightAligned(elements, len(parts)))
	return append(rows, parts[count:]...)
}

// widths measures the parts.
func (p *printer) widths(parts []string) (widths []int, total, widest int) {
	widths = make([]int, len(parts))
	for i, part := range parts {
		if p.Colors {
			part = StripControl(part)
		}
		widths[i] = width(part)
		total += widths[i] + separatorWidth
		widest = max(widest, widths[i])
	}
	return widths, total, widest
}

// rightAligned reports whether all elements are numbers. Without elements the
// parts are numbers too.
func (p *printer) rightAligned(elements *goja.Object, count int) bool {
	if elements == nil {
		return true
	}
	for i := range count {
		if v := elements.Get(itoa(i)); v == nil || !goja.IsNumber(v) && !goja.IsBigInt(v) {
			return false
		}
	}
	return true
}

func (p *printer) rows(parts []string, widths []int, columns int, right bool) []string {
	columnWidths := make([]int, columns)
	for i, w := range widths {
		columnWidths[i%columns] = max(columnWidths[i%columns], w+separatorWidth)
	}
	rows := make([]string, 0, len(parts)/columns+1)
	for first := 0; first < len(parts); first += columns {
		var row strings.Builder
		last := min(first+columns, len(parts)) - 1
		for i := first; i < last; i++ {
			invisible := length(parts[i]) - widths[i]
			row.WriteString(pad(parts[i]+", ", columnWidths[i-first]+invisible, right))
		}
		if right {
			invisible := length(parts[last]) - widths[last]
			row.WriteString(pad(parts[last], columnWidths[last-first]+invisible-separatorWidth, true))
		} else {
			row.WriteString(parts[last])
		}
		rows = append(rows, row.String())
	}
	return rows
}

// sort orders the properties of an object, as the option sorted asks.
func (p *printer) sort(parts []string) {
	if !p.Sorted {
		return
	}
	if p.compare == nil {
		slices.SortStableFunc(parts, compareUTF16)
		return
	}
	slices.SortStableFunc(parts, p.compareByScript)
}

// compareUTF16 orders texts as Array.prototype.sort does.
func compareUTF16(a, b string) int {
	return slices.Compare(wtf8.ToUTF16(a), wtf8.ToUTF16(b))
}

func (p *printer) compareByScript(a, b string) int {
	order := p.e.Call(p.compare, goja.Undefined(), wtf8.Value(a), wtf8.Value(b)).ToFloat()
	switch {
	case order < 0:
		return -1
	case order > 0:
		return 1
	}
	return 0
}
