package fs

import (
	"math"
	"math/big"
	"syscall"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/buffer"
)

// readBuffer is the size of the Buffer that read makes when it gets none.
const readBuffer = 16384

// transfer is what read and write move: bytes from offset on, at a position
// of the file or at its own (-1).
type transfer struct {
	buffer                   goja.Value
	offset, length, position goja.Value
	fromOptions              bool
}

// view is the memory of an ArrayBufferView.
func (m *Module) view(v goja.Value) ([]byte, bool) {
	if !isObject(v) {
		return nil, false
	}
	return m.buffers.Bytes(v)
}

func (m *Module) requireView(v goja.Value, name string) []byte {
	b, ok := m.view(v)
	if !ok {
		panic(nodeerr.ArgType(m.vm, name, v, "Buffer", "TypedArray", "DataView"))
	}
	return b
}

// nullableObject checks an object of options that may be null.
func (m *Module) nullableObject(v goja.Value) *goja.Object {
	if goja.IsNull(v) {
		return nil
	}
	return m.object(v, "options")
}

// useOptions takes offset, length and position from an object.
func (t *transfer) useOptions(opts *goja.Object) {
	t.offset, t.length, t.position = get(opts, "offset"), get(opts, "length"), get(opts, "position")
	t.fromOptions = true
}

// read is fs.read in its three forms.
func (c *call) read() *request {
	if c.form == syncForm {
		c.requireView(c.arg(1), "buffer")
	}
	fd := c.fd(0)
	t := c.readArgs()
	memory := c.requireView(t.buffer, "buffer")
	r := &request{syscall: "read"}
	n := 0
	r.results = func() []goja.Value { return c.moved(n, "bytesRead", t.buffer) }
	r.failed = func() []goja.Value { return []goja.Value{c.vm.ToValue(0), t.buffer} }
	offset := 0.0
	if !goja.IsUndefined(t.offset) && !(goja.IsNull(t.offset) && !(t.fromOptions && c.form == syncForm)) {
		offset = c.integer(t.offset, "offset", 0, maxSafe)
	}
	length := float64(len(memory)) - offset
	if !goja.IsUndefined(t.length) {
		length = float64(toInt32(t.length))
	}
	if length == 0 {
		return r
	}
	if len(memory) == 0 {
		panic(c.argValue("buffer", t.buffer, "is empty and cannot be written"))
	}
	switch {
	case length < 0:
		panic(nodeerr.OutOfRange(c.vm, "length", ">= 0", c.vm.ToValue(length)))
	case offset+length > float64(len(memory)):
		panic(nodeerr.OutOfRange(c.vm, "length", "<= "+decimal(float64(len(memory))-offset), c.vm.ToValue(length)))
	}
	at := c.position(t.position, int64(length))
	part := memory[int(offset):int(offset+length)]
	c.transfer(r, fd, at, func(f File) (err error) {
		n, err = f.Read([][]byte{part}, at)
		return err
	})
	return r
}

// transfer completes a request that moves bytes of a descriptor.
func (c *call) transfer(r *request, fd int, at int64, run func(f File) error) {
	done := c.onFile(r.syscall, fd, run)
	r.run = done.run
	f, err := c.file(fd)
	if err != nil {
		return
	}
	r.onLoop = r.syscall == "write" && writesOnLoop(f)
	if at < 0 && !r.onLoop {
		r.mayBlock = f.MayBlock
	}
}

// moved is what read and write give: a number and the buffer to a callback,
// an object of both to a promise.
func (c *call) moved(n int, name string, buffer goja.Value) []goja.Value {
	count := c.vm.ToValue(n)
	switch c.form {
	case syncForm:
		return []goja.Value{count}
	case callbackForm:
		return []goja.Value{count, buffer}
	}
	key := "buffer"
	if obj, ok := buffer.(*goja.Object); ok && obj.ClassName() == "Array" {
		key = "buffers"
	}
	obj := c.vm.CreateObject(nil)
	must(obj.Set(name, count))
	must(obj.Set(key, buffer))
	return []goja.Value{obj}
}

