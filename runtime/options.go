package runtime

import (
	"io"
	"io/fs"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/modules/childprocess"
	"github.com/gonode/gonode/modules/module"
	"github.com/gonode/gonode/modules/os"
	"github.com/gonode/gonode/modules/process"
	"github.com/gonode/gonode/netmodule/transport"
)

// Option changes one thing about a runtime that New makes.
type Option func(*config)

// ModuleLoader fills module.exports of a module written in Go. It is the
// shape of goja_nodejs's require.ModuleLoader, so modules made for that work
// here unchanged.
type ModuleLoader = func(vm *goja.Runtime, module *goja.Object)

// System is what the module os asks about the machine.
type System = os.System

// Environment holds the variables behind process.env.
type Environment = process.Environment

// Signals is the connection to the operating system's signals.
type Signals = process.Signals

// Network makes the network of a runtime. Package transport has the three
// that there are: transport.None, transport.Host and transport.Custom.
type Network = transport.Provider

// FS is a file system that scripts are read from.
type FS = module.FS

// FromFS makes an FS of a file tree such as embed.FS, whose root is "/".
func FromFS(tree fs.FS) FS { return module.FromFS(tree) }

// Clock is where a runtime's time comes from.
type Clock = eventloop.Clock

// WaitMode says how a runtime waits for sockets.
type WaitMode = eventloop.WaitMode

// WithStdio sets the standard streams.
//
// Default: an empty standard input, and outputs that discard what is written.
// An *os.File keeps its nature: process.stdout is a tty.WriteStream on a
// terminal, a socket on a pipe and a synchronous file stream otherwise, as on
// Node, and its descriptor is never made non-blocking. Any other reader is
// read by a goroutine once the script listens; writers are written to at once
// by the loop goroutine. A nil stream stands for its default.
//
//	var out bytes.Buffer
//	rt, err := runtime.New(runtime.WithStdio(nil, &out, os.Stderr))
func WithStdio(stdin io.Reader, stdout, stderr io.Writer) Option {
	return func(c *config) { c.stdio = streams{in: stdin, out: stdout, err: stderr} }
}

// WithArgs sets the arguments of the script, process.argv from its third
// element on; the first two are the executable and the script.
//
// Default: none.
//
//	runtime.WithArgs("--port", "8080")
func WithArgs(args ...string) Option {
	return func(c *config) { c.args = args }
}

// WithExecArgv sets process.execArgv, the options that came before the script.
//
// Default: none.
func WithExecArgv(args ...string) Option {
	return func(c *config) { c.execArgv = args }
}

// WithExecPath sets process.execPath and the first element of process.argv,
// and argv0, the name by which the program was called.
//
// Default: "gonode" for both.
func WithExecPath(path, argv0 string) Option {
	return func(c *config) { c.execPath, c.argv0 = path, argv0 }
}

// WithEnv gives the script an environment of its own with these "key=value"
// entries; what it changes there stays there.
//
// Default: empty.
//
//	runtime.WithEnv("NODE_ENV=production", "PORT=8080")
func WithEnv(entries ...string) Option {
	return func(c *config) { c.env = process.NewMapEnvironment(entries) }
}

// WithEnvironment is WithEnv for variables that live elsewhere. Its methods
// run on the loop goroutine.
func WithEnvironment(env Environment) Option {
	return func(c *config) { c.env = env }
}

// WithNetwork says which network `net` reaches.
//
// Default: transport.None(): every connect and listen fails with EACCES,
// and names do not resolve.
//
//	runtime.WithNetwork(transport.Host(transport.HostOptions{Policy: onlyLoopback}))
func WithNetwork(network Network) Option {
	return func(c *config) { c.network = network }
}

// WithFS says where scripts and modules are read from.
//
// Default: nowhere. RunFile fails, and require finds only built-in modules and
// those of WithModule.
//
//	//go:embed scripts
//	var scripts embed.FS
//	...
//	runtime.WithFS(runtime.FromFS(scripts))
func WithFS(files FS) Option {
	return func(c *config) { c.fs = files }
}

// WithPreload names modules that are loaded before each script, as the
// command's -r does.
//
// Default: none.
func WithPreload(ids ...string) Option {
	return func(c *config) { c.preload = ids }
}

// WithConditions adds conditions under which packages export files, as the
// command's -C does.
//
// Default: none besides "node" and "require".
func WithConditions(names ...string) Option {
	return func(c *config) { c.conditions = names }
}

// WithTitle sets process.title at the start.
//
// Default: the last element of argv0.
func WithTitle(title string) Option {
	return func(c *config) { c.title = title }
}

// WithClock replaces the clock that timers, Date, performance.now and
// process.hrtime read.
//
// Default: the system's; nil stands for that.
func WithClock(clock Clock) Option {
	return func(c *config) { c.clock = clock }
}

// WithSignals lets the script listen for signals and send them.
//
// Default: process.NoSignals: listeners never hear anything and process.kill
// fails with EPERM.
func WithSignals(s Signals) Option {
	return func(c *config) { c.signals = s }
}

// WithSystem says what the module os tells about the machine: its name,
// processors, memory, users and network interfaces.
//
// Default: os.Unknown: what asks the machine throws ERR_SYSTEM_ERROR with
// EACCES.
func WithSystem(s System) Option {
	return func(c *config) { c.system = s }
}

// Processes starts the processes of the module child_process.
type Processes = childprocess.System

