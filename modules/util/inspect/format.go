package inspect

import (
	"math"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/wtf8"
	"github.com/gonode/gonode/modules/util/primordials"
	"github.com/gonode/gonode/modules/util/types"
)

// Format is util.format.
func (i *Inspector) Format(args []goja.Value) string {
	if text, ok := joinStrings(args); ok {
		return text
	}
	return i.FormatWithOptions(i.Defaults(), args)
}

// joinStrings formats arguments that need no formatting: strings, the first
// of them without placeholders. It touches nothing of an inspector.
func joinStrings(args []goja.Value) (string, bool) {
	switch len(args) {
	case 0:
		return "", true
	case 1:
		if goja.IsString(args[0]) {
			return wtf8.Of(args[0]), true
		}
		return "", false
	}
	parts := make([]string, len(args))
	for n, arg := range args {
		if !goja.IsString(arg) {
			return "", false
		}
		parts[n] = wtf8.Of(arg)
	}
	if strings.Contains(parts[0], "%") {
		return "", false
	}
	return strings.Join(parts, " "), true
}

// FormatStrings is Format for arguments that need no inspector; it reports
// false for all others.
func FormatStrings(args []goja.Value) (string, bool) { return joinStrings(args) }

// FormatWithOptions is util.formatWithOptions.
func (i *Inspector) FormatWithOptions(opts Options, args []goja.Value) string {
	f := formatter{Inspector: i, opts: opts, args: args}
	if len(args) > 0 && goja.IsString(args[0]) {
		if len(args) == 1 {
			return wtf8.Of(args[0])
		}
		f.placeholders(wtf8.Of(args[0]))
	}
	f.rest()
	return f.out.String()
}

// formatter is one call of format.
type formatter struct {
	*Inspector
	opts Options
	args []goja.Value
	next int // argument
	out  strings.Builder
}

// placeholders writes the first argument with its placeholders replaced, as
// far as there are arguments for them.
func (f *formatter) placeholders(text string) {
	f.next = 1
	for {
		at := strings.IndexByte(text, '%')
		if at < 0 || at+1 == len(text) {
			break
		}
		letter := text[at+1]
		switch {
		case letter == '%':
			f.out.WriteString(text[:at+1])
		case f.next < len(f.args) && strings.IndexByte("sdifjoOc", letter) >= 0:
			f.out.WriteString(text[:at])
			f.out.WriteString(f.replace(letter, f.args[f.next]))
			f.next++
		case letter >= 0x80:
			f.out.WriteString(text[:at+1])
			text = text[at+1:]
			continue
		default:
			f.out.WriteString(text[:at+2])
		}
		text = text[at+2:]
	}
	f.out.WriteString(text)
}

// rest writes the arguments that no placeholder has taken.
func (f *formatter) rest() {
	for n := f.next; n < len(f.args); n++ {
		if n > 0 {
			f.out.WriteByte(' ')
		}
		if v := f.args[n]; goja.IsString(v) {
			f.out.WriteString(wtf8.Of(v))
		} else {
			f.out.WriteString(f.Inspect(v, f.opts))
		}
	}
}

// replace formats an argument as the letter of its placeholder says.
func (f *formatter) replace(letter byte, v goja.Value) string {
	switch letter {
	case 's':
		return f.asString(v)
	case 'd':
		return f.asNumber(v, func() goja.Value { return v.ToNumber() })
	case 'i':
		return f.asNumber(v, func() goja.Value { return f.parseInt(v) })
	case 'f':
		return f.asFloat(v)
	case 'j':
		return f.asJSON(v)
	case 'o':
		opts := f.opts
		opts.give("showHidden", f.vm.ToValue(true))
		opts.give("showProxy", f.vm.ToValue(true))
		opts.give("depth", f.vm.ToValue(4))
		return f.Inspect(v, opts)
	case 'O':
		return f.Inspect(v, f.opts)
	}
	return "" // %c takes styles, which a terminal has no use for
}

func (f *formatter) asNumber(v goja.Value, convert func() goja.Value) string {
	if goja.IsBigInt(v) {
		return bigint(v, f.opts.NumericSeparator)
	}
	if _, ok := v.(*goja.Symbol); ok {
		return "NaN"
	}
	return number(convert(), f.opts.NumericSeparator)
}

// parseInt keeps the sign of a zero, which the engine's own does not.
func (f *formatter) parseInt(v goja.Value) goja.Value {
	text := v.ToString()
	n := f.p.ParseInt(text)
	if n.ToFloat() == 0 && strings.HasPrefix(strings.TrimSpace(text.String()), "-") {
		return f.vm.ToValue(math.Copysign(0, -1))
	}
	return n
}

func (f *formatter) asFloat(v goja.Value) string {
	if _, ok := v.(*goja.Symbol); ok {
		return "NaN"
	}
	return number(f.p.ParseFloat(v), f.opts.NumericSeparator)
}

// asString is %s: objects are inspected unless a script has given them a text
// of their own.
func (f *formatter) asString(v goja.Value) string {
	switch {
	case goja.IsNumber(v):
		return number(v, f.opts.NumericSeparator)
	case goja.IsBigInt(v):
		return bigint(v, f.opts.NumericSeparator)
	}
	switch x := v.(type) {
	case *goja.Symbol:
		return f.p.SymbolToString(x)
	case *goja.Object:
		if !engine.IsCallable(x) && f.hasBuiltInToString(x) {
			opts := f.opts
			opts.give("depth", f.vm.ToValue(0))
			opts.give("colors", f.vm.ToValue(false))
			opts.give("compact", f.vm.ToValue(3))
			return f.Inspect(v, opts)
		}
	}
	return wtf8.ToString(f.vm, v)
}

// hasBuiltInToString reports whether converting an object to a string would
// run a function of the language.
func (i *Inspector) hasBuiltInToString(obj *goja.Object) bool {
	for types.Of(obj) == types.Proxy {
		target := obj.Export().(goja.Proxy).Target()
		if target == nil {
			return true
		}
		obj = target
	}
	toPrimitive := primordials.SymbolKey(goja.SymToPrimitive)
	if i.p.Has(obj, toPrimitive) && !i.ownedByBuiltIn(obj, toPrimitive) {
		return false
	}
	toString := primordials.NameKey("toString")
	return !engine.IsCallable(i.p.Get(obj, toString)) || i.ownedByBuiltIn(obj, toString)
}

// ownedByBuiltIn reports whether a property comes from the prototype of a
// class of the language.
func (i *Inspector) ownedByBuiltIn(obj *goja.Object, key primordials.Key) bool {
	if i.p.HasOwn(obj, key) {
		return false
	}
	for proto := obj.Prototype(); proto != nil; proto = proto.Prototype() {
		if i.p.HasOwn(proto, key) {
			return i.isBuiltIn(proto)
		}
	}
	return false
}

// asJSON is %j.
func (f *formatter) asJSON(v goja.Value) string {
	var text goja.Value
	ex := f.e.Try(func() { text = f.p.Stringify(v) })
	switch {
	case ex == nil:
		return wtf8.Of(text)
	case f.isCircularError(ex.Value()):
		return "[Circular]"
	}
	panic(ex)
}

// isCircularError tells the engine's error about a structure that contains
// itself from errors of the script.
func (i *Inspector) isCircularError(v goja.Value) bool {
	obj, ok := v.(*goja.Object)
	if !ok || !i.IsError(obj) {
		return false
	}
	message := obj.Get("message")
	return message != nil && strings.HasPrefix(message.String(), "Converting circular structure to JSON")
}
