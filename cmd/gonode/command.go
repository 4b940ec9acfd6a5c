package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/modules/childprocess"
	"github.com/gonode/gonode/modules/prelude"
	"github.com/gonode/gonode/modules/process"
	"github.com/gonode/gonode/netmodule/stdio"
	"github.com/gonode/gonode/netmodule/transport"
	"github.com/gonode/gonode/runtime"
)

// Exit codes of the command itself (Node documentation, "Exit codes").
const (
	exitFailure  = 1
	exitUsage    = 9
	exitInternal = 70 // a Go panic: none of Node's
)

// command is one call of the program.
type command struct {
	name           string
	stdin          io.Reader
	stdout, stderr io.Writer
}

// misuse reports a mistake on the command line.
func (c *command) misuse(err error) int {
	fmt.Fprintf(c.stderr, "%s: %s\n", c.name, err)
	return exitUsage
}

// broken reports what went wrong before the script ran.
func (c *command) broken(err error) int {
	fmt.Fprintf(c.stderr, "%s: %v\n", c.name, err)
	return exitFailure
}

// execute does what the options say.
func (c *command) execute(o *options) int {
	switch {
	case o.version:
		fmt.Fprintln(c.stdout, "v"+process.NodeVersion)
		return 0
	case o.help:
		fmt.Fprint(c.stdout, usage())
		return 0
	case o.v8Options:
		fmt.Fprint(c.stdout, v8Options())
		return 0
	case o.interactive:
		return c.misuse(errors.New("-i: there is no REPL"))
	case o.check && o.eval != nil:
		return c.misuse(errors.New("either --check or --eval can be used, not both"))
	}
	if o.eval == nil && o.script == "" && stdio.KindOf(c.stdin) == stdio.TTY {
		fmt.Fprint(c.stderr, usage())
		return exitUsage
	}
	if o.inputType != "" && o.eval == nil && o.script != "" && o.script != "-" {
		fmt.Fprintf(c.stderr, "Error [ERR_INPUT_TYPE_NOT_ALLOWED]: --input-type can only be used with string input via --eval, "+
			"--print, or STDIN {\n  code: 'ERR_INPUT_TYPE_NOT_ALLOWED'\n}\n\nNode.js v%s\n", process.NodeVersion)
		return exitFailure
	}
	if o.check {
		return c.check(o)
	}
	return c.runScript(o)
}

// source is the script when it is no file: its name in stacks and its text.
func (c *command) source(o *options) (name, text string, err error) {
	if o.eval != nil {
		return "[eval]", *o.eval, nil
	}
	data, err := io.ReadAll(c.stdin)
	return "[stdin]", string(data), err
}

func (c *command) runScript(o *options) int {
	signals, restore := runtime.HostSignals()
	defer restore()
	rt, err := runtime.New(append(c.runtimeOptions(o), runtime.WithSignals(signals))...)
	if err != nil {
		return c.broken(err)
	}
	defer rt.Close()
	ctx := context.Background()
	if err := rt.Do(ctx, o.prepare); err != nil {
		return c.outcome(err)
	}
	if o.eval == nil && o.script != "" && o.script != "-" {
		return c.outcome(rt.RunFile(ctx, o.script))
	}
	name, text, err := c.source(o)
	if err != nil {
		return c.broken(err)
	}
	if o.print {
		return c.outcome(o.printText(ctx, rt, name, text))
	}
	return c.outcome(rt.RunText(ctx, name, text, runtime.TextOptions{Type: o.inputType}))
}

// prepare applies the options that are about the engine.
func (o *options) prepare(vm *goja.Runtime) error {
	if o.exposeGC {
		gc := prelude.CollectGarbage(vm)
		if err := vm.GlobalObject().DefineDataProperty("gc", gc, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE); err != nil {
			return err
		}
	}
	if err := o.netDefaults.apply(vm); err != nil {
		return err
	}
	if o.stackTraceLimit >= 0 {
		return vm.Get("Error").(*goja.Object).Set("stackTraceLimit", o.stackTraceLimit)
	}
	return nil
}

