package util

import (
	"strconv"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/wtf8"
)

// styleText is util.styleText(format, text, options).
func (m *Module) styleText(c goja.FunctionCall) goja.Value {
	m.requireString("text", c.Argument(1))
	colored := m.stylesStream(c.Argument(2))
	text := wtf8.Of(c.Argument(1))
	before, after := "", ""
	for _, format := range m.formats(c.Argument(0)) {
		style, ok := m.styleNamed(format)
		if !ok {
			continue
		}
		before += style.on
		after = style.off + after
		text = style.reopen(text)
	}
	if !colored {
		return c.Argument(1)
	}
	return wtf8.Value(before + text + after)
}

// stylesStream reads the options: whether the text goes where colours show.
func (m *Module) stylesStream(v goja.Value) bool {
	var stream goja.Value
	validate := true
	if !goja.IsUndefined(v) {
		options, ok := v.(*goja.Object)
		if !ok {
			panic(nodeerr.ArgType(m.vm, "options", v, "object"))
		}
		if given := options.Get("validateStream"); given != nil && !goja.IsUndefined(given) {
			if validate, ok = given.Export().(bool); !ok {
				panic(nodeerr.ArgType(m.vm, "options.validateStream", given, "boolean"))
			}
		}
		stream = options.Get("stream")
	}
	if !validate {
		return true
	}
	if stream == nil || goja.IsUndefined(stream) {
		stream = m.deps.Process().Get("stdout")
	}
	if goja.IsNull(stream) {
		return m.shouldColorize(stream)
	}
	if !isStream(stream) {
		panic(nodeerr.ArgType(m.vm, "stream", stream, "ReadableStream", "WritableStream", "Stream"))
	}
	return m.shouldColorize(stream)
}

// isStream reports whether v is a stream of Node or of the web.
func isStream(v goja.Value) bool {
	obj, ok := v.(*goja.Object)
	if !ok {
		return false
	}
	has := func(names ...string) bool {
		for _, name := range names {
			if !engine.IsCallable(obj.Get(name)) {
				return false
			}
		}
		return true
	}
	return has("write", "on") || has("pipe", "on") || has("pipeThrough", "getReader", "cancel") || has("getWriter", "abort")
}

// shouldColorize reports whether colours show on a stream: FORCE_COLOR
// decides, else the terminal.
func (m *Module) shouldColorize(stream goja.Value) bool {
	const monochrome = 2
	if env, ok := m.deps.Process().Get("env").(*goja.Object); ok {
		if force := env.Get("FORCE_COLOR"); force != nil && !goja.IsUndefined(force) {
			return m.deps.ColorDepth() > monochrome
		}
	}
	obj, ok := stream.(*goja.Object)
	if !ok {
		return false
	}
	if tty := obj.Get("isTTY"); tty == nil || !tty.ToBoolean() {
		return false
	}
	if !engine.IsCallable(obj.Get("getColorDepth")) {
		return true
	}
	return m.e.CallMethod(obj, "getColorDepth").ToFloat() > monochrome
}

// textStyle is a pair of escape sequences.
type textStyle struct{ on, off string }

// reopen turns the style on again wherever the text ends it, but at its own
// end.
func (s textStyle) reopen(text string) string {
	with := s.on
	if s.off == "\x1b[22m" { // which ends bold and dim alike
		with = s.off + s.on
	}
	text, atEnd := strings.CutSuffix(text, s.off)
	text = strings.ReplaceAll(text, s.off, with)
	if atEnd {
		text += s.off
	}
	return text
}

// formats are the formats of the first argument: one, or an array of them.
func (m *Module) formats(v goja.Value) []goja.Value {
	if !isArrayValue(v) {
		return []goja.Value{v}
	}
	var list []goja.Value
	m.vm.ForOf(v, func(format goja.Value) bool {
		list = append(list, format)
		return true
	})
	return list
}

// styleNamed finds a style: a name of util.inspect.colors or a hexadecimal
// colour. It reports false for the name none.
func (m *Module) styleNamed(format goja.Value) (textStyle, bool) {
	colors := m.deps.Inspector.Function().Get("colors").(*goja.Object)
	if _, isSymbol := format.(*goja.Symbol); !isSymbol {
		name := m.text(format)
		if name == "none" {
			return textStyle{}, false
		}
		if strings.HasPrefix(name, "#") {
			return m.hexStyle(name), true
		}
		if pair, ok := colors.Get(name).(*goja.Object); ok {
			return textStyle{escape(pair.Get("0").String()), escape(pair.Get("1").String())}, true
		}
	}
	var names []string
	for _, name := range colors.GetOwnPropertyNames() {
		names = append(names, "'"+name+"'")
	}
	panic(nodeerr.ArgValue(m.vm, "format", m.plain(format), "must be one of: "+strings.Join(names, ", ")))
}

func escape(code string) string { return "\x1b[" + code + "m" }

// hexStyle is a colour written #RGB or #RRGGBB.
func (m *Module) hexStyle(name string) textStyle {
	digits := name[1:]
	if len(digits) == 3 {
		digits = strings.Repeat(digits[:1], 2) + strings.Repeat(digits[1:2], 2) + strings.Repeat(digits[2:], 2)
	}
	rgb, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || len(digits) != 6 {
		panic(nodeerr.ArgValue(m.vm, "format", "'"+name+"'", "must be a valid hex color (#RGB or #RRGGBB)"))
	}
	part := func(shift int) string { return strconv.FormatUint(rgb>>shift&0xff, 10) }
	return textStyle{escape("38;2;" + part(16) + ";" + part(8) + ";" + part(0)), escape("39")}
}
