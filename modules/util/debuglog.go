package util

import (
	"regexp"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/wtf8"
)

// debugSections are the sections that NODE_DEBUG turns on, a pattern with *
// for any text.
type debugSections struct {
	enabled *regexp.Regexp // nil: none
}

func newDebugSections(variable string) *debugSections {
	if variable == "" {
		return &debugSections{}
	}
	var patterns []string
	for _, name := range strings.Split(variable, ",") {
		patterns = append(patterns, strings.ReplaceAll(regexp.QuoteMeta(name), `\*`, ".*"))
	}
	return &debugSections{enabled: regexp.MustCompile("(?i)^(?:" + strings.Join(patterns, "|") + ")$")}
}

func (d *debugSections) has(section string) bool {
	return d.enabled != nil && d.enabled.MatchString(section)
}

// debuglog is util.debuglog(section, callback). The callback gets the function
// that really logs, or one that does nothing, when the logger is first used;
// not though when the script has seen that the section is off.
func (m *Module) debuglog(c goja.FunctionCall) goja.Value {
	if m.debug == nil {
		m.debug = newDebugSections(m.deps.Debug)
	}
	section := strings.ToUpper(wtf8.ToString(m.vm, c.Argument(0)))
	callback, hasCallback := engine.Callable(c.Argument(1))
	enabled := m.debug.has(section)
	var log engine.Func
	seen := false
	logger := binding.Func(m.vm, "logger", 0, func(c goja.FunctionCall) goja.Value {
		if seen && !enabled {
			return nil
		}
		if log == nil {
			direct := m.realLogger(section, enabled)
			log, _ = engine.Callable(direct)
			if hasCallback {
				m.e.Call(callback, goja.Undefined(), direct)
			}
		}
		return log(c)
	})
	m.addEnabled(logger, func() bool {
		seen = true
		return enabled
	})
	return logger
}

func (m *Module) realLogger(section string, enabled bool) *goja.Object {
	name, log := "noop", func(goja.FunctionCall) goja.Value { return nil }
	if enabled {
		name, log = "debug", func(c goja.FunctionCall) goja.Value {
			m.printDebug(section, c.Arguments)
			return nil
		}
	}
	fn := binding.Func(m.vm, name, 0, log)
	m.addEnabled(fn, func() bool { return enabled })
	return fn
}

func (m *Module) addEnabled(fn *goja.Object, enabled func() bool) {
	get := binding.Func(m.vm, "get", 0, func(goja.FunctionCall) goja.Value { return m.vm.ToValue(enabled()) })
	must(fn.DefineAccessorProperty("enabled", get, nil, goja.FLAG_TRUE, goja.FLAG_TRUE))
}

// printDebug writes a line of a section to standard error, coloured when that
// shows colours.
func (m *Module) printDebug(section string, args []goja.Value) {
	process := m.deps.Process()
	stderr := process.Get("stderr").(*goja.Object)
	opts := m.deps.Inspector.Defaults()
	opts.Colors = m.shouldColorize(stderr)
	text := m.deps.Inspector.FormatWithOptions(opts, args)
	pid := m.deps.Inspector.Inspect(process.Get("pid"), opts)
	m.e.CallMethod(stderr, "write", wtf8.Value(section+" "+pid+": "+text+"\n"))
}
