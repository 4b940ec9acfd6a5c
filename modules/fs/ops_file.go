package fs

import (
	"math"
	"sync/atomic"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/buffer"
)

const (
	maxFile  = 1<<31 - 1  // kIoMaxLength
	readStep = 512 * 1024 // of one read when the size is not known
)

// target is the file of readFile and its like: a path to open or an open
// descriptor.
type target struct {
	byPath   bool
	path, at string
	flags    int
	mode     uint32
	file     File  // unless byPath
	err      error // there is no such file
}

// target reads argument 0: what is no descriptor has to be a path.
func (c *call) target(flags int, mode uint32) target {
	if v := c.arg(0); goja.IsNumber(v) {
		if f := v.ToFloat(); c.form == syncForm || f == math.Trunc(f) && f >= 0 && f <= math.MaxInt32 {
			file, err := c.file(c.fd(0))
			return target{file: file, err: err}
		}
	}
	path := c.path(0, "path")
	return target{path: path, at: c.at(path), flags: flags, mode: mode, byPath: true}
}

// use opens the file where need be, calls do and closes it again.
func (t *target) use(sys System, do func(f File) error) error {
	if !t.byPath {
		if t.err != nil {
			return t.err
		}
		return do(t.file)
	}
	f, err := sys.Open(t.at, t.flags, t.mode)
	if err != nil {
		return step(err, "open", t.path)
	}
	err = do(f)
	if closeErr := f.Close(); err == nil {
		err = step(closeErr, "close", "")
	}
	return err
}

func (t *target) mayBlock(sys System) bool {
	if t.byPath {
		return pathMayBlock(sys, t.at)
	}
	return t.err == nil && t.file.MayBlock()
}

// pathMayBlock reports whether opening or reading a path can take for ever.
func pathMayBlock(sys System, path string) bool {
	info, err := sys.Stat(path)
	kind := info.Type()
	return err == nil && (kind == modeFIFO || kind == modeChar)
}

// abortion follows the AbortSignal in the options.
type abortion struct {
	m       *Module
	signal  *goja.Object
	aborted atomic.Bool
}

// follow returns nil without a signal. The listener is taken off by release.
func (m *Module) follow(opts *goja.Object) (a *abortion, release func()) {
	signal, ok := get(opts, "signal").(*goja.Object)
	if !ok {
		return nil, func() {}
	}
	a = &abortion{m: m, signal: signal}
	if get(signal, "aborted").ToBoolean() {
		a.aborted.Store(true)
		return a, func() {}
	}
	listener := binding.Func(m.vm, "", 0, func(goja.FunctionCall) goja.Value {
		a.aborted.Store(true)
		return nil
	})
	call := func(method string) {
		if engine.IsCallable(signal.Get(method)) {
			m.e.CallMethod(signal, method, m.vm.ToValue("abort"), listener)
		}
	}
	call("addEventListener")
	return a, func() { call("removeEventListener") }
}

// settle ends following the signal: an operation that was aborted has failed
// with that, even if all of it was done.
func (a *abortion) settle(release func()) func(err error) error {
	return func(err error) error {
		release()
		if aborted := a.check(); aborted != nil {
			return aborted
		}
		return err
	}
}

// check is the AbortError, once the signal has been aborted.
func (a *abortion) check() error {
	if a == nil || !a.aborted.Load() {
		return nil
	}
	return &scriptError{make: func() *goja.Object { return a.m.abortError(a.signal) }}
}

func (m *Module) abortError(signal *goja.Object) *goja.Object {
	err := nodeerr.New(m.vm, "ABORT_ERR")
	binding.Value(err, "name", m.vm.ToValue("AbortError"))
	if reason := get(signal, "reason"); !goja.IsUndefined(reason) {
		binding.Hidden(err, "cause", reason)
	}
	return err
}

