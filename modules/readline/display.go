package readline

import (
	"math"
	"unicode/utf8"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/wtf8"
)

// position is a place on a screen, counted from where the text began.
type position struct{ cols, rows float64 }

// screen is what decides where text goes.
type screen struct {
	columns float64 // +Inf where there is no limit
	tabSize float64
	indent  float64 // columns that each row of the text but the first begins with
	width   func(s string) int
}

// end is where the cursor stands once text, which has no escape sequences,
// was written.
func (s *screen) end(text string) position {
	offset, rows := 0.0, 0.0
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		if r == utf8.RuneError && size == 1 {
			size = wtf8Length(text)
		}
		char := text[:size]
		text = text[size:]
		switch {
		case r == '\n':
			rows += math.Max(math.Ceil(offset/s.columns), 1)
			offset = s.indent
		case r == '\t':
			offset += s.tabSize - math.Mod(offset, s.tabSize)
		case r >= ' ' && r < 0x7f:
			offset++
		default:
			width := float64(s.width(char))
			if width == 2 && math.Mod(offset+1, s.columns) == 0 {
				offset++ // a wide character does not fit into the last column
			}
			offset += width
		}
	}
	cols := math.Mod(offset, s.columns)
	return position{cols: cols, rows: rows + (offset-cols)/s.columns}
}

// wtf8Length is the number of bytes of the lone surrogate, or else of the
// broken character, that text begins with.
func wtf8Length(text string) int {
	if len(text) >= 3 && text[0] == 0xed && text[1] >= 0xa0 {
		return 3
	}
	return 1
}

// displayPosition is native.displayPosition(text, columns, tabSize, indent).
func (m *Module) displayPosition(c goja.FunctionCall) goja.Value {
	s := screen{
		columns: c.Argument(1).ToFloat(), tabSize: c.Argument(2).ToFloat(), indent: c.Argument(3).ToFloat(),
		width: m.deps.Width,
	}
	at := s.end(m.deps.Visible(wtf8.Of(c.Argument(0).ToString())))
	obj := m.vm.NewObject()
	binding.Value(obj, "cols", m.vm.ToValue(at.cols))
	binding.Value(obj, "rows", m.vm.ToValue(at.rows))
	return obj
}
