package runtime

import (
	"io"
	"os"
	"syscall"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/childprocess"
	"github.com/gonode/gonode/modules/cluster"
	"github.com/gonode/gonode/netmodule"
	"github.com/gonode/gonode/netmodule/transport"
)

func (rt *Runtime) childProcess() *childprocess.Module {
	if rt.childModule == nil {
		rt.childModule = childprocess.New(rt.e, childprocess.Deps{
			System:        rt.cfg.processes,
			Buffers:       rt.buffers(),
			Net:           func() *netmodule.Module { return rt.net() },
			Pipes:         rt.pipesToChildren,
			Descriptor:    rt.descriptor,
			Output:        func(fd int) io.Writer { return rt.output(fd) },
			Emitter:       func() *goja.Object { return rt.events().Constructor() },
			Process:       func() *goja.Object { return rt.process().Exports() },
			Describe:      rt.inspect,
			FileURLToPath: rt.fileURLToPath,
			Warn:          rt.deprecate,
		})
	}
	return rt.childModule
}

// pipesToChildren opens our ends of the children's streams. They are no
// network: no policy about addresses is asked.
func (rt *Runtime) pipesToChildren() transport.Network {
	if rt.childPipes == nil {
		rt.childPipes = transport.Host(transport.HostOptions{})(rt.loop)
	}
	return rt.childPipes
}

// descriptor is the descriptor of the program behind a number that a script
// uses: that of a standard stream, NoFile where it is no file, or any other
// number if the runtime is open to the host.
func (rt *Runtime) descriptor(fd int) (int, error) {
	if fd < 0 || fd > 2 {
		if fd < 0 || !rt.cfg.hostDescriptors {
			return childprocess.NoFile, syscall.EBADF
		}
		return fd, nil
	}
	stream := any(rt.cfg.stdio.in)
	if fd > 0 {
		stream = rt.output(fd).Writer()
	}
	f, ok := stream.(*os.File)
	if !ok {
		return childprocess.NoFile, nil
	}
	raw, err := f.SyscallConn()
	if err != nil {
		return childprocess.NoFile, syscall.EBADF
	}
	number := childprocess.NoFile
	if err := raw.Control(func(n uintptr) { number = int(n) }); err != nil {
		return childprocess.NoFile, syscall.EBADF
	}
	return number, nil
}

// connectParent opens the channel to the parent, once, before the first
// script.
func (rt *Runtime) connectParent() {
	ch := rt.cfg.channel
	if ch == nil {
		return
	}
	rt.cfg.channel = nil
	rt.childProcess().Connect(*ch)
	if ch.Worker != "" {
		rt.clusterModule = cluster.Join(rt.e, rt.clusterDeps(), ch.Worker)
	}
}

func (rt *Runtime) cluster() *cluster.Module {
	if rt.clusterModule == nil {
		rt.clusterModule = cluster.New(rt.e, rt.clusterDeps())
	}
	return rt.clusterModule
}

func (rt *Runtime) clusterDeps() cluster.Deps {
	return cluster.Deps{
		Builtin: func(name string) goja.Value {
			v, _ := rt.requireBuiltin(name)
			return v
		},
		Emitter: func() *goja.Object { return rt.events().Constructor() },
		Process: func() *goja.Object { return rt.process().Exports() },
	}
}

// primary is what servers listen through in a worker of a cluster.
func (rt *Runtime) primary() netmodule.Primary {
	if rt.clusterModule == nil || !rt.clusterModule.IsWorker() {
		return nil
	}
	return rt.clusterModule
}
