package transport

import (
	"errors"
	"io"
	"net"

	"github.com/gonode/gonode/internal/nodeerr"
)

// pumpReader is the reading goroutine of a pumpConn. It reads once for each
// credit it gets, so there is never more than one chunk between it and the
// loop. buf, n and err belong to whoever has the credit: the goroutine until
// it posts, then the loop.
type pumpReader struct {
	conn   net.Conn
	credit chan struct{} // holds at most one; closed to end the goroutine

	buf   []byte
	n     int // bytes that the owner has not got yet
	err   error
	last  int // size of the last read
	small int // reads in a row that did not need such a large buffer

	state readerState // loop goroutine only
}

type readerState uint8

const (
	readerIdle    readerState = iota // waits for a credit
	readerWorking                    // has it
	readerHolding                    // a chunk, an error or an end waits for the owner
	readerHanding                    // the owner is getting it
	readerResumed                    // the same, and the loop will be back for it
)

const (
	minPumpBuffer = 4 << 10
	// smallReads is how many of them make a buffer shrink.
	smallReads = 16
)

// ReadStart is part of Conn.
func (c *pumpConn) ReadStart() {
	if c.closing || c.ended {
		return
	}
	c.reading = true
	if c.connecting {
		return
	}
	c.setActive(true)
	c.readMore()
}

// ReadStop is part of Conn.
func (c *pumpConn) ReadStop() {
	if c.closing || !c.reading {
		return
	}
	c.reading = false
	c.setActive(false)
}

// readMore sees to it that the next chunk comes.
func (c *pumpConn) readMore() {
	if c.reader == nil {
		c.startReader()
	}
	switch r := c.reader; r.state {
	case readerIdle:
		r.state = readerWorking
		r.credit <- struct{}{}
	case readerHolding:
		r.state = readerResumed
		c.net.later(c.resumeReading)
	}
}

func (c *pumpConn) startReader() {
	r := &pumpReader{conn: c.conn, credit: make(chan struct{}, 1)}
	c.reader = r
	deliver := c.chunkArrived
	pump := func() {
		for range r.credit {
			r.read()
			last := r.err != nil // the fields are the loop's once it is posted
			if !c.net.loop.Post(deliver) || last {
				return
			}
		}
	}
	if _, ok := r.conn.(endless); ok {
		go pump()
		return
	}
	c.net.tasks.Go(pump)
}

// endless is a connection whose Close does not end a Read. Network.Close does
// not wait for its goroutine.
type endless interface{ readsOnEnd() }

// read reads once. The buffer follows the size of the reads, so that an idle
// connection owns a small one.
func (r *pumpReader) read() {
	switch size := len(r.buf); {
	case size == 0:
		r.buf = make([]byte, minPumpBuffer)
	case r.last == size && size < ReadBufferSize:
		r.buf = make([]byte, min(4*size, ReadBufferSize))
	case r.small == smallReads:
		r.buf, r.small = make([]byte, max(size/4, minPumpBuffer)), 0
	}
	r.n, r.err = r.conn.Read(r.buf)
	r.last = r.n
	if r.n < len(r.buf)/4 && len(r.buf) > minPumpBuffer {
		r.small++
	} else {
		r.small = 0
	}
}

// chunkArrived is posted by the goroutine.
func (c *pumpConn) chunkArrived() {
	c.reader.state = readerHolding
	if c.reading {
		c.consume()
	}
}

// resumeReading comes back to a chunk that the owner did not want before.
func (c *pumpConn) resumeReading() {
	if c.reader.state != readerResumed {
		return
	}
	c.reader.state = readerHolding
	if c.reading {
		c.consume()
	}
}

// consume hands over what the goroutine has read: data first, then the error
// or the end that came with it.
func (c *pumpConn) consume() {
	r := c.reader
	if r.n > 0 {
		chunk := r.buf[:r.n]
		r.n = 0
		r.state = readerHanding
		c.bytesRead += uint64(len(chunk))
		if c.handler.OnRead(chunk) {
			r.buf = newReadBuffer() // only one of that size is worth keeping
		}
		if c.closing {
			return
		}
	}
	if r.err == nil {
		r.state = readerIdle
		if c.reading {
			c.readMore()
		}
		return
	}
	r.state = readerHolding
	if c.reading {
		c.endReading(r.err)
	}
}

func (c *pumpConn) endReading(err error) {
	c.ended, c.reading = true, false
	c.setActive(false)
	c.reader.buf = nil
	if errors.Is(err, io.EOF) {
		c.handler.OnEOF()
		return
	}
	if errors.Is(err, net.ErrClosed) {
		// Not closed by us: the embedder has closed it.
		c.handler.OnReadError(nodeerr.FromCode("ECONNABORTED", "read", err))
		return
	}
	c.handler.OnReadError(nodeerr.FromGo(err, "read"))
}
