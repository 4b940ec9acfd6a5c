package transport

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

// Whatever the sizes, the queue gives every byte once and in order, and
// answers each request when its last byte is gone.
func FuzzWriteQueue(f *testing.F) {
	f.Add(uint64(1), uint8(3))
	f.Add(uint64(7), uint8(40))
	f.Fuzz(func(t *testing.T, seed uint64, requests uint8) {
		rng := rand.New(rand.NewPCG(seed, 0))
		var q writeQueue
		var want []byte
		ends := []int{} // where each request ends
		answered := 0
		next := byte(0)
		for range requests {
			var bufs [][]byte
			total := 0
			for range rng.IntN(4) + 1 {
				b := make([]byte, rng.IntN(5))
				for i := range b {
					next++
					b[i] = next
				}
				bufs = append(bufs, b)
				total += len(b)
			}
			sent := 0
			if total > 0 && len(ends) == 0 {
				sent = rng.IntN(total)
			}
			all := bytes.Join(bufs, nil)
			want = append(want, all[sent:]...)
			ends = append(ends, len(want))
			q.add(bufs, sent, total, func(error) { answered++ })
			clear(bufs) // the caller may reuse it
		}
		var got []byte
		for q.waits() {
			if q.bytes != len(want)-len(got) {
				t.Fatalf("%d bytes queued, want %d", q.bytes, len(want)-len(got))
			}
			b := make([]byte, rng.IntN(9))
			n := q.copyTo(b)
			rest := bytes.Join(q.front().rest(), nil)
			if !bytes.HasPrefix(rest, b[:min(n, len(rest))]) {
				t.Fatalf("rest %v, copy %v", rest, b[:n])
			}
			got = append(got, b[:n]...)
			for _, done := range q.consume(n) {
				done(nil)
			}
			for i, end := range ends {
				if (end <= len(got)) != (i < answered) && end != len(got) {
					t.Fatalf("after %d bytes %d requests are answered; ends %v", len(got), answered, ends)
				}
			}
		}
		if !bytes.Equal(got, want) || answered != len(ends) || q.bytes != 0 {
			t.Fatalf("got %v, want %v; %d answers of %d; %d bytes left", got, want, answered, len(ends), q.bytes)
		}
	})
}