// toInt32 is `v | 0`.
func toInt32(v goja.Value) int32 {
	f := v.ToFloat()
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return 0
	}
	return int32(uint32(int64(math.Mod(math.Trunc(f), 1<<32))))
}

// readArgs sorts the arguments of read, of which many may be left out.
func (c *call) readArgs() transfer {
	t := transfer{buffer: c.arg(1), offset: c.arg(2), length: c.arg(3), position: c.arg(4)}
	switch c.form {
	case callbackForm:
		c.readCallbackArgs(&t)
	case promiseForm:
		if _, ok := c.view(t.buffer); !ok {
			c.readInto(&t, c.nullableObject(t.buffer))
		} else if isObject(t.offset) || goja.IsNull(t.offset) && len(c.args) < 4 {
			t.useOptions(c.nullableObject(t.offset))
		}
	default:
		c.requireView(t.buffer, "buffer")
		if len(c.args) <= 3 || isObject(t.offset) {
			t.useOptions(c.nullableObject(t.offset))
		} else if isNullish(t.length) {
			t.length = c.vm.ToValue(0)
		}
	}
	return t
}

// readCallbackArgs: the callback, which is taken off already, was the last
// argument.
func (c *call) readCallbackArgs(t *transfer) {
	switch len(c.args) {
	case 1:
		c.readInto(t, nil)
	case 2:
		if _, ok := c.view(t.buffer); ok {
			t.useOptions(nil)
		} else {
			c.readInto(t, c.nullableObject(t.buffer))
		}
	case 3:
		t.useOptions(c.nullableObject(t.offset))
	default:
		if isNullish(t.length) {
			t.length = c.vm.ToValue(0)
		}
	}
}

// readInto takes everything from options, also the buffer.
func (c *call) readInto(t *transfer, opts *goja.Object) {
	t.useOptions(opts)
	if t.buffer = get(opts, "buffer"); goja.IsUndefined(t.buffer) {
		t.buffer = c.buffers.FromBytes(make([]byte, readBuffer))
	}
}

// position checks the position of a read, Node's validatePosition.
func (c *call) position(v goja.Value, length int64) int64 {
	switch {
	case isNullish(v):
		return -1
	case goja.IsNumber(v):
		return int64(c.integer(v, "position", -1, maxSafe))
	case goja.IsBigInt(v):
		n, _ := v.Export().(*big.Int)
		most := math.MaxInt64 - length
		if n.Cmp(big.NewInt(-1)) < 0 || n.Cmp(big.NewInt(most)) > 0 {
			panic(nodeerr.OutOfRange(c.vm, "position", ">= -1 && <= "+big.NewInt(most).String(), v))
		}
		return n.Int64()
	}
	panic(nodeerr.ArgType(c.vm, "position", v, "integer", "bigint"))
}

// write is fs.write in its three forms, of bytes or of a string.
func (c *call) write() *request {
	data := c.arg(1)
	if _, ok := c.view(data); !ok && c.form == syncForm {
		c.requireText(data)
	}
	fd := c.fd(0)
	r := &request{syscall: "write", lateCode: c.form == syncForm}
	n := 0
	r.results = func() []goja.Value { return c.moved(n, "bytesWritten", data) }
	r.failed = func() []goja.Value { return []goja.Value{c.vm.ToValue(0), data} }
	var part []byte
	at := int64(-1)
	if memory, ok := c.view(data); ok {
		part, at = c.writeBytes(memory)
		if len(memory) == 0 && c.form == promiseForm {
			return r
		}
	} else {
		part, at = c.writeText(data)
	}
	c.transfer(r, fd, at, func(f File) (err error) {
		n, err = f.Write([][]byte{part}, at)
		return err
	})
	return r
}

