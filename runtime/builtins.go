package runtime

import (
	"net/netip"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/modules/assert"
	"github.com/gonode/gonode/modules/buffer"
	"github.com/gonode/gonode/modules/console"
	"github.com/gonode/gonode/modules/dns"
	"github.com/gonode/gonode/modules/events"
	"github.com/gonode/gonode/modules/eventtarget"
	"github.com/gonode/gonode/modules/module"
	"github.com/gonode/gonode/modules/process"
	"github.com/gonode/gonode/modules/stream"
	"github.com/gonode/gonode/modules/stringdecoder"
	"github.com/gonode/gonode/modules/timers"
	"github.com/gonode/gonode/modules/util/inspect"
	"github.com/gonode/gonode/netmodule"
	"github.com/gonode/gonode/netmodule/transport"
)

// builtins holds the built-in modules of one runtime. Each is made on its
// first use, by the method of its name below; construct is the table that
// says which name of require is which.
type builtins struct {
	assertModule    *assert.Module
	buffersModule   *buffer.Module
	consoleModule   *console.Module
	dnsModule       *dns.Module
	eventsModule    *events.Module
	processModule   *process.Module
	streamModule    *stream.Module
	timersModule    *timers.Module
	decoderModule   *stringdecoder.Module
	targetModule    *eventtarget.Module
	netModule       *netmodule.Module
	network         transport.Network
	moduleLoader    *module.Loader
	inspectorModule *inspect.Inspector
	mainModule      *goja.Object

	made map[string]goja.Value // exports by name without node:
}

// builtinNames are the names that construct knows, as module.builtinModules
// lists them.
func builtinNames() []string {
	return []string{
		"assert", "assert/strict", "buffer", "console", "dns", "dns/promises", "events", "module", "net", "process", "stream", "stream/promises", "string_decoder", "timers", "timers/promises",
	}
}

// construct makes the exports of a built-in module. It knows every name that
// require accepts, without the node: prefix.
func (rt *Runtime) construct(name string) (goja.Value, bool) {
	switch name {
	case "assert":
		return rt.assert().Exports(), true
	case "assert/strict":
		return rt.assert().Exports().Get("strict"), true
	case "buffer":
		return rt.buffers().Exports(), true
	case "console":
		return rt.console().Exports(), true
	case "dns":
		return rt.dns().Exports(), true
	case "dns/promises":
		return rt.dns().Exports().Get("promises"), true
	case "events":
		return rt.events().Exports(), true
	case "process":
		return rt.process().Exports(), true
	case "module":
		return rt.loader().Exports(), true
	case "net":
		return rt.net().Exports(), true
	case "stream":
		return rt.streams().Exports(), true
	case "stream/promises":
		return rt.streams().Exports().Get("promises"), true
	case "string_decoder":
		return rt.decoders().Exports(), true
	case "timers":
		return rt.timers().Exports(), true
	case "timers/promises":
		return rt.timers().Promises(), true
	}
	return nil, false
}

// builtin returns the exports of a built-in module, with or without node:.
func (rt *Runtime) builtin(id string) (goja.Value, bool) {
	name := strings.TrimPrefix(id, "node:")
	if v, ok := rt.made[name]; ok {
		return v, true
	}
	v, ok := rt.construct(name)
	if ok {
		rt.made[name] = v
	}
	return v, ok
}

func (rt *Runtime) buffers() *buffer.Module {
	if rt.buffersModule == nil {
		rt.buffersModule = buffer.New(rt.e.VM)
		rt.buffersModule.Attach(buffer.Deps{
			Warn:         func(text, code string) { rt.process().WarnCode(text, "DeprecationWarning", code) },
			Inspect:      func(v goja.Value) string { return rt.inspect(v, reportDepth) },
			DOMException: rt.domException,
		})
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
			IsStdio:  rt.isStdio,
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

// openedNetwork is the network that net and dns share.
func (rt *Runtime) openedNetwork() transport.Network {
	if rt.network == nil {
		rt.network = rt.openNetwork(rt.loop)
	}
	return rt.network
}

// patchedLookup is what a script has put in the place of dns.lookup, if it
// has loaded dns at all.
func (rt *Runtime) patchedLookup() engine.Func {
	if rt.dnsModule == nil {
		return nil
	}
	return rt.dnsModule.Patched()
}

func (rt *Runtime) assert() *assert.Module {
	if rt.assertModule == nil {
		rt.assertModule = assert.New(rt.e, assert.Deps{Inspect: rt.inspectWith})
	}
	return rt.assertModule
}

func (rt *Runtime) dns() *dns.Module {
	if rt.dnsModule == nil {
		rt.dnsModule = dns.New(rt.e, rt.e.VM.NewObject(), dns.Deps{
			Lookup: func(host string, family int, done func([]netip.Addr, error)) {
				rt.openedNetwork().Lookup(transport.LookupOptions{Host: host, Family: family}, done)
			},
			Describe: rt.inspect,
		})
	}
	return rt.dnsModule
}

func (rt *Runtime) net() *netmodule.Module {
	if rt.netModule == nil {
		rt.netModule = netmodule.New(rt.e, rt.streams(), netmodule.Deps{
			Network: rt.openedNetwork(), PatchedLookup: rt.patchedLookup, Describe: rt.inspect,
		})
	}
	return rt.netModule
}

func (rt *Runtime) eventTarget() *eventtarget.Module {
	if rt.targetModule == nil {
		rt.targetModule = eventtarget.New(rt.e, eventtarget.Deps{
			Timeout: rt.timeout,
			Warn:    func(w *goja.Object) { rt.process().Warn(w) },
		})
	}
	return rt.targetModule
}

// timeout calls fn after some milliseconds and keeps nothing alive meanwhile.
func (rt *Runtime) timeout(ms float64, fn func()) {
	t := rt.loop.NewTimer(fn)
	t.Unref()
	t.Start(eventloop.Delay(ms), false)
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
		if rt.mainModule != nil {
			rt.setMainModule(rt.mainModule)
		}
	}
	return rt.processModule
}

// close ends what the modules hold outside the VM.
func (b *builtins) close() {
	if b.processModule != nil {
		b.processModule.Close()
	}
	if b.network != nil {
		b.network.Close()
	}
}

// started reports whether somebody has made the process object: until then
// nobody can have listened for its events or set its exit code.
func (b *builtins) started() bool { return b.processModule != nil }

// isStdio reports whether obj is process.stdout or process.stderr.
func (rt *Runtime) isStdio(obj *goja.Object) bool {
	if !rt.started() {
		return false
	}
	for _, fd := range []int{1, 2} {
		if stream, ok := rt.processModule.MadeStream(fd); ok && stream == obj {
			return true
		}
	}
	return false
}

func (rt *Runtime) domException(message, name string) *goja.Object {
	vm := rt.e.VM
	err, failed := vm.New(rt.eventTarget().Get("DOMException"), vm.ToValue(message), vm.ToValue(name))
	if failed != nil {
		panic(failed)
	}
	return err
}
