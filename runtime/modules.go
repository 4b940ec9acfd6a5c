package runtime

import (
	"net/netip"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/wtf8"
	"github.com/gonode/gonode/modules/assert"
	"github.com/gonode/gonode/modules/buffer"
	"github.com/gonode/gonode/modules/diagnosticschannel"
	"github.com/gonode/gonode/modules/dns"
	"github.com/gonode/gonode/modules/events"
	"github.com/gonode/gonode/modules/eventtarget"
	"github.com/gonode/gonode/modules/os"
	"github.com/gonode/gonode/modules/path"
	"github.com/gonode/gonode/modules/process"
	"github.com/gonode/gonode/modules/stream"
	"github.com/gonode/gonode/modules/stringdecoder"
	nodetest "github.com/gonode/gonode/modules/test"
	"github.com/gonode/gonode/modules/timers"
	"github.com/gonode/gonode/modules/tty"
	"github.com/gonode/gonode/netmodule"
	"github.com/gonode/gonode/netmodule/transport"
)

func (rt *Runtime) buffers() *buffer.Module {
	if rt.buffersModule == nil {
		rt.buffersModule = buffer.New(rt.e.VM)
		rt.buffersModule.Attach(buffer.Deps{
			Warn:               func(text, code string) { rt.process().WarnCode(text, "DeprecationWarning", code) },
			PendingDeprecation: rt.cfg.warnings.Pending,
			Inspect:            func(v goja.Value) string { return rt.inspect(v, reportDepth) },
			DOMException:       rt.domException,
		})
	}
	return rt.buffersModule
}

func (rt *Runtime) events() *events.Module {
	if rt.eventsModule == nil {
		rt.eventsModule = events.New(rt.e, events.Deps{
			Warn:          func(w *goja.Object) { rt.process().Warn(w) },
			Describe:      rt.inspect,
			AsyncResource: func() goja.Value { return rt.asyncHooks().Exports().Get("AsyncResource") },
		})
	}
	return rt.eventsModule
}

func (rt *Runtime) streams() *stream.Module {
	if rt.streamModule == nil {
		rt.streamModule = stream.New(rt.e, rt.events(), rt.buffers(), stream.Deps{
			IsStdio:    rt.isStdio,
			Describe:   rt.inspect,
			Decoder:    func(d *stringdecoder.Decoder) goja.Value { return rt.decoders().Object(d) },
			Generators: rt.generators,
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
		rt.assertModule = assert.New(rt.e, assert.Deps{
			Inspect: rt.inspectWith,
			Warn:    func(text, code string) { rt.process().WarnCode(text, "DeprecationWarning", code) },
		})
	}
	return rt.assertModule
}

func (rt *Runtime) channels() *diagnosticschannel.Module {
	if rt.channelsModule == nil {
		rt.channelsModule = diagnosticschannel.New(rt.e)
	}
	return rt.channelsModule
}

func (rt *Runtime) dns() *dns.Module {
	if rt.dnsModule == nil {
		rt.dnsModule = dns.New(rt.e, dns.Deps{
			Lookup: func(host string, family int, done func([]netip.Addr, error)) {
				rt.openedNetwork().Lookup(transport.LookupOptions{Host: host, Family: family}, done)
			},
			Warn:     func(text, code string) { rt.process().WarnCode(text, "DeprecationWarning", code) },
			Describe: rt.inspect,
		})
	}
	return rt.dnsModule
}

func (rt *Runtime) net() *netmodule.Module {
	if rt.netModule == nil {
		rt.netModule = netmodule.New(rt.e, rt.streams(), netmodule.Deps{
			Network: rt.openedNetwork(), PatchedLookup: rt.patchedLookup, Describe: rt.inspect, Inspect: rt.inspectWith,
			Warn:     func(text, name string) { rt.process().WarnText(text, name) },
			Timeline: rt.timeline,
			Primary:  rt.primary,
		})
	}
	return rt.netModule
}

func (rt *Runtime) os() *os.Module {
	if rt.osModule == nil {
		rt.osModule = os.New(rt.e.VM, os.Deps{
			System: rt.cfg.system,
			Getenv: rt.cfg.env.Get,
			Buffer: func(text string) goja.Value { return rt.buffers().FromBytes([]byte(text)) },
			Arch:   process.Arch(),
			Name:   process.Platform(),
		})
	}
	return rt.osModule
}

func (rt *Runtime) paths() *path.Module {
	if rt.pathModule == nil {
		rt.pathModule = path.New(rt.e.VM, path.Deps{
			Cwd: func() string { return wtf8.Of(rt.e.CallMethod(rt.process().Exports(), "cwd")) },
			Env: rt.getenv,
		})
	}
	return rt.pathModule
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
	ctx := rt.e.Capture("Timeout", nil)
	t := rt.loop.NewTimer(func() {
		rt.e.EnterContext(ctx)
		fn()
	})
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

func (rt *Runtime) tests() *nodetest.Module {
	if rt.testModule == nil {
		rt.testModule = nodetest.New(rt.e, nodetest.Deps{
			Builtin: func(name string) goja.Value {
				v, _ := rt.requireBuiltin(name)
				return v
			},
		})
	}
	return rt.testModule
}

func (rt *Runtime) tty() *tty.Module {
	if rt.ttyModule == nil {
		rt.ttyModule = tty.New(rt.e, tty.Deps{
			Open: rt.terminal,
			Net:  func() *goja.Object { return rt.net().Exports() },
			Release: func() string {
				v, _ := rt.cfg.system.Version()
				return v.Release
			},
		})
	}
	return rt.ttyModule
}

// close ends what the modules hold outside the VM.
func (b *builtins) close() {
	if b.processModule != nil {
		b.processModule.Close()
	}
	if b.fsModule != nil {
		b.fsModule.Close()
	}
	if b.ttyModule != nil {
		b.ttyModule.Close()
	}
	if b.cryptoModule != nil {
		b.cryptoModule.Close()
	}
	if b.network != nil {
		b.network.Close()
	}
	if b.childModule != nil {
		b.childModule.Close()
	}
	if b.childPipes != nil {
		b.childPipes.Close()
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