// WithProcesses says which processes the module child_process can start.
// Package modules/childprocess has childprocess.Host, which starts any, and
// childprocess.Denied; an embedder can put a System of its own before Host
// that looks at each childprocess.Spec.
//
// The standard streams that a child inherits are those of WithStdio: outputs
// that are no files of this program get copies of what it writes, and an input
// that is none is the null device to it.
//
// Default: childprocess.Denied: every spawn fails with EACCES.
//
//	runtime.WithProcesses(childprocess.Host())
func WithProcesses(p Processes) Option {
	return func(c *config) { c.processes = p }
}

// WithChannel connects the script to the parent that has forked it, over the
// descriptor that NODE_CHANNEL_FD named: process.send and its like are there
// then. A nil channel is none.
//
// Default: none, also with WithHost; the command uses childprocess.ChannelOf.
func WithChannel(ch *childprocess.Channel) Option {
	return func(c *config) { c.channel = ch }
}

// WithModule makes require(name) return a module written in Go. The loader
// runs once per runtime, on the first require. A name that Node knows, with or
// without node:, replaces the built-in.
//
//	runtime.WithModule("greeter", func(vm *goja.Runtime, module *goja.Object) {
//		exports := module.Get("exports").(*goja.Object)
//		exports.Set("hello", func(name string) string { return "hello " + name })
//	})
func WithModule(name string, loader ModuleLoader) Option {
	return func(c *config) { c.modules[name] = loader }
}

// WithUnhandledRejections says what becomes of promises that are rejected
// without a handler, by the names of Node's --unhandled-rejections option:
// throw, strict, warn, none, warn-with-error-code.
//
// Default: throw.
func WithUnhandledRejections(mode string) Option {
	return func(c *config) { c.rejections = mode }
}

// WithAbortOnUncaught makes an exception that nothing catches abort the
// program at once, as Node's --abort-on-uncaught-exception does: no
// 'uncaughtException' listener is asked, only a domain or the callback of
// process.setUncaughtExceptionCaptureCallback.
//
// Default: false.
func WithAbortOnUncaught(on bool) Option {
	return func(c *config) { c.abortOnUncaught = on }
}

// WithWarnings says how process.emitWarning and deprecations behave, as the
// command's --no-warnings, --trace-warnings and their like do.
//
// Default: warnings are printed without their stacks.
func WithWarnings(w Warnings) Option {
	return func(c *config) { c.warnings = w }
}

// Warnings holds the options about warnings.
type Warnings struct {
	Off              bool     // --no-warnings
	Trace            bool     // --trace-warnings
	NoDeprecation    bool     // --no-deprecation
	TraceDeprecation bool     // --trace-deprecation
	ThrowDeprecation bool     // --throw-deprecation
	Disabled         []string // --disable-warning: codes or types
	Pending          bool     // --pending-deprecation
	Redirect         string   // --redirect-warnings: a file, in place of stderr
}

// WithModulePaths says by which names modules are known and where they are
// looked for, as the command's --preserve-symlinks and its like do.
//
// Default: a module's name is its real path, and NODE_PATH counts.
func WithModulePaths(p ModulePaths) Option {
	return func(c *config) { c.modulePaths = p }
}

// ModulePaths holds the options about the files of modules.
type ModulePaths struct {
	PreserveSymlinks     bool // --preserve-symlinks
	PreserveSymlinksMain bool // --preserve-symlinks-main
	NoGlobal             bool // --no-global-search-paths
	NoRequireModule      bool // --no-experimental-require-module
}

// WithAllowedFlags gives the names of the options that NODE_OPTIONS may hold,
// for process.allowedNodeEnvironmentFlags. It is called when that is first
// read.
//
// Default: none.
func WithAllowedFlags(names func() []string) Option {
	return func(c *config) { c.allowedFlags = names }
}

// WithEval says that the script is a text from the command line, which
// process._eval shows.
//
// Default: it is none.
func WithEval(text string) Option {
	return func(c *config) { c.eval = &text }
}

// WithTimeZone is called when a script assigns to TZ in process.env, with the
// name, or deletes it there, with an empty one. Go's local zone, which Date
// shows, is one for the whole program: to change it is for programs that run
// one script.
//
// Default: TZ is a variable like others.
func WithTimeZone(set func(name string)) Option {
	return func(c *config) { c.setTimeZone = set }
}

// WithWaitMode says how the loop waits for sockets on Linux: in Go's
// own poller, which holds no thread and suits many runtimes in one program, or
// in epoll_wait, which is faster for one.
//
// Default: eventloop.WaitNetpoll; the command uses eventloop.WaitBlocking.
func WithWaitMode(mode WaitMode) Option {
	return func(c *config) { c.waitMode = mode }
}

// WithHost opens everything to the host, as the command does: its standard
// streams, environment, file system, network, names, signals, working
// directory and processes. Options after it take single ones back.
//
//	rt, err := runtime.New(runtime.WithHost(), runtime.WithEnv())
func WithHost() Option {
	return func(c *config) { c.openHost() }
}

// streams are what the standard streams are made from.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// config is what the options fill.
type config struct {
	args, execArgv  []string
	execPath, argv0 string
	stdio           streams
	env             process.Environment
	dir             process.Directory
	network         transport.Provider
	clock           eventloop.Clock
	signals         process.Signals
	system          os.System
	processes       Processes
	channel         *childprocess.Channel // to the parent
	modules         map[string]ModuleLoader
	rejections      string
	abortOnUncaught bool
	warnings        Warnings
	waitMode        eventloop.WaitMode
	mayChangeIDs    bool
	hostDescriptors bool // descriptors beyond the standard streams
	title           string
	fs              module.FS
	files           Files
	preload         []string
	imports         []string
	replaceProgram  func(path string, args, env []string) error
	eval            *string
	modulePaths     ModulePaths
	allowedFlags    func() []string
	setTimeZone     func(name string)
	conditions      []string
}
