package inspect

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/wtf8"
)

// minLineWidth is the length from which on a string may be split at its line
// breaks.
const minLineWidth = 16

func itoa(n int) string { return strconv.Itoa(n) }

// primitive prints what is no object.
func (p *printer) primitive(v goja.Value) string { return p.styled(v, p.style) }

// plainPrimitive is primitive without colours.
func (p *printer) plainPrimitive(v goja.Value) string {
	return p.styled(v, func(text, _ string) string { return text })
}

func (p *printer) styled(v goja.Value, style func(text, kind string) string) string {
	switch {
	case goja.IsString(v):
		return p.stringLiteral(wtf8.Of(v), style)
	case goja.IsNumber(v):
		return style(number(v, p.NumericSeparator), "number")
	case goja.IsBigInt(v):
		return style(bigint(v, p.NumericSeparator), "bigint")
	case goja.IsUndefined(v):
		return style("undefined", "undefined")
	case goja.IsNull(v):
		return style("null", "null")
	}
	if sym, ok := v.(*goja.Symbol); ok {
		return style(p.p.SymbolToString(sym), "symbol")
	}
	return style(v.String(), "boolean")
}

// stringLiteral puts a string into quotes, shortened to maxStringLength and,
// when it is long, a line for each of its lines.
func (p *printer) stringLiteral(s string, style func(text, kind string) string) string {
	trailer := ""
	if n := length(s); float64(n) > p.MaxStringLength {
		s, trailer = cut(s, n, p.MaxStringLength)
	}
	n := length(s)
	if p.Compact == Tight || n <= minLineWidth || float64(n) <= p.BreakLength-float64(p.indentation)-4 {
		return style(Quote(s), "string") + trailer
	}
	lines := strings.SplitAfter(s, "\n")
	if len(lines) > 1 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	for i, line := range lines {
		lines[i] = style(Quote(line), "string")
	}
	return strings.Join(lines, " +\n"+spaces(p.indentation+2)) + trailer
}

// cut shortens a string of n units and says by how much.
func cut(s string, n int, limit float64) (kept, trailer string) {
	remaining := float64(n) - limit
	units := wtf8.ToUTF16(s)
	end := int(limit)
	if end < 0 {
		end = max(0, len(units)+end)
	}
	plural := ""
	if remaining > 1 {
		plural = "s"
	}
	return wtf8.FromUTF16(units[:end]), "... " + decimal(remaining) + " more character" + plural
}

// decimal prints a count, which options may make a fraction.
func decimal(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// Quote puts a string into the quotes that need the least escaping, as
// util.inspect does.
func Quote(s string) string {
	quote := byte('\'')
	if strings.Contains(s, "'") {
		switch {
		case !strings.Contains(s, `"`):
			quote = '"'
		case !strings.Contains(s, "`") && !strings.Contains(s, "${"):
			quote = '`'
		}
	}
	return string(quote) + escape(s, quote) + string(quote)
}

// escape replaces control characters, backslashes, lone surrogates and, when
// that is the quote, single quotes.
func escape(s string, quote byte) string {
	clean := 0
	for clean < len(s) && !mustEscape(s, clean, quote) {
		clean++
	}
	if clean == len(s) {
		return s
	}
	var b strings.Builder
	b.WriteString(s[:clean])
	for i := clean; i < len(s); {
		i += escapeAt(&b, s, i, quote)
	}
	return b.String()
}

// mustEscape reports whether the byte at i may begin something to escape.
func mustEscape(s string, i int, quote byte) bool {
	c := s[i]
	return c < 0x20 || c == '\\' || c == quote && quote == '\'' || c == 0x7f || c == 0xc2 || c == 0xed
}

// escapeAt writes the character at i and returns its size.
func escapeAt(b *strings.Builder, s string, i int, quote byte) int {
	if c := s[i]; c < utf8.RuneSelf {
		if mustEscape(s, i, quote) {
			writeEscape(b, rune(c))
		} else {
			b.WriteByte(c)
		}
		return 1
	}
	r, size := utf8.DecodeRuneInString(s[i:])
	switch {
	case r >= 0x80 && r <= 0x9f:
		writeEscape(b, r)
	case r == utf8.RuneError && size == 1:
		unit := wtf8.ToUTF16(s[i:min(i+3, len(s))])[0]
		b.WriteString(`\u` + strconv.FormatUint(uint64(unit), 16))
		return 3
	default:
		b.WriteString(s[i : i+size])
	}
	return size
}

func writeEscape(b *strings.Builder, r rune) {
	b.WriteByte('\\')
	switch r {
	case '\b':
		b.WriteByte('b')
	case '\t':
		b.WriteByte('t')
	case '\n':
		b.WriteByte('n')
	case '\f':
		b.WriteByte('f')
	case '\r':
		b.WriteByte('r')
	case '\'', '\\':
		b.WriteRune(r)
	default:
		const digits = "0123456789ABCDEF"
		b.WriteByte('x')
		b.WriteByte(digits[r>>4])
		b.WriteByte(digits[r&15])
	}
}

// number prints a number; -0 keeps its sign.
func number(v goja.Value, separator bool) string {
	s := nodeerr.Number(v)
	if !separator || math.IsNaN(v.ToFloat()) || math.IsInf(v.ToFloat(), 0) || strings.Contains(s, "e") {
		return s
	}
	whole, fraction, hasFraction := strings.Cut(s, ".")
	if !hasFraction {
		return groupDigits(whole)
	}
	return groupDigits(whole) + "." + groupFraction(fraction)
}

func bigint(v goja.Value, separator bool) string {
	s := v.String()
	if separator {
		s = groupDigits(s)
	}
	return s + "n"
}

// groupDigits puts an underscore before every third digit from the end.
func groupDigits(s string) string {
	start := 0
	if strings.HasPrefix(s, "-") {
		start = 1
	}
	out := ""
	i := len(s)
	for ; i >= start+4; i -= 3 {
		out = "_" + s[i-3:i] + out
	}
	return s[:i] + out
}

// groupFraction puts an underscore after every third digit.
func groupFraction(s string) string {
	out := ""
	for len(s) > 3 {
		out += s[:3] + "_"
		s = s[3:]
	}
	return out + s
}
