package childprocess

import (
	"errors"
	"io"
	"math"
	"os"
	"syscall"
	"time"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/signals"
)

// run is one spawnSync: the loop goroutine waits in it while others move the
// bytes, so that no JavaScript runs meanwhile.
type run struct {
	proc       Process
	pipes      []*syncPipe // by descriptor; nil for what is no pipe
	limit      float64     // maxBuffer; 0 for none
	killSignal syscall.Signal

	events  chan func() // reports of the goroutines, run by wait
	open    int         // pipes that may still bring something
	ended   bool
	killed  bool
	taken   float64 // bytes of all outputs
	status  Status
	failure int // negative errno, or 0
}

// syncPipe is our end of one of the child's streams.
type syncPipe struct {
	file   *os.File
	input  []byte
	output []byte
	reads  bool      // the child writes to it
	relay  io.Writer // takes what is read in place of output, or nil
}

// spawnSync runs a process to its end. It returns an object with pid, status,
// signal, output and error, a negative errno where something went wrong.
func (m *Module) spawnSync(c goja.FunctionCall) goja.Value {
	options := c.Argument(0).(*goja.Object)
	result := m.vm.NewObject()
	r := &run{events: make(chan func()), killSignal: syscall.SIGTERM, limit: number(options, "maxBuffer")}
	if n := number(options, "killSignal"); n != 0 {
		r.killSignal = syscall.Signal(n)
	}
	p := m.newPipes(options)
	err := p.err
	if err == nil {
		r.proc, err = m.deps.System.Spawn(m.spec(options, p))
	}
	for _, fd := range p.theirs {
		m.deps.System.Close(fd)
	}
	r.take(m, p)
	if err != nil {
		r.closePipes()
		binding.Value(result, "error", m.vm.ToValue(errnoOf(err, "spawn")))
		binding.Value(result, "status", goja.Null())
		binding.Value(result, "signal", goja.Null())
		binding.Value(result, "output", goja.Null())
		binding.Value(result, "pid", m.vm.ToValue(0))
		return result
	}
	pid := r.proc.Pid()
	r.wait(number(options, "timeout"))
	m.report(r, result, pid)
	return result
}

func number(obj *goja.Object, name string) float64 {
	v := obj.Get(name)
	if v == nil || !goja.IsNumber(v) {
		return 0
	}
	return v.ToFloat()
}

// take makes files of our ends.
func (r *run) take(m *Module, p *pipes) {
	r.pipes = make([]*syncPipe, len(p.entries))
	for i, fd := range p.ours {
		if fd == NoFile {
			continue
		}
		pipe := &syncPipe{file: os.NewFile(uintptr(fd), "pipe"), reads: truthy(p.entries[i], "writable"), relay: p.relays[i]}
		pipe.reads = pipe.reads || pipe.relay != nil
		if b, ok := m.deps.Buffers.Bytes(orUndefined(p.entries[i].Get("input"))); ok {
			// The script cannot touch it: it is not running.
			pipe.input = b
		}
		r.pipes[i] = pipe
	}
}

func orUndefined(v goja.Value) goja.Value {
	if v == nil {
		return goja.Undefined()
	}
	return v
}

// wait returns when the process has ended and its outputs with it. A timeout
// of 0 is none.
func (r *run) wait(timeout float64) {
	quit := make(chan struct{})
	defer close(quit)
	post := func(fn func()) {
		select {
		case r.events <- fn:
		case <-quit:
		}
	}
	r.start(post)
	var expired <-chan time.Time
	if timeout > 0 {
		timer := time.NewTimer(time.Duration(math.Min(timeout*float64(time.Millisecond), math.MaxInt64)))
		defer timer.Stop()
		expired = timer.C
	}
	for !r.ended || r.open > 0 {
		select {
		case fn := <-r.events:
			fn()
		case <-expired:
			expired = nil
			r.fail("ETIMEDOUT")
			r.kill()
		}
	}
	r.closePipes()
}

