package process_test

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/gonode/gonode/runtime"
)

// oracleVariable names a node binary that has to print the same.
const oracleVariable = "GONODE_ORACLE"

// helpers are what the scripts of the tests use.
const helpers = `
	const show = (f) => {
		try { console.log(f()) } catch (e) { console.log(e.name + ' [' + e.code + '] ' + e.message) }
	};
`

// script is one test: what Node 24 prints for it.
type script struct{ name, src, want string }

func check(t *testing.T, scripts []script) {
	t.Helper()
	for _, s := range scripts {
		t.Run(s.name, func(t *testing.T) {
			if got := run(t, helpers+s.src); got != s.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, s.want)
			}
			if node := os.Getenv(oracleVariable); node != "" {
				out, err := exec.Command(node, "-e", helpers+s.src).Output()
				if err != nil || string(out) != s.want {
					t.Errorf("%s, %v:\n%s\nwant:\n%s", node, err, out, s.want)
				}
			}
		})
	}
}

func run(t *testing.T, src string) string {
	t.Helper()
	var out bytes.Buffer
	rt, err := runtime.New(runtime.WithHost(), runtime.WithStdio(nil, &out, nil))
	if err != nil {
		t.Fatal(err)
	}
	defer rt.Close()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	if _, err := rt.RunString(ctx, "[eval]", src); err != nil {
		t.Errorf("ended with %v", err)
	}
	return out.String()
}

func TestTime(t *testing.T) {
	check(t, []script{
		{"hrtime", `
			const a = process.hrtime(), d = process.hrtime(a);
			console.log(a.length, a.every(Number.isInteger), d[0] >= 0 && d[1] >= 0 && d[1] < 1e9);
			console.log(typeof process.hrtime.bigint(), process.hrtime.bigint() <= process.hrtime.bigint());
			show(() => process.hrtime(1)); show(() => process.hrtime([1])); show(() => process.hrtime([1, 2, 3]));`,
			`2 true true
bigint true
TypeError [ERR_INVALID_ARG_TYPE] The "time" argument must be an instance of Array. Received type number (1)
RangeError [ERR_OUT_OF_RANGE] The value of "time" is out of range. It must be 2. Received 1
RangeError [ERR_OUT_OF_RANGE] The value of "time" is out of range. It must be 2. Received 3
`},
		{"uptime", `const u = process.uptime(); console.log(typeof u, u > 0, process.uptime() >= u)`, "number true true\n"},
	})
}

func TestUsage(t *testing.T) {
	check(t, []script{
		{"memory", `
			const m = process.memoryUsage();
			console.log(Object.keys(m).join(), Object.values(m).every((n) => Number.isInteger(n) && n >= 0), m.heapUsed <= m.heapTotal);
			console.log(m.rss > 1e6, process.memoryUsage.rss() > 1e6, process.availableMemory() > 1e6, process.constrainedMemory() >= 0);`,
			"rss,heapTotal,heapUsed,external,arrayBuffers true true\ntrue true true true\n"},
		{"cpu", `
			const a = process.cpuUsage(), b = process.cpuUsage(a);
			console.log(Object.keys(a).join(), b.user >= 0 && b.system >= 0 && b.user <= a.user + b.user);
			console.log(Object.keys(process.threadCpuUsage()).join());
			show(() => process.cpuUsage(1)); show(() => process.cpuUsage({})); show(() => process.cpuUsage({ user: 1, system: 'a' }));
			show(() => process.cpuUsage({ user: -1, system: 1 })); show(() => process.cpuUsage([]));`,
			`user,system true
user,system
TypeError [ERR_INVALID_ARG_TYPE] The "prevValue" argument must be of type object. Received type number (1)
TypeError [ERR_INVALID_ARG_TYPE] The "prevValue.user" property must be of type number. Received undefined
TypeError [ERR_INVALID_ARG_TYPE] The "prevValue.system" property must be of type number. Received type string ('a')
RangeError [ERR_INVALID_ARG_VALUE] The property 'prevValue.user' is invalid. Received -1
TypeError [ERR_INVALID_ARG_TYPE] The "prevValue" argument must be of type object. Received an instance of Array
`},
		{"resources", `
			const r = process.resourceUsage();
			console.log(Object.keys(r).join(), Object.values(r).every(Number.isInteger), r.maxRSS > 1000);`,
			"userCPUTime,systemCPUTime,maxRSS,sharedMemorySize,unsharedDataSize,unsharedStackSize,minorPageFault," +
				"majorPageFault,swappedOut,fsRead,fsWrite,ipcSent,ipcReceived,signalsCount,voluntaryContextSwitches," +
				"involuntaryContextSwitches true true\n"},
		{"active resources", `
			setTimeout(() => {}, 1);
			setImmediate(() => {});
			console.log(process.getActiveResourcesInfo().sort().join());`,
			"Immediate,Timeout\n"},
	})
}

func TestDirectory(t *testing.T) {
	t.Chdir(t.TempDir())
	check(t, []script{
		{"umask", `
			const m = process.umask();
			console.log(process.umask('077') === m, process.umask(), process.umask(0o7777), process.umask(m));
			for (const bad of ['8', '', {}, 1.5, -1, 2 ** 32, null]) show(() => process.umask(bad));`,
			`true 63 63 511
TypeError [ERR_INVALID_ARG_VALUE] The argument 'mask' must be a 32-bit unsigned integer or an octal string. Received '8'
TypeError [ERR_INVALID_ARG_VALUE] The argument 'mask' must be a 32-bit unsigned integer or an octal string. Received ''
TypeError [ERR_INVALID_ARG_TYPE] The "mask" argument must be of type number. Received an instance of Object
RangeError [ERR_OUT_OF_RANGE] The value of "mask" is out of range. It must be an integer. Received 1.5
RangeError [ERR_OUT_OF_RANGE] The value of "mask" is out of range. It must be >= 0 && <= 4294967295. Received -1
RangeError [ERR_OUT_OF_RANGE] The value of "mask" is out of range. It must be >= 0 && <= 4294967295. Received 4294967296
TypeError [ERR_INVALID_ARG_TYPE] The "mask" argument must be of type number. Received undefined
`},
		{"chdir", `
			const from = process.cwd();
			process.chdir('/'); console.log(process.cwd()); process.chdir(from);
			console.log(process.cwd() === from);
			try { process.chdir('/nonexistent') } catch (e) {
				console.log(e.message.replace(from, '<cwd>'), Object.keys(e).join(), e.dest, e.path === from);
			}
			try { process.chdir('nofile\0b') } catch (e) { console.log(e.dest, e.code) }
			show(() => process.chdir()); show(() => process.chdir(1));`,
			`/
true
ENOENT: no such file or directory, chdir '<cwd>' -> '/nonexistent' errno,code,syscall,path,dest /nonexistent true
nofile ENOENT
TypeError [ERR_INVALID_ARG_TYPE] The "directory" argument must be of type string. Received undefined
TypeError [ERR_INVALID_ARG_TYPE] The "directory" argument must be of type string. Received type number (1)
`},
	})
}