// writeBytes reads (fd, buffer, offset or options, length, position).
func (c *call) writeBytes(memory []byte) ([]byte, int64) {
	t := transfer{offset: c.arg(2), length: c.arg(3), position: c.arg(4)}
	if isObject(t.offset) && !engine.IsCallable(t.offset) {
		t.useOptions(t.offset.(*goja.Object))
	}
	size := float64(len(memory))
	offset := 0.0
	if !isNullish(t.offset) {
		offset = c.integer(t.offset, "offset", 0, maxSafe)
	}
	length := size - offset
	if goja.IsNumber(t.length) {
		length = t.length.ToFloat()
	}
	switch {
	case offset > size:
		panic(nodeerr.OutOfRange(c.vm, "offset", "<= "+decimal(size), t.offset))
	case length > size-offset:
		panic(nodeerr.OutOfRange(c.vm, "length", "<= "+decimal(size-offset), c.vm.ToValue(length)))
	case length < 0:
		panic(nodeerr.OutOfRange(c.vm, "length", ">= 0", c.vm.ToValue(length)))
	}
	c.int32(c.vm.ToValue(length), "length", 0)
	return memory[int(offset):int(offset+length)], c.writePosition(t.position)
}

// writePosition: what is no number is the file's own position.
func (c *call) writePosition(v goja.Value) int64 {
	if !goja.IsNumber(v) {
		return -1
	}
	if f := v.ToFloat(); f >= 0 {
		return int64(f)
	}
	return -1
}

func (m *Module) requireText(data goja.Value) {
	if !goja.IsString(data) {
		panic(nodeerr.ArgType(m.vm, "buffer", data, "string", "Buffer", "TypedArray", "DataView"))
	}
}

// writeText reads (fd, string, position, encoding).
func (c *call) writeText(data goja.Value) ([]byte, int64) {
	c.requireText(data)
	enc := buffer.UTF8
	if v := c.arg(3); goja.IsString(v) {
		if known, ok := buffer.ParseEncoding(v.String()); ok {
			enc = known
		}
	}
	if units := data.(goja.String).Length(); enc == buffer.Hex && units%2 != 0 {
		panic(c.argValue("encoding", c.arg(3), "is invalid for data of length "+decimal(float64(units))))
	}
	return buffer.DecodeString(data, enc), c.writePosition(c.arg(2))
}

// vectors checks the array of buffers of readv and writev.
func (c *call) vectors() ([][]byte, int64) {
	v := c.arg(1)
	list, ok := v.(*goja.Object)
	if !ok || !c.isArray(v) {
		panic(c.noVectors(v))
	}
	n := int(list.Get("length").ToInteger())
	bufs := make([][]byte, n)
	for i := range bufs {
		item := list.Get(decimal(float64(i)))
		if bufs[i], ok = c.view(item); item == nil || !ok {
			panic(c.noVectors(v))
		}
	}
	return bufs, c.writePosition(c.arg(2))
}

func (c *call) noVectors(v goja.Value) *goja.Object {
	return nodeerr.WithMessage(c.vm, "TypeError", "ERR_INVALID_ARG_TYPE",
		`The "buffers" argument must be an ArrayBufferView[]. Received `+nodeerr.Received(c.vm, v))
}

// vectorArgs reads (fd, buffers[, position]); the synchronous forms look at
// the descriptor last.
func (c *call) vectorArgs() (fd int, bufs [][]byte, at int64) {
	if c.form != syncForm {
		c.fd(0)
	}
	bufs, at = c.vectors()
	return c.fd(0), bufs, at
}

func (c *call) readv() *request {
	fd, bufs, at := c.vectorArgs()
	return c.vectored("read", "bytesRead", fd, at, func(f File) (int, error) {
		if len(bufs) == 0 {
			return 0, syscall.EINVAL
		}
		return f.Read(bufs, at)
	})
}

func (c *call) writev() *request {
	fd, bufs, at := c.vectorArgs()
	if len(bufs) == 0 && c.form != syncForm {
		return &request{results: func() []goja.Value { return c.moved(0, "bytesWritten", c.arg(1)) }}
	}
	return c.vectored("write", "bytesWritten", fd, at, func(f File) (int, error) { return f.Write(bufs, at) })
}

func (c *call) vectored(name, result string, fd int, at int64, move func(f File) (int, error)) *request {
	n := 0
	r := &request{
		syscall: name,
		results: func() []goja.Value { return c.moved(n, result, c.arg(1)) },
		failed:  func() []goja.Value { return []goja.Value{c.vm.ToValue(0), c.arg(1)} },
	}
	c.transfer(r, fd, at, func(f File) (err error) {
		n, err = move(f)
		return err
	})
	return r
}
