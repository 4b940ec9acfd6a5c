package runtime

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/buffer"
	"github.com/gonode/gonode/modules/events"
	"github.com/gonode/gonode/modules/process"
	"github.com/gonode/gonode/modules/stream"
	"github.com/gonode/gonode/modules/stringdecoder"
	"github.com/gonode/gonode/modules/timers"
)

// builtins holds the built-in modules of one runtime. Each is made on its
// first use, by the method of its name below; construct is the table that
// says which name of require is which.
type builtins struct {
	buffersModule *buffer.Module
	eventsModule  *events.Module
	processModule *process.Module
	streamModule  *stream.Module
	timersModule  *timers.Module
	decoderModule *stringdecoder.Module

	made map[string]goja.Value // exports by name without node:
}

// construct makes the exports of a built-in module. It knows every name that
// require accepts, without the node: prefix.
func (rt *Runtime) construct(name string) (goja.Value, bool) {
	switch name {
	case "buffer":
		return rt.buffers().Exports(), true
	case "events":
		return rt.events().Exports(), true
	case "process":
		return rt.process().Exports(), true
	case "stream":
		return rt.streams().Exports(), true
	case "string_decoder":
		return rt.decoders().Exports(), true
	case "timers":
		return rt.timers().Exports(), true
	case "timers/promises":
		return rt.timers().Promises(), true
	}
	return nil, false
}

// Builtin returns the exports of a module that is not a file: one given by
// WithModule, or a built-in.
func (rt *Runtime) builtin(id string) (goja.Value, bool) {
	name := strings.TrimPrefix(id, "node:")
	if v, ok := rt.made[name]; ok {
		return v, true
	}
	v, ok := rt.embedded(id, name)
	if !ok {
		v, ok = rt.construct(name)
	}
	if ok {
		rt.made[name] = v
	}
	return v, ok
}

// embedded runs the loader that WithModule gave.
func (rt *Runtime) embedded(id, name string) (goja.Value, bool) {
	loader, ok := rt.cfg.modules[name]
	if !ok {
		if loader, ok = rt.cfg.modules[id]; !ok {
			return nil, false
		}
	}
	module := rt.e.VM.NewObject()
	exports := rt.e.VM.NewObject()
	if err := module.Set("exports", exports); err != nil {
		panic(err)
	}
	// A module that requires itself through others sees what is there so far.
	rt.made[name] = exports
	loader(rt.e.VM, module)
	return module.Get("exports"), true
}

func (rt *Runtime) buffers() *buffer.Module {
	if rt.buffersModule == nil {
		rt.buffersModule = buffer.New(rt.e.VM)
	}
	return rt.buffersModule
}

func (rt *Runtime) events() *events.Module {
	if rt.eventsModule == nil {
		rt.eventsModule = events.New(rt.e, events.Deps{
			Warn:     func(w *goja.Object) { rt.process().Warn(w) },
			Describe: rt.inspect,
		})
	}
	return rt.eventsModule
}

func (rt *Runtime) streams() *stream.Module {
	if rt.streamModule == nil {
		rt.streamModule = stream.New(rt.e, rt.events(), rt.buffers(), stream.Deps{
			Process:  func(name string) goja.Value { return rt.process().Exports().Get(name) },
			Describe: rt.inspect,
		})
	}
	return rt.streamModule
}

func (rt *Runtime) decoders() *stringdecoder.Module {
	if rt.decoderModule == nil {
		rt.decoderModule = stringdecoder.New(rt.e.VM, rt.buffers())
	}
	return rt.decoderModule
}

func (rt *Runtime) timers() *timers.Module {
	if rt.timersModule == nil {
		rt.timersModule = timers.New(rt.e, timers.Deps{
			Warn: func(text, name string) { rt.process().WarnText(text, name) },
		})
	}
	return rt.timersModule
}

func (rt *Runtime) process() *process.Module {
	if rt.processModule == nil {
		rt.processModule = process.New(rt.e, rt.cfg.process(rt.cfg.argv(rt.script), rt.start), rt.processDeps())
		rt.e.OnRejections(rt.processModule.Rejections())
	}
	return rt.processModule
}

// started reports whether somebody has made the process object: until then
// nobody can have listened for its events or set its exit code.
func (b *builtins) started() bool { return b.processModule != nil }
