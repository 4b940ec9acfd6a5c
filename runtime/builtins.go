package runtime

import (
	"slices"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/asyncgenerator"
	"github.com/gonode/gonode/modules/assert"
	"github.com/gonode/gonode/modules/asynchooks"
	"github.com/gonode/gonode/modules/buffer"
	"github.com/gonode/gonode/modules/childprocess"
	"github.com/gonode/gonode/modules/cluster"
	"github.com/gonode/gonode/modules/console"
	"github.com/gonode/gonode/modules/crypto"
	"github.com/gonode/gonode/modules/diagnosticschannel"
	"github.com/gonode/gonode/modules/dns"
	"github.com/gonode/gonode/modules/domain"
	"github.com/gonode/gonode/modules/events"
	"github.com/gonode/gonode/modules/eventtarget"
	"github.com/gonode/gonode/modules/fs"
	"github.com/gonode/gonode/modules/module"
	"github.com/gonode/gonode/modules/os"
	"github.com/gonode/gonode/modules/path"
	"github.com/gonode/gonode/modules/perfhooks"
	"github.com/gonode/gonode/modules/process"
	"github.com/gonode/gonode/modules/querystring"
	"github.com/gonode/gonode/modules/readline"
	"github.com/gonode/gonode/modules/stream"
	"github.com/gonode/gonode/modules/stringdecoder"
	nodetest "github.com/gonode/gonode/modules/test"
	"github.com/gonode/gonode/modules/timers"
	"github.com/gonode/gonode/modules/tty"
	"github.com/gonode/gonode/modules/unbuilt"
	"github.com/gonode/gonode/modules/url"
	"github.com/gonode/gonode/modules/util"
	"github.com/gonode/gonode/modules/util/inspect"
	"github.com/gonode/gonode/modules/vm"
	"github.com/gonode/gonode/netmodule"
	"github.com/gonode/gonode/netmodule/transport"
)

// builtins holds the built-in modules of one runtime. Each is made on its
// first use, by the method of its name in modules.go.
type builtins struct {
	assertModule    *assert.Module
	asyncModule     *asynchooks.Module
	buffersModule   *buffer.Module
	childModule     *childprocess.Module
	childPipes      transport.Network
	clusterModule   *cluster.Module
	consoleModule   *console.Module
	cryptoModule    *crypto.Module
	channelsModule  *diagnosticschannel.Module
	dnsModule       *dns.Module
	domainModule    *domain.Module
	eventsModule    *events.Module
	processModule   *process.Module
	generators      *asyncgenerator.Support
	streamModule    *stream.Module
	timersModule    *timers.Module
	decoderModule   *stringdecoder.Module
	targetModule    *eventtarget.Module
	testModule      *nodetest.Module
	netModule       *netmodule.Module
	network         transport.Network
	moduleLoader    *module.Loader
	inspectorModule *inspect.Inspector
	utilModule      *util.Module
	osModule        *os.Module
	perfModule      *perfhooks.Module
	vmModule        *vm.Module
	ttyModule       *tty.Module
	pathModule      *path.Module
	mainModule      *goja.Object
	queryModule     *querystring.Module
	readlineModule  *readline.Module
	urlModule       *url.Module
	fsModule        *fs.Module

	made map[string]goja.Value // exports by name without node:
}

// builtin is one name that require accepts, without node:.
type builtin struct {
	name string
	make func(rt *Runtime) goja.Value
}

