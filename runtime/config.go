package runtime

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/gonode/gonode/modules/childprocess"
	"github.com/gonode/gonode/modules/fs"
	"github.com/gonode/gonode/modules/module"
	nodeos "github.com/gonode/gonode/modules/os"
	"github.com/gonode/gonode/modules/process"
	"github.com/gonode/gonode/netmodule/transport"
)

// Version is gonode's own version, process.versions.gonode.
const Version = "0.1.0"

// defaults is a closed runtime.
func defaults() config {
	return config{
		execPath: "gonode", argv0: "gonode",
		env:        process.NewMapEnvironment(nil),
		dir:        &process.FixedDirectory{Path: "/"},
		network:    transport.None(),
		signals:    process.NoSignals{},
		system:     nodeos.Unknown{},
		processes:  childprocess.Denied(),
		modules:    map[string]ModuleLoader{},
		rejections: "throw",
	}
}

// openHost is WithHost.
func (c *config) openHost() {
	c.stdio = streams{in: os.Stdin, out: os.Stdout, err: os.Stderr}
	c.env = hostEnvironment{}
	c.dir = hostDirectory{}
	c.fs = module.OS{}
	c.files = fs.Host()
	c.network = transport.Host(transport.HostOptions{})
	c.signals = hostSignals{}
	c.system = nodeos.Host{}
	c.processes = childprocess.Host()
	c.mayChangeIDs = true
	c.hostDescriptors = true
	if runtime.GOOS != "windows" {
		c.replaceProgram = replaceProgram
	}
	if path, err := os.Executable(); err == nil {
		c.execPath = path
	}
	if len(os.Args) > 0 {
		c.argv0 = os.Args[0]
	}
}

func (c *config) validate() error {
	if _, ok := process.ParseRejectionMode(c.rejections); !ok {
		return fmt.Errorf("unknown mode for unhandled rejections: %q", c.rejections)
	}
	if c.network == nil || c.signals == nil || c.env == nil || c.system == nil || c.processes == nil {
		return errors.New("a nil network, environment, system, process or signal source")
	}
	for name, loader := range c.modules {
		if name == "" || loader == nil {
			return fmt.Errorf("module %q: no name or no loader", name)
		}
	}
	if c.stdio.in == nil {
		c.stdio.in = strings.NewReader("")
	}
	if c.stdio.out == nil {
		c.stdio.out = io.Discard
	}
	if c.stdio.err == nil {
		c.stdio.err = io.Discard
	}
	return nil
}

// argv is process.argv of a script; an empty name is left out.
func (c *config) argv(script string) []string {
	argv := []string{c.execPath}
	if script != "" {
		argv = append(argv, script)
	}
	return append(argv, c.args...)
}

// process is what the process object reports about and acts on.
func (c *config) process(argv []string, start time.Time) process.Config {
	mode, _ := process.ParseRejectionMode(c.rejections)
	return process.Config{
		Args:     argv,
		Argv0:    c.argv0,
		ExecArgv: c.execArgv,
		ExecPath: c.execPath,
		Title:    c.processTitle(),
		Version:  Version,
		Env:      c.env,
		Dir:      c.dir,
		Signals:  c.signals,
		Now:      c.now,
		Start:    start,
		Flags: process.Flags{
			UnhandledRejections: mode,
			AbortOnUncaught:     c.abortOnUncaught,
			NoWarnings:          c.warnings.Off,
			NoDeprecation:       c.warnings.NoDeprecation,
			TraceWarnings:       c.warnings.Trace,
			TraceDeprecation:    c.warnings.TraceDeprecation,
			ThrowDeprecation:    c.warnings.ThrowDeprecation,
			DisabledWarnings:    c.warnings.Disabled,
			PendingDeprecation:  c.warnings.Pending,
		},
		SetTimeZone:    c.setTimeZone,
		AllowedFlags:   c.allowedFlags,
		ReplaceProgram: c.replaceProgram,
		Preload:        c.preload,
		Eval:           c.eval,
		MayChangeIDs:   c.mayChangeIDs,
	}
}

// processTitle is process.title at the start.
func (c *config) processTitle() string {
	if c.title != "" {
		return c.title
	}
	return c.argv0
}

// now reads the clock.
func (c *config) now() time.Time {
	if c.clock == nil {
		return time.Now()
	}
	return c.clock.Now()
}