// printText runs -p. Node prints the value at the end, by a listener for
// 'exit' that is the first one, unless the text threw.
func (o *options) printText(ctx context.Context, rt *runtime.Runtime, name, text string) error {
	var value goja.Value
	err := rt.Do(ctx, func(vm *goja.Runtime) error {
		listen, err := vm.RunString("(function (print) { process.on('exit', () => print(console.log)) })")
		if err != nil {
			return err
		}
		call, _ := goja.AssertFunction(listen)
		_, err = call(goja.Undefined(), vm.ToValue(func(c goja.FunctionCall) goja.Value {
			log, ok := goja.AssertFunction(c.Argument(0))
			if value == nil || !ok {
				return nil
			}
			if _, err := log(goja.Undefined(), value); err != nil {
				panic(err)
			}
			return nil
		}))
		return err
	})
	if err != nil {
		return err
	}
	return rt.RunText(ctx, name, text, runtime.TextOptions{
		Type: o.inputType, Then: func(v goja.Value) { value = v },
	})
}

// runtimeOptions opens the runtime to the host.
func (c *command) runtimeOptions(o *options) []runtime.Option {
	warnings, paths := o.fromEnvironment()
	path, err := os.Executable()
	if err != nil {
		path = c.name
	}
	args := o.args
	if o.script == "-" {
		args = append([]string{"-"}, args...)
	}
	wait, pumps := eventloop.WaitBlocking, os.Getenv("GONODE_NET_TRANSPORT") == "pump"
	if pumps {
		// The goroutines of the pumps and the loop wake each other without
		// system calls when it waits as they do.
		wait = eventloop.WaitNetpoll
	}
	options := []runtime.Option{
		runtime.WithHost(),
		runtime.WithStdio(c.stdin, c.stdout, c.stderr),
		runtime.WithExecPath(path, c.name),
		runtime.WithArgs(args...),
		runtime.WithExecArgv(o.execArgv...),
		runtime.WithWaitMode(wait),
		runtime.WithNetwork(transport.Host(transport.HostOptions{Pumps: pumps})),
		runtime.WithUnhandledRejections(o.rejections),
		runtime.WithAbortOnUncaught(o.abortOnUncaught),
		runtime.WithWarnings(warnings),
		runtime.WithModulePaths(paths),
		runtime.WithAllowedFlags(allowedFlags),
		runtime.WithTimeZone(setTimeZone),
		runtime.WithPreload(o.require...),
		runtime.WithImports(o.imports...),
		runtime.WithConditions(o.conditions...),
		runtime.WithTitle(o.title),
		runtime.WithChannel(childprocess.ChannelOf(os.LookupEnv, func(name string) {
			_ = os.Unsetenv(name) // names like these cannot be refused
		})),
	}
	if o.eval != nil {
		options = append(options, runtime.WithEval(*o.eval))
	}
	return options
}

// fromEnvironment adds what variables switch on.
func (o *options) fromEnvironment() (runtime.Warnings, runtime.ModulePaths) {
	warnings, paths := o.warnings, o.modulePaths
	on := func(name string, flag *bool) {
		if os.Getenv(name) == "1" {
			*flag = true
		}
	}
	on("NODE_NO_WARNINGS", &warnings.Off)
	on("NODE_PENDING_DEPRECATION", &warnings.Pending)
	on("NODE_PRESERVE_SYMLINKS", &paths.PreserveSymlinks)
	on("NODE_PRESERVE_SYMLINKS_MAIN", &paths.PreserveSymlinksMain)
	if warnings.Redirect == "" {
		warnings.Redirect = os.Getenv("NODE_REDIRECT_WARNINGS")
	}
	return warnings, paths
}

// outcome reports how a script ended and returns the exit code.
func (c *command) outcome(err error) int {
	var exit *runtime.ExitError
	var uncaught *runtime.UncaughtError
	var panicked *runtime.PanicError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return exit.Code
	case errors.As(err, &uncaught):
		fmt.Fprint(c.stderr, uncaught.Report)
		return uncaught.Code
	case errors.As(err, &panicked):
		fmt.Fprintf(c.stderr, "%s: %v\n\n%s\n", c.name, panicked, panicked.Stack)
		return exitInternal
	}
	return c.broken(err)
}
