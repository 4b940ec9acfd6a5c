package runtime_test

import (
	"errors"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/runtime"
)

// vm is shorter to write in function literals.
type vm = goja.Runtime

func TestArguments(t *testing.T) {
	const show = "console.log(JSON.stringify([process.argv, process.execArgv, process.execPath, process.argv0, process.title]))"
	for _, test := range []struct {
		name string
		opts []runtime.Option
		want string
	}{
		{"none", nil, `[["gonode"],[],"gonode","gonode","gonode"]`},
		{"all", []runtime.Option{
			runtime.WithArgs("--port", "80"), runtime.WithExecArgv("-r", "x"),
			runtime.WithExecPath("/bin/program", "./program"), runtime.WithTitle("server"),
		}, `[["/bin/program","--port","80"],["-r","x"],"/bin/program","./program","server"]`},
		{"title", []runtime.Option{runtime.WithExecPath("/bin/program", "./program")},
			`[["/bin/program"],[],"/bin/program","./program","./program"]`},
	} {
		t.Run(test.name, func(t *testing.T) {
			expect(t, "output", output(t, show, test.opts...), test.want+"\n")
		})
	}
}

// TestArgvOfFile: the second element is the absolute path of the script.
func TestArgvOfFile(t *testing.T) {
	var out strings.Builder
	rt := newRuntime(t, runtime.WithArgs("a"), runtime.WithStdio(nil, &out, nil),
		runtime.WithFS(runtime.FromFS(fstest.MapFS{
			"dir/app.js": {Data: []byte("console.log(process.argv.slice(1).join())")},
		})))
	for _, path := range []string{"/dir/app.js", "dir/app.js", "dir/app"} {
		if err := rt.RunFile(deadline(t), path); err != nil {
			t.Fatal(err)
		}
	}
	expect(t, "output", out.String(), "/dir/app.js,a\n/dir/app.js,a\n/dir/app,a\n")
}

func TestWithEnv(t *testing.T) {
	expect(t, "output", output(t, `
		console.log(JSON.stringify(process.env));
		process.env.C = 3;
		delete process.env.A;
		console.log(JSON.stringify(process.env), 'A' in process.env, process.env.toString === Object.prototype.toString);
	`, runtime.WithEnv("A=1", "B=x=y", "=strange", "E=")),
		`{"A":"1","B":"x=y","E":""}`+"\n"+`{"B":"x=y","E":"","C":"3"} false true`+"\n")
}

// recordingEnvironment notes how it is asked.
type recordingEnvironment struct {
	runtime.Environment
	set []string
}

func (e *recordingEnvironment) Get(key string) (string, bool) {
	return "value of " + key, key == "KNOWN"
}
func (e *recordingEnvironment) Set(key, value string) { e.set = append(e.set, key+"="+value) }
func (e *recordingEnvironment) Unset(key string)      { e.set = append(e.set, "-"+key) }
func (e *recordingEnvironment) Keys() []string        { return []string{"KNOWN"} }

func TestWithEnvironment(t *testing.T) {
	env := &recordingEnvironment{}
	expect(t, "output", output(t, `
		console.log(process.env.KNOWN, process.env.OTHER, Object.keys(process.env));
		process.env.NEW = true;
		delete process.env.OLD;
	`, runtime.WithEnvironment(env)), "value of KNOWN undefined [ 'KNOWN' ]\n")
	if !slices.Equal(env.set, []string{"NEW=true", "-OLD"}) {
		t.Errorf("assigned: %q", env.set)
	}
}

// fakeSignals lets a test send signals and see those that are sent.
type fakeSignals struct {
	deliver map[syscall.Signal]func()
	killed  []int
}

func (s *fakeSignals) Watch(sig syscall.Signal, deliver func()) (func(), error) {
	if sig == syscall.SIGKILL {
		return nil, syscall.EINVAL
	}
	s.deliver[sig] = deliver
	return func() { delete(s.deliver, sig) }, nil
}

func (s *fakeSignals) Kill(pid int, sig syscall.Signal) error {
	if pid == 404 {
		return syscall.ESRCH
	}
	s.killed = append(s.killed, pid, int(sig))
	if deliver := s.deliver[sig]; deliver != nil {
		deliver()
	}
	return nil
}

func (s *fakeSignals) Abort() {}

func TestWithSignals(t *testing.T) {
	sig := &fakeSignals{deliver: map[syscall.Signal]func(){}}
	expect(t, "output", output(t, `
		const keep = setInterval(() => {}, 1e6);
		const once = (...args) => {
			console.log(args.join(' '));
			clearInterval(keep);
			process.removeListener('SIGTERM', once);
		};
		process.on('SIGTERM', once);
		for (const [pid, sig] of [[404, 'SIGTERM'], [1, 'SIGNONE']]) {
			try { process.kill(pid, sig) } catch (e) { console.log(e.message) }
		}
		try { process.on('SIGKILL', () => {}) } catch (e) { console.log(e.message) }
		console.log(process.kill(7), process.kill(7, 0), process.kill(7, 9));
	`, runtime.WithSignals(sig)),
		"kill ESRCH\nUnknown signal: SIGNONE\nuv_signal_start EINVAL\ntrue true true\nSIGTERM 15\n")
	if !slices.Equal(sig.killed, []int{7, 15, 7, 0, 7, 9}) {
		t.Errorf("sent: %v", sig.killed)
	}
	if len(sig.deliver) != 0 {
		t.Errorf("still watched: %v", sig.deliver)
	}
}

// TestAbort: without the host's signals process.abort ends the script, not
// the program.
func TestAbort(t *testing.T) {
	_, err := newRuntime(t).RunString(deadline(t), "x.js", "process.on('exit', () => { for (;;); }); process.abort()")
	var exit *runtime.ExitError
	if !errors.As(err, &exit) || exit.Code != 134 {
		t.Errorf("got %v", err)
	}
}

func TestWithWaitMode(t *testing.T) {
	for _, mode := range []runtime.WaitMode{eventloop.WaitNetpoll, eventloop.WaitBlocking} {
		expect(t, "output", output(t, "setTimeout(console.log, 2, 'late')", runtime.WithWaitMode(mode)), "late\n")
	}
	if _, err := runtime.New(runtime.WithWaitMode(99)); err == nil {
		t.Error("an unknown mode was accepted")
	}
}

func TestInvalidOptions(t *testing.T) {
	loader := func(*goja.Runtime, *goja.Object) {}
	for name, opt := range map[string]runtime.Option{
		"network":     runtime.WithNetwork(nil),
		"environment": runtime.WithEnvironment(nil),
		"signals":     runtime.WithSignals(nil),
		"system":      runtime.WithSystem(nil),
		"module name": runtime.WithModule("", loader),
		"loader":      runtime.WithModule("x", nil),
	} {
		if rt, err := runtime.New(opt); err == nil {
			t.Errorf("%s: accepted", name)
			_ = rt.Close()
		}
	}
}

// TestHostMinusOne: an option after WithHost takes back what it opened.
func TestHostMinusOne(t *testing.T) {
	t.Setenv("GONODE_SECRET", "1")
	expect(t, "output", output(t, "console.log(process.env.GONODE_SECRET, process.cwd() !== '/')",
		runtime.WithHost(), runtime.WithEnv()), "undefined true\n")
}