// readFile is fs.readFile(path[, options]).
func (c *call) readFile() *request {
	opts, enc := c.options(c.arg(1))
	flags := 0
	if v := get(opts, "flag"); !goja.IsUndefined(v) {
		name := "options.flag"
		if c.form == syncForm {
			name = "flags"
		}
		flags = c.flags(v, name)
	}
	t := c.target(flags, 0o666)
	abort, release := c.follow(c.signals(opts))
	var content []byte
	return &request{
		syscall: "read", mayBlock: func() bool { return t.mayBlock(c.sys) },
		run: func() error {
			if err := abort.check(); err != nil {
				return err
			}
			return t.use(c.sys, func(f File) (err error) {
				content, err = c.readAll(f, abort)
				return err
			})
		},
		settle: abort.settle(release),
		results: func() []goja.Value {
			if enc.buffer {
				panic(nodeerr.New(c.vm, "ERR_UNKNOWN_ENCODING", "buffer"))
			}
			if !enc.given {
				return []goja.Value{c.buffers.FromBytes(content)}
			}
			c.buffers.CheckStringLength(enc.text, len(content))
			return []goja.Value{buffer.EncodeToString(c.vm, enc.text, content)}
		},
	}
}

// signals is where the signal is looked for: synchronous functions have none.
func (c *call) signals(opts *goja.Object) *goja.Object {
	if c.form == syncForm {
		return nil
	}
	return opts
}

// readAll reads from the file's position to its end.
func (m *Module) readAll(f File, abort *abortion) ([]byte, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, step(err, "fstat", "")
	}
	known := info.Type() == modeFile && info.Size > 0
	if known && info.Size > maxFile {
		return nil, m.tooLarge(info.Size)
	}
	content := make([]byte, 0, 8192)
	if known {
		content = make([]byte, 0, info.Size)
	}
	for {
		if err := abort.check(); err != nil {
			return nil, err
		}
		if len(content) == cap(content) {
			if known && int64(len(content)) >= info.Size {
				return content, nil
			}
			content = append(content, 0)[:len(content)]
		}
		room := content[len(content):cap(content)]
		n, err := f.Read([][]byte{room[:min(len(room), readStep)]}, -1)
		if err != nil || n == 0 {
			return content, err
		}
		content = content[:len(content)+n]
		if len(content) > maxFile {
			return nil, m.tooLarge(int64(len(content)))
		}
	}
}

func (m *Module) tooLarge(size int64) error {
	return &scriptError{make: func() *goja.Object {
		return nodeerr.New(m.vm, "ERR_FS_FILE_TOO_LARGE", size)
	}}
}

// writeFile is fs.writeFile(file, data[, options]).
func (c *call) writeFile() *request { return c.writeWhole(openFlags["w"]) }

// appendFile is fs.appendFile(path, data[, options]).
func (c *call) appendFile() *request { return c.writeWhole(openFlags["a"]) }

func (c *call) writeWhole(flags int) *request {
	opts, enc := c.options(c.arg(2))
	flush := false
	if v := get(opts, "flush"); !isNullish(v) {
		flush = c.isTrue(v, "options.flush")
	}
	data := c.content(c.arg(1), enc)
	if v := get(opts, "flag"); v.ToBoolean() {
		flags = c.flags(v, "flags")
	}
	mode := c.mode(get(opts, "mode"), "mode", 0o666)
	t := c.target(flags, mode)
	abort, release := c.follow(c.signals(opts))
	return &request{
		syscall: "write", onLoop: t.file != nil && writesOnLoop(t.file),
		mayBlock: func() bool { return t.mayBlock(c.sys) },
		run: func() error {
			if err := abort.check(); err != nil {
				return err
			}
			return t.use(c.sys, func(f File) error { return writeAll(f, data, flush, abort) })
		},
		settle: abort.settle(release),
	}
}

// content is what writeFile writes.
func (c *call) content(v goja.Value, enc encoding) []byte {
	if b, ok := c.view(v); ok {
		return b
	}
	if !goja.IsString(v) {
		panic(nodeerr.ArgType(c.vm, "data", v, "string", "Buffer", "TypedArray", "DataView"))
	}
	return buffer.DecodeString(v, enc.text)
}

func writeAll(f File, data []byte, flush bool, abort *abortion) error {
	for len(data) > 0 {
		if err := abort.check(); err != nil {
			return err
		}
		n, err := f.Write([][]byte{data[:min(len(data), readStep)]}, -1)
		if err != nil {
			return err
		}
		data = data[n:]
	}
	if flush {
		return step(f.Sync(), "fsync", "")
	}
	return nil
}
