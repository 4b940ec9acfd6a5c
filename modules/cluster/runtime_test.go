//go:build unix

package cluster_test

import (
	"context"
	"errors"
	"fmt"
	goruntime "runtime"
	"testing"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/modules/childprocess"
	"github.com/gonode/gonode/netmodule/transport"
	"github.com/gonode/gonode/runtime"
)

// serve is a worker that answers with its number, and reports what goes wrong.
const serve = `
	const cluster = require('cluster');
	const server = require('net').createServer((socket) => socket.end('worker ' + cluster.worker.id));
	server.on('error', (err) => {
		process.send([err.message.replace(/:\d+$/, ':port'), err.code]);
		cluster.worker.disconnect();
	});
	server.listen(Number(process.env.PORT || 0), '127.0.0.1');
`

// ask is a primary that connects to its worker, or hears of its failure.
const ask = `
	const worker = cluster.fork({ PORT: 0 });
	worker.on('listening', ({ port }) => {
		require('net').connect(port, '127.0.0.1').on('data', (chunk) => console.log(String(chunk)))
			.on('close', () => worker.disconnect());
	});
	worker.on('message', (message) => console.log(message.join()));
	worker.on('error', (err) => console.log('error', err.code));
	worker.on('exit', (code, signal) => console.log('exit', code, signal));
`

// linux skips what needs descriptors to be sent.
func linux(t *testing.T) {
	t.Helper()
	if goruntime.GOOS != "linux" {
		t.Skip("descriptors are sent on Linux only")
	}
}

// TestManyPrimaries: several in one process do not know of each other.
func TestManyPrimaries(t *testing.T) {
	linux(t)
	for i := range 4 {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			if got, want := run(t, ask, serve), "worker 1\nexit 0 null\n"; got != want {
				t.Errorf("%q, want %q", got, want)
			}
		})
	}
}

// TestDenied: a runtime that may not start processes says so where a script
// expects it.
func TestDenied(t *testing.T) {
	got := run(t, ask, serve, runtime.WithProcesses(childprocess.Denied()))
	if want := "error EACCES\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestPolicyOfThePrimary: workers listen with the network of their primary,
// whatever the policy.
func TestPolicyOfThePrimary(t *testing.T) {
	linux(t)
	policy := func(_ context.Context, target transport.Target) error {
		if target.Op == transport.OpListen {
			return errors.New("no servers")
		}
		return nil
	}
	for _, name := range []string{"rr", "none"} {
		t.Run(name, func(t *testing.T) {
			got := run(t, `cluster.schedulingPolicy = { rr: cluster.SCHED_RR, none: cluster.SCHED_NONE }['`+name+`'];`+ask, serve,
				runtime.WithNetwork(transport.Host(transport.HostOptions{Policy: policy})))
			if want := "bind EACCES 127.0.0.1,EACCES\nexit 0 null\n"; got != want {
				t.Errorf("%q, want %q", got, want)
			}
		})
	}
}

// TestWithoutPoller: where a loop cannot send descriptors, servers of workers
// fail at once, on either side of the channel.
func TestWithoutPoller(t *testing.T) {
	const want = "bind ENOTSUP 127.0.0.1,ENOTSUP\nexit 0 null\n"
	t.Run("primary", func(t *testing.T) {
		if got := run(t, ask, serve, runtime.WithWaitMode(eventloop.WaitChannel)); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	})
	t.Run("worker", func(t *testing.T) {
		got := run(t, "process.env."+noPoller+" = '';"+ask, serve)
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	})
}

// TestLostWorker: the connection that a worker got and did not answer for is
// closed, and the next ones go to the others.
func TestLostWorker(t *testing.T) {
	linux(t)
	got := run(t, `
		const net = require('net');
		const connect = (port, done) => {
			net.connect(port, '127.0.0.1').on('data', (chunk) => console.log(String(chunk)))
				.on('error', () => {}).on('close', done);
		};
		cluster.fork({ DIES: 'yes' }).on('listening', ({ port }) => {
			cluster.fork().on('listening', () => connect(port, () => {
				console.log('the first one is closed');
				connect(port, () => cluster.disconnect(() => console.log('disconnect')));
			}));
		});
	`, `
		if (process.env.DIES) {
			process.prependListener('internalMessage', (message) => {
				if (message.act === 'newconn') process.kill(process.pid, 'SIGKILL');
			});
		}
	`+serve)
	if want := "the first one is closed\nworker 2\ndisconnect\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