// start makes the goroutines: one waits for the process, the others write its
// inputs and read its outputs.
func (r *run) start(post func(func())) {
	proc := r.proc
	go func() {
		status, err := proc.Wait()
		post(func() { r.exited(status, err) })
	}()
	for _, p := range r.pipes {
		if p == nil {
			continue
		}
		r.open++
		go r.feed(p, post)
		if p.reads {
			r.open++
			go r.drain(p, post)
		}
	}
}

// feed writes the input and ends it.
func (r *run) feed(p *syncPipe, post func(func())) {
	_, err := p.file.Write(p.input)
	if err == nil {
		err = shutdownWrite(p.file)
	}
	post(func() {
		r.open--
		// A child that does not read to the end is no failure of ours.
		if err != nil && !r.killed && !errors.Is(err, syscall.EPIPE) && !errors.Is(err, syscall.ENOTCONN) {
			r.failWith(err)
		}
	})
}

// drain reads an output until it ends.
func (r *run) drain(p *syncPipe, post func(func())) {
	const size = 64 * 1024
	buf := make([]byte, size)
	for {
		n, err := p.file.Read(buf)
		data := append([]byte(nil), buf[:n]...)
		post(func() { r.got(p, data) })
		if err != nil {
			post(func() { r.open-- })
			return
		}
	}
}

// got takes a piece of output, and ends a process that writes too much.
func (r *run) got(p *syncPipe, data []byte) {
	if r.killed {
		return
	}
	if p.relay != nil {
		if _, err := p.relay.Write(data); err != nil {
			r.failWith(err)
			r.kill()
		}
		return
	}
	p.output = append(p.output, data...)
	r.taken += float64(len(data))
	if r.limit > 0 && r.taken > r.limit {
		r.fail("ENOBUFS")
		r.kill()
	}
}

func (r *run) exited(status Status, err error) {
	r.ended = true
	r.status = status
	if err != nil {
		r.failWith(err)
	}
}

func (r *run) fail(code string) {
	if r.failure == 0 {
		r.failure = nodeerr.Errno(code)
	}
}

func (r *run) failWith(err error) {
	if r.failure == 0 {
		r.failure = errnoOf(err, "spawnSync")
	}
}

// kill ends the process, and then closes the pipes: its children may hold the
// other ends for longer.
func (r *run) kill() {
	if r.killed {
		return
	}
	r.killed = true
	defer r.closePipes()
	if r.ended {
		return
	}
	err := r.proc.Signal(r.killSignal)
	if err == nil || errors.Is(err, os.ErrProcessDone) || errors.Is(err, syscall.ESRCH) {
		return
	}
	r.failWith(err)
	// There is nothing left to try after this one.
	_ = r.proc.Signal(syscall.SIGKILL)
}

// closePipes ends the goroutines that still read or write.
func (r *run) closePipes() {
	for _, p := range r.pipes {
		if p != nil {
			// It may be closed already, and has nothing else to report.
			_ = p.file.Close()
		}
	}
}

// report fills the result.
func (m *Module) report(r *run, result *goja.Object, pid int) {
	status, signal := goja.Null(), goja.Null()
	if r.status.Signal != 0 {
		signal = m.vm.ToValue(signals.Name(r.status.Signal))
	} else {
		status = m.vm.ToValue(r.status.Code)
	}
	outputs := make([]any, len(r.pipes))
	for i, p := range r.pipes {
		outputs[i] = goja.Null()
		if p != nil && p.reads && p.relay == nil {
			outputs[i] = m.deps.Buffers.FromBytes(p.output)
		}
	}
	if r.failure != 0 {
		binding.Value(result, "error", m.vm.ToValue(r.failure))
	}
	binding.Value(result, "status", status)
	binding.Value(result, "signal", signal)
	binding.Value(result, "output", m.vm.NewArray(outputs...))
	binding.Value(result, "pid", m.vm.ToValue(pid))
}
