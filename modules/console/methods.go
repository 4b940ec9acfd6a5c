package console

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// label is the first argument of count and time.
func (c *console) label(args []goja.Value) string {
	if len(args) == 0 || goja.IsUndefined(args[0]) {
		return "default"
	}
	if _, symbol := args[0].(*goja.Symbol); symbol {
		panic(c.m.vm.NewTypeError("Cannot convert a Symbol value to a string"))
	}
	return args[0].String()
}

func (c *console) count(args []goja.Value) {
	name := c.label(args)
	if c.counts == nil {
		c.counts = map[string]int{}
	}
	c.counts[name]++
	c.log([]goja.Value{c.m.vm.ToValue(name + ": " + strconv.Itoa(c.counts[name]))})
}

func (c *console) countReset(args []goja.Value) {
	name := c.label(args)
	if _, ok := c.counts[name]; !ok {
		c.m.deps.Warn("Count for '" + name + "' does not exist")
		return
	}
	delete(c.counts, name)
}

func (c *console) time(args []goja.Value) {
	name := c.label(args)
	if _, ok := c.timers[name]; ok {
		c.m.deps.Warn("Label '" + name + "' already exists for console.time()")
		return
	}
	if c.timers == nil {
		c.timers = map[string]time.Time{}
	}
	c.timers[name] = c.m.deps.Now()
}

func (c *console) timeEnd(args []goja.Value) {
	name := c.label(args)
	if c.printTimer("timeEnd", name, nil) {
		delete(c.timers, name)
	}
}

func (c *console) timeLog(args []goja.Value) {
	var rest []goja.Value
	if len(args) > 1 {
		rest = args[1:]
	}
	c.printTimer("timeLog", c.label(args), rest)
}

func (c *console) printTimer(method, name string, rest []goja.Value) bool {
	start, ok := c.timers[name]
	if !ok {
		c.m.deps.Warn("No such label '" + name + "' for console." + method + "()")
		return false
	}
	text := name + ": " + formatDuration(c.m.deps.Now().Sub(start))
	if len(rest) > 0 {
		text += " " + c.format(c.out, rest)
	}
	c.line(c.out, text)
	return true
}

// formatDuration words a time as Node does: 0.123ms, 1.234s, 1:02.500 (m:ss.mmm).
func formatDuration(d time.Duration) string {
	ms := float64(d) / float64(time.Millisecond)
	switch {
	case ms >= 3600*1000:
		h := int(d.Hours())
		m := int(d.Minutes()) % 60
		s := int(d.Seconds()) % 60
		return fmt.Sprintf("%d:%02d:%02d (h:mm:ss)", h, m, s)
	case ms >= 60*1000:
		m := int(d.Minutes())
		s := ms/1000 - float64(m)*60
		return fmt.Sprintf("%d:%06.3f (m:ss.mmm)", m, s)
	case ms >= 1000:
		return strconv.FormatFloat(ms/1000, 'f', 3, 64) + "s"
	}
	text := strconv.FormatFloat(ms, 'f', 3, 64)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return text + "ms"
}

func (c *console) group(args []goja.Value) {
	if len(args) > 0 {
		c.log(args)
	}
	c.indent += strings.Repeat(" ", c.indentBy)
}

func (c *console) groupEnd([]goja.Value) {
	c.indent = c.indent[:max(0, len(c.indent)-c.indentBy)]
}

func (c *console) assert(args []goja.Value) {
	if len(args) > 0 && args[0].ToBoolean() {
		return
	}
	vm := c.m.vm
	if len(args) < 2 {
		c.warn([]goja.Value{vm.ToValue("Assertion failed")})
		return
	}
	rest := args[1:]
	if goja.IsString(rest[0]) {
		rest[0] = vm.ToValue("Assertion failed: " + rest[0].String())
		c.warn(rest)
		return
	}
	c.warn(append([]goja.Value{vm.ToValue("Assertion failed")}, rest...))
}

// dir is console.dir(object[, options]): inspect without custom functions.
func (c *console) dir(args []goja.Value) {
	vm := c.m.vm
	options := vm.NewObject()
	binding.Value(options, "customInspect", vm.ToValue(false))
	for _, from := range []goja.Value{c.optionsValue(), argument(args, 1)} {
		if obj, ok := from.(*goja.Object); ok {
			for _, name := range obj.Keys() {
				binding.Value(options, name, obj.Get(name))
			}
		}
	}
	c.line(c.out, c.m.deps.Format().Inspect(argument(args, 0), options))
}

func (c *console) optionsValue() goja.Value {
	if o := c.inspectOptions(c.out); o != nil {
		return o
	}
	return goja.Undefined()
}

func argument(args []goja.Value, i int) goja.Value {
	if i < len(args) {
		return args[i]
	}
	return goja.Undefined()
}

// trace prints the stack of its caller on standard error.
func (c *console) trace(args []goja.Value) {
	vm := c.m.vm
	err, e := vm.New(c.m.e.Intrinsics.Error)
	if e != nil {
		panic(e)
	}
	binding.Hidden(err, "name", vm.ToValue("Trace"))
	binding.Hidden(err, "message", vm.ToValue(c.format(c.err, args)))
	c.captureTrace(err)
	c.line(c.err, err.Get("stack").String())
}

// captureTrace is Error.captureStackTrace(err).
func (c *console) captureTrace(err *goja.Object) {
	ctor := c.m.e.Intrinsics.Error
	if fn, ok := engine.Callable(ctor.Get("captureStackTrace")); ok {
		c.m.e.Call(fn, ctor, err)
	}
}

// clear clears a terminal, and does nothing elsewhere.
func (c *console) clear([]goja.Value) {
	if term, _ := c.m.deps.Getenv("TERM"); c.out.terminal() != nil && term != "dumb" {
		c.out.write("\x1b[1;1H")
		c.out.write("\x1b[0J")
	}
	c.indent = ""
}
