package stream_test

import (
	"bytes"
	"testing"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/internal/engine"
)

// benchScript runs src with N set to b.N.
func benchScript(b *testing.B, src string) {
	b.ReportAllocs()
	e := engine.New()
	loop, err := eventloop.New(eventloop.WithHook(e))
	if err != nil {
		b.Fatal(err)
	}
	defer loop.Close()
	e.Attach(loop)
	var out bytes.Buffer
	b.ResetTimer()
	e.RunMain(func() {
		installGlobals(e, &out)
		_ = e.VM.Set("N", b.N)
		if _, err := e.VM.RunString(src); err != nil {
			b.Error(err)
		}
	})
	if err := loop.Run(b.Context()); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkEmitOneListener(b *testing.B) {
	benchScript(b, `const E = require('events'); const e = new E(); let n = 0;
		e.on('x', () => { n++; }); (function () { for (let i = 0; i < N; i++) e.emit('x', i); })()`)
}

func BenchmarkEmitTenListeners(b *testing.B) {
	benchScript(b, `const E = require('events'); const e = new E(); let n = 0;
		for (let i = 0; i < 10; i++) e.on('x', () => { n++; });
		(function () { for (let i = 0; i < N; i++) e.emit('x', i); })()`)
}

func BenchmarkWrite(b *testing.B) {
	benchScript(b, `const { Writable } = require('stream'); const c = Buffer.alloc(64);
		const w = new Writable({ write(c, e, cb) { cb(); } });
		let i = 0; (function next() { if (i++ < N) w.write(c, next); })()`)
}

func BenchmarkPassThrough(b *testing.B) {
	benchScript(b, `const { PassThrough } = require('stream'); const c = Buffer.alloc(1024);
		const p = new PassThrough(); p.on('data', () => {});
		let i = 0; (function next() { while (i++ < N) if (!p.write(c)) { p.once('drain', next); return; } })()`)
}
