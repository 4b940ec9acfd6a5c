// Command gonode runs a JavaScript file, or text given on the command line or
// on standard input, as node does:
//
//	gonode [options] [script.js | -] [arguments]
//	gonode -e 'console.log(1 + 1)'
//
// It is a thin main over package runtime, which it opens to the whole host.
// Without a script and with a terminal as standard input it prints its usage:
// there is no REPL.
package main

import (
	"io"
	"os"
	"runtime"
	"runtime/debug"
)

func main() {
	tune()
	reserve := make([]byte, reserved)
	code := run(os.Args, os.Stdin, os.Stdout, os.Stderr)
	runtime.KeepAlive(reserve)
	os.Exit(code)
}

// gcPercent trades memory for fewer collections: a small script then ends
// before the first one.
const gcPercent = 300

// reserved is memory that is never touched, so it costs none. It counts as
// live when Go decides when to collect: a script with a small heap that moves
// much data, each chunk of it an allocation, would otherwise be collected
// hundreds of times a second.
const reserved = 8 << 20

// minProcs keeps a second processor for goroutines while the loop sits in a
// system call: with one, they would wait until Go's monitor takes it away.
const minProcs = 2

func tune() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	if runtime.GOMAXPROCS(0) < minProcs {
		runtime.GOMAXPROCS(minProcs)
	}
}

// run is the whole command: it parses args, of which the first is the
// program's name, runs what they name and returns the exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	c := &command{name: args[0], stdin: stdin, stdout: stdout, stderr: stderr}
	opts, err := c.readCommand(args[1:])
	if err != nil {
		return c.misuse(err)
	}
	return c.execute(opts)
}
