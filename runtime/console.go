package runtime

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/console"
	"github.com/gonode/gonode/modules/util/inspect"
	"github.com/gonode/gonode/netmodule/stdio"
)

// console is the global console.
func (rt *Runtime) console() *console.Module {
	if rt.consoleModule == nil {
		rt.consoleModule = console.New(rt.e, console.Deps{
			Sink:       consoleSink{rt},
			Format:     func() console.Formatter { return formatter{rt} },
			Warn:       func(text string) { rt.process().WarnText(text, "Warning") },
			Now:        rt.cfg.now,
			Stream:     rt.standardStream,
			Terminal:   rt.terminalStream,
			Getenv:     rt.cfg.env.Get,
			ColorDepth: rt.environmentColorDepth,
		})
	}
	return rt.consoleModule
}

// formatter is util.inspect and util.format for the console.
type formatter struct{ rt *Runtime }

var _ console.Formatter = formatter{}

func (f formatter) Inspect(v goja.Value, options *goja.Object) string {
	return f.rt.inspectWith(v, options)
}

func (f formatter) Format(options *goja.Object, args []goja.Value) string {
	opts := f.rt.inspector().Defaults()
	if options != nil {
		opts = f.rt.inspector().ReadOptions(options)
	}
	return f.rt.inspector().FormatWithOptions(opts, args)
}

func (f formatter) Width(text string) int { return inspect.Width(text) }

// consoleSink writes straight to the standard streams until a script has
// asked for process.stdout: from then on it may have replaced its write.
type consoleSink struct{ rt *Runtime }

var _ console.Sink = consoleSink{}

func (s consoleSink) WriteOut(text string) { s.write(1, text) }
func (s consoleSink) WriteErr(text string) { s.write(2, text) }

func (s consoleSink) write(fd int, text string) {
	rt := s.rt
	if rt.started() {
		if stream, ok := rt.processModule.MadeStream(fd); ok {
			rt.e.CallMethod(stream, "write", rt.e.VM.ToValue(text))
			return
		}
	}
	if _, err := rt.output(fd).Write([]byte(text)); err != nil {
		// Node's console drops what its stream could not write.
		return
	}
}

// standardStream is process.stdout or process.stderr.
func (rt *Runtime) standardStream(stderr bool) goja.Value {
	if stderr {
		return rt.process().Exports().Get("stderr")
	}
	return rt.process().Exports().Get("stdout")
}

// terminalStream is the same when that is a terminal, otherwise nil. A script
// that has the stream may have made it look like one, or not.
func (rt *Runtime) terminalStream(stderr bool) *goja.Object {
	fd := 1
	if stderr {
		fd = 2
	}
	terminal := stdio.KindOf(rt.output(fd).Writer()) == stdio.TTY
	if rt.started() {
		if stream, ok := rt.processModule.MadeStream(fd); ok {
			tty := stream.Get("isTTY")
			terminal = tty != nil && tty.ToBoolean()
		}
	}
	if !terminal {
		return nil
	}
	stream, _ := rt.standardStream(stderr).(*goja.Object)
	return stream
}