// builtinTable names every built-in module, in the order of
// module.builtinModules.
func builtinTable() []builtin {
	return []builtin{
		{"_stream_duplex", streamClass("Duplex")},
		{"_stream_passthrough", streamClass("PassThrough")},
		{"_stream_readable", streamClass("Readable")},
		{"_stream_transform", streamClass("Transform")},
		{"_stream_writable", streamClass("Writable")},
		{"assert", func(rt *Runtime) goja.Value { return rt.assert().Exports() }},
		{"assert/strict", func(rt *Runtime) goja.Value { return rt.assert().Exports().Get("strict") }},
		{"async_hooks", func(rt *Runtime) goja.Value { return rt.asyncHooks().Exports() }},
		{"buffer", func(rt *Runtime) goja.Value { return rt.buffers().Exports() }},
		{"child_process", func(rt *Runtime) goja.Value { return rt.childProcess().Exports() }},
		{"cluster", func(rt *Runtime) goja.Value { return rt.cluster().Exports() }},
		{"console", func(rt *Runtime) goja.Value { return rt.console().Exports() }},
		{"crypto", func(rt *Runtime) goja.Value { return rt.crypto().Exports() }},
		{"diagnostics_channel", func(rt *Runtime) goja.Value { return rt.channels().Exports() }},
		{"dns", func(rt *Runtime) goja.Value { return rt.dns().Exports() }},
		{"dns/promises", func(rt *Runtime) goja.Value { return rt.dns().Exports().Get("promises") }},
		{"domain", func(rt *Runtime) goja.Value { return rt.domains().Exports() }},
		{"events", func(rt *Runtime) goja.Value { return rt.events().Exports() }},
		{"fs", func(rt *Runtime) goja.Value { return rt.fs().Exports() }},
		{"fs/promises", func(rt *Runtime) goja.Value { return rt.fs().Promises() }},
		{"module", func(rt *Runtime) goja.Value { return rt.loader().Exports() }},
		{"net", func(rt *Runtime) goja.Value { return rt.net().Exports() }},
		{"os", func(rt *Runtime) goja.Value { return rt.os().Exports() }},
		{"path", func(rt *Runtime) goja.Value { return rt.paths().Exports() }},
		{"path/posix", func(rt *Runtime) goja.Value { return rt.paths().Posix() }},
		{"path/win32", func(rt *Runtime) goja.Value { return rt.paths().Win32() }},
		{"perf_hooks", func(rt *Runtime) goja.Value { return rt.performance().Exports() }},
		{"process", func(rt *Runtime) goja.Value { return rt.process().Exports() }},
		{"punycode", func(rt *Runtime) goja.Value { return rt.punycode().Exports() }},
		{"querystring", func(rt *Runtime) goja.Value { return rt.querystring().Exports() }},
		{"readline", func(rt *Runtime) goja.Value { return rt.readline().Exports() }},
		{"readline/promises", func(rt *Runtime) goja.Value { return rt.readline().Promises() }},
		{"stream", func(rt *Runtime) goja.Value { return rt.streams().Exports() }},
		{"stream/consumers", func(rt *Runtime) goja.Value { return rt.streams().Consumers() }},
		{"stream/promises", func(rt *Runtime) goja.Value { return rt.streams().Exports().Get("promises") }},
		{"string_decoder", func(rt *Runtime) goja.Value { return rt.decoders().Exports() }},
		{"sys", func(rt *Runtime) goja.Value { return rt.sys() }},
		{"test", func(rt *Runtime) goja.Value { return rt.tests().Exports() }},
		{"test/reporters", func(rt *Runtime) goja.Value { return rt.tests().Reporters() }},
		{"timers", func(rt *Runtime) goja.Value { return rt.timers().Exports() }},
		{"timers/promises", func(rt *Runtime) goja.Value { return rt.timers().Promises() }},
		{"tty", func(rt *Runtime) goja.Value { return rt.tty().Exports() }},
		{"url", func(rt *Runtime) goja.Value { return rt.urls().Exports() }},
		{"util", func(rt *Runtime) goja.Value { return rt.util().Exports() }},
		{"util/types", func(rt *Runtime) goja.Value { return rt.util().Types() }},
		{"vm", func(rt *Runtime) goja.Value { return rt.vm().Exports() }},
	}
}

// streamClass makes one of the old names of a stream class.
func streamClass(name string) func(rt *Runtime) goja.Value {
	return func(rt *Runtime) goja.Value { return rt.streams().Exports().Get(name) }
}

// schemeOnly are the modules that need the node: prefix.
var schemeOnly = map[string]bool{"sea": true, "sqlite": true, "test": true, "test/reporters": true}

// builtinNames lists every module in Node's order: those that need their
// prefix last, and with it.
func builtinNames() []string {
	var names, prefixed []string
	add := func(name string) {
		if schemeOnly[name] {
			prefixed = append(prefixed, "node:"+name)
		} else {
			names = append(names, name)
		}
	}
	built := map[string]bool{}
	for _, b := range builtinTable() {
		add(b.name)
		built[b.name] = true
	}
	for _, name := range unbuilt.Names() {
		if !built[name] {
			add(name)
		}
	}
	slices.Sort(names)
	slices.Sort(prefixed)
	return append(names, prefixed...)
}

// requireBuiltin returns the exports of a built-in module, with or without node:.
func (rt *Runtime) requireBuiltin(id string) (goja.Value, bool) {
	name := strings.TrimPrefix(id, "node:")
	if v, ok := rt.made[name]; ok {
		return v, true
	}
	make := rt.maker(name)
	if make == nil {
		return nil, false
	}
	v := make(rt)
	rt.made[name] = v
	return v, true
}

// maker finds what makes a module, or nil.
func (rt *Runtime) maker(name string) func(rt *Runtime) goja.Value {
	for _, b := range builtinTable() {
		if b.name == name {
			return b.make
		}
	}
	if slices.Contains(unbuilt.Names(), name) {
		return func(rt *Runtime) goja.Value { return unbuilt.New(rt.e.VM, name) }
	}
	return nil
}
