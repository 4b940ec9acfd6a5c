package runtime_test

import (
	"errors"
	"testing"

	"github.com/gonode/gonode/runtime"
)

// TestClosedByDefault: a runtime without options reaches nothing outside.
func TestClosedByDefault(t *testing.T) {
	t.Setenv("GONODE_SECRET", "1")
	for _, test := range []struct{ name, src, want string }{
		{"environment", `console.log(Object.keys(process.env).length, process.env.GONODE_SECRET, process.env.PATH)`,
			"0 undefined undefined\n"},
		{"environment is its own", `process.env.A = 1; console.log(process.env.A, 'A' in process.env, delete process.env.A, process.env.A)`,
			"1 true true undefined\n"},
		{"directory", `console.log(process.cwd()); try { process.chdir('/tmp') } catch (e) { console.log(e.code, e.syscall) }`,
			"/\nEPERM chdir\n"},
		{"processes", `try { process.kill(process.pid, 'SIGTERM') } catch (e) { console.log(e.message) }`, "kill EPERM\n"},
		{"identity", `try { process.setuid(0) } catch (e) { console.log(e.code) }`, "EPERM\n"},
		{"modules", `try { require('./x') } catch (e) { console.log(e.code) }`, "MODULE_NOT_FOUND\n"},
		{"packages", `try { require('/etc/passwd') } catch (e) { console.log(e.code) }`, "MODULE_NOT_FOUND\n"},
		{"files", `try { require('fs').readFileSync('/etc/hostname') } catch (e) { console.log(e.code, e.syscall) }`, "EACCES open\n"},
		{"env file", `try { process.loadEnvFile('/etc/os-release') } catch (e) { console.log(e.code) }`, "EACCES\n"},
		{"names", `require('dns').lookup('localhost', (e) => console.log(e.code, e.syscall))`, "EACCES getaddrinfo\n"},
		{"machine", `try { require('os').hostname() } catch (e) { console.log(e.code) }`, "ERR_SYSTEM_ERROR\n"},
		{"standard output", `require('fs').writeSync(1, 'through fs\n')`, "through fs\n"},
		{"connect", `require('net').connect(1, '127.0.0.1').on('error', (e) => console.log(e.code, e.syscall))`, "EACCES connect\n"},
		{"listen", `require('net').createServer().on('error', (e) => console.log(e.code, e.syscall)).listen(0)`, "EACCES listen\n"},
		{"arguments", `console.log(process.argv.length, process.execArgv.length, process.argv0)`, "1 0 gonode\n"},
		{"standard input", `process.stdin.on('data', () => console.log('data')).on('end', () => console.log('end'))`, "end\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			expect(t, "output", output(t, test.src), test.want)
		})
	}
}

func TestRunFileNeedsFS(t *testing.T) {
	if err := newRuntime(t).RunFile(deadline(t), "/etc/hostname"); !errors.Is(err, runtime.ErrNoFS) {
		t.Errorf("RunFile = %v, want ErrNoFS", err)
	}
}

// TestSignalsStayAway: a listener for a signal in a closed runtime neither
// hears it nor takes it from the program.
func TestSignalsStayAway(t *testing.T) {
	expect(t, "output", output(t, `
		process.on('SIGTERM', () => console.log('never'));
		console.log(process.listenerCount('SIGTERM'));
		try { process.on('SIGKILL', () => {}) } catch (e) { console.log(e.message) }
	`), "1\n")
}
