package transport

import (
	"bytes"
	"errors"
	"slices"
	"syscall"
	"testing"
)

func TestEcho(t *testing.T) {
	eachTransport(t, func(r *rig) {
		for _, e := range endpoints(r.t) {
			var got []byte
			r.pair(e, func(client, server Conn) {
				read(server, &recorder{onData: func(b []byte) {
					// What a goroutine writes may be answered after the end.
					if _, err := server.Write([][]byte{bytes.Clone(b)}, func(error) {}); err != nil {
						r.t.Errorf("Write: %v", err)
					}
				}, onEnd: func() { closeAll(server) }})
				h := &recorder{}
				h.onData = func([]byte) {
					if len(h.data) == 11 {
						got = h.data
						closeAll(client)
					}
				}
				read(client, h)
				r.write(client, []byte("hello "), nil)
				r.write(client, []byte("world"), nil)
			})
			r.run()
			if string(got) != "hello world" {
				r.t.Errorf("%s: got %q", e.name, got)
			}
		}
	})
}

func TestHalfClose(t *testing.T) {
	eachTransport(t, func(r *rig) {
		var question, answer recorder
		r.tcpPair(func(client, server Conn) {
			left := 3 // the client's shutdown, the server's, the answer
			step := func() {
				if left--; left == 0 {
					closeAll(client, server)
				}
			}
			shut := func(err error) {
				if err != nil {
					r.t.Errorf("shutdown: %v", err)
				}
				step()
			}
			question.onEnd = func() {
				if answer.data != nil {
					r.t.Error("an answer before the question has ended")
				}
				r.write(server, []byte("answer"), nil)
				server.Shutdown(shut)
			}
			answer.onEnd = step
			read(server, &question)
			read(client, &answer)
			r.write(client, []byte("question"), nil)
			client.Shutdown(shut)
		})
		r.run()
		if string(question.data) != "question" || string(answer.data) != "answer" {
			r.t.Errorf("asked %q, answered %q", question.data, answer.data)
		}
		if !question.ended || !answer.ended {
			r.t.Errorf("ends: %v, %v", question.ended, answer.ended)
		}
	})
}

func TestShutdownWaitsForQueue(t *testing.T) {
	eachTransport(t, func(r *rig) {
		payload := bytes.Repeat([]byte("0123456789abcdef"), 512<<10) // 8 MB
		var got recorder
		written, shut := false, false
		r.tcpPair(func(client, server Conn) {
			if finished, err := client.Write([][]byte{payload}, func(error) { written = true }); finished || err != nil {
				r.t.Errorf("Write = %v, %v; want it to wait", finished, err)
			}
			client.Shutdown(func(err error) {
				shut = true
				if err != nil || !written {
					r.t.Errorf("shutdown: %v, written %v", err, written)
				}
			})
			got.onEnd = func() { closeAll(client, server) }
			read(server, &got)
		})
		r.run()
		if !bytes.Equal(got.data, payload) {
			r.t.Errorf("%d bytes arrived, want %d", len(got.data), len(payload))
		}
		if !shut {
			r.t.Error("Shutdown did not call back")
		}
	})
}

// As on Node, the report of a FIN comes before the immediates of the turn that
// asked for it.
func TestShutdownBeforeImmediates(t *testing.T) {
	eachTransport(t, func(r *rig) {
		if r.name == "custom" {
			return // CloseWrite of a foreign type runs on a goroutine
		}
		var events []string
		r.tcpPair(func(client, server Conn) {
			read(server, &recorder{onData: func([]byte) {
				r.immediately(func() { events = append(events, "immediate") })
				server.Shutdown(func(error) { events = append(events, "shut down") })
			}})
			read(client, &recorder{onEnd: func() { closeAll(client, server) }})
			r.write(client, []byte("x"), nil)
		})
		r.run()
		if want := []string{"shut down", "immediate"}; !slices.Equal(events, want) {
			r.t.Errorf("got %q", events)
		}
	})
}

func TestMisuse(t *testing.T) {
	eachTransport(t, func(r *rig) {
		r.tcpPair(func(client, server Conn) {
			client.Shutdown(func(err error) {
				if err != nil {
					r.t.Errorf("shutdown: %v", err)
				}
				_, err = client.Write([][]byte{{1}}, nil)
				wantCode(r.t, err, "write", "EPIPE")
				client.Shutdown(func(err error) {
					wantCode(r.t, err, "shutdown", "ENOTCONN")
					closeAll(client, server)
					_, err = client.Write([][]byte{{1}}, nil)
					wantCode(r.t, err, "write", "EBADF")
					client.ReadStart()
					client.ReadStop()
					if client.FD() != -1 {
						r.t.Errorf("FD after Close = %d", client.FD())
					}
				})
			})
		})
		r.run()
	})
}

func TestReset(t *testing.T) {
	eachTransport(t, func(r *rig) {
		var got recorder
		closed := 0
		r.tcpPair(func(client, server Conn) {
			got.onErr = func(error) { closeAll(client) }
			read(client, &got)
			if err := server.Reset(func() { closed++ }); err != nil {
				r.t.Errorf("Reset: %v", err)
			}
			if err := server.Reset(func() { closed++ }); err != nil {
				r.t.Errorf("second Reset: %v", err)
			}
		})
		r.run()
		wantCode(r.t, got.err, "read", "ECONNRESET")
		if !errors.Is(got.err, syscall.ECONNRESET) {
			r.t.Errorf("%v hides its cause", got.err)
		}
		if closed != 2 {
			r.t.Errorf("%d callbacks of 2", closed)
		}
	})
}

func TestResetDuringShutdown(t *testing.T) {
	eachTransport(t, func(r *rig) {
		r.tcpPair(func(client, server Conn) {
			client.Shutdown(func(error) {
				// Once the FIN is out, a RST may follow.
				if err := client.Reset(nil); err != nil {
					r.t.Errorf("Reset after Shutdown: %v", err)
				}
			})
			wantCode(r.t, client.Reset(nil), "reset", "EINVAL")
			read(server, &recorder{onEnd: func() { closeAll(server) }, onErr: func(error) { closeAll(server) }})
		})
		r.run()
	})
}

// A write to a peer that has gone fails, now or later, and does not end the
// process by SIGPIPE.
func TestWriteToClosedPeer(t *testing.T) {
	eachTransport(t, func(r *rig) {
		var failure error
		r.tcpPair(func(client, server Conn) {
			server.Close(nil)
			var again func()
			again = func() {
				finished, err := client.Write([][]byte{[]byte("anybody there?")}, func(err error) {
					if failure = err; err == nil {
						r.immediately(again)
					} else {
						closeAll(client)
					}
				})
				switch {
				case err != nil:
					failure = err
					closeAll(client)
				case finished:
					r.immediately(again)
				}
			}
			again()
		})
		r.run()
		wantCode(r.t, failure, "write", "EPIPE", "ECONNRESET")
	})
}

func TestCloseWithPendingWrites(t *testing.T) {
	eachTransport(t, func(r *rig) {
		var events []string
		big := make([]byte, 16<<20)
		r.tcpPair(func(client, server Conn) {
			for _, name := range []string{"first", "second"} {
				finished, err := client.Write([][]byte{big}, func(err error) {
					wantCode(r.t, err, "write", "ECANCELED")
					events = append(events, name)
				})
				if finished || err != nil {
					r.t.Errorf("%s: Write = %v, %v", name, finished, err)
				}
			}
			client.Shutdown(func(err error) {
				wantCode(r.t, err, "write", "ECANCELED")
				events = append(events, "shutdown")
			})
			if queued := client.QueuedBytes(); queued < len(big) || queued > 2*len(big) {
				r.t.Errorf("QueuedBytes = %d", queued)
			}
			if client.BytesWritten() != 2*uint64(len(big)) {
				r.t.Errorf("BytesWritten = %d", client.BytesWritten())
			}
			client.Close(func() { events = append(events, "closed") })
			events = append(events, "after Close")
			closeAll(server)
		})
		r.run()
		want := []string{"after Close", "first", "second", "shutdown", "closed"}
		if !slices.Equal(events, want) {
			r.t.Errorf("got %q\nwant %q", events, want)
		}
	})
}

func TestCloseInsideCallbacks(t *testing.T) {
	eachTransport(t, func(r *rig) {
		var got recorder
		closed := false
		r.tcpPair(func(client, server Conn) {
			got.onData = func([]byte) {
				server.Close(func() { closed = true })
				server.Close(nil)
			}
			read(server, &got)
			client.Start(&recorder{})
			big := make([]byte, 8<<20)
			if _, err := client.Write([][]byte{big}, func(err error) {
				wantCode(r.t, err, "write", "EPIPE", "ECONNRESET")
				client.Close(nil)
			}); err != nil {
				r.t.Errorf("Write: %v", err)
			}
		})
		r.run()
		if !closed || got.ended || got.err != nil {
			r.t.Errorf("closed %v, then ended %v, error %v", closed, got.ended, got.err)
		}
	})
}

// Data and the end that arrive while reading is off are there when it is on
// again, in order, and not before.
func TestPauseLosesNothing(t *testing.T) {
	eachTransport(t, func(r *rig) {
		var got recorder
		r.tcpPair(func(client, server Conn) {
			paused := false
			got.onData = func([]byte) {
				if paused {
					r.t.Error("data while reading is off")
				}
				if len(got.data) == 1 {
					server.ReadStop()
					paused = true
					r.write(client, []byte("bc"), nil)
					client.Shutdown(func(error) {})
					r.turns(50, func() {
						if got.ended {
							r.t.Error("end while reading is off")
						}
						paused = false
						server.ReadStart()
					})
				}
			}
			got.onEnd = func() { closeAll(client, server) }
			read(server, &got)
			r.write(client, []byte("a"), nil)
		})
		r.run()
		if string(got.data) != "abc" || !got.ended {
			r.t.Errorf("got %q, ended %v", got.data, got.ended)
		}
	})
}

// Turning reading off and on within one callback changes nothing.
func TestReadStopStartInsideOnRead(t *testing.T) {
	eachTransport(t, func(r *rig) {
		var got recorder
		payload := bytes.Repeat([]byte("x"), 1<<20)
		r.tcpPair(func(client, server Conn) {
			got.onData = func([]byte) {
				server.ReadStop()
				server.ReadStart()
			}
			got.onEnd = func() { closeAll(client, server) }
			read(server, &got)
			r.write(client, payload, nil)
			client.Shutdown(func(error) {})
		})
		r.run()
		if len(got.data) != len(payload) {
			r.t.Errorf("%d bytes of %d", len(got.data), len(payload))
		}
	})
}

// Bytes that the handler keeps are its own: nothing is read over them.
func TestKeptReads(t *testing.T) {
	eachTransport(t, func(r *rig) {
		got := recorder{keeps: true}
		var kept [][]byte
		payload := make([]byte, 1<<20)
		for i := range payload {
			payload[i] = byte(i >> 12)
		}
		r.tcpPair(func(client, server Conn) {
			got.onData = func(b []byte) { kept = append(kept, b) }
			got.onEnd = func() { closeAll(client, server) }
			read(server, &got)
			r.write(client, payload, nil)
			client.Shutdown(func(error) {})
		})
		r.run()
		if !bytes.Equal(bytes.Join(kept, nil), payload) {
			r.t.Error("a kept chunk has changed")
		}
	})
}

// More slices than one system call takes, empty ones among them.
func TestManySlices(t *testing.T) {
	eachTransport(t, func(r *rig) {
		var want []byte
		var bufs [][]byte
		for i := range 5000 {
			b := bytes.Repeat([]byte{byte(i)}, i%7)
			bufs = append(bufs, b)
			want = append(want, b...)
		}
		var got recorder
		r.tcpPair(func(client, server Conn) {
			got.onEnd = func() { closeAll(client, server) }
			read(server, &got)
			for range 2 {
				if _, err := client.Write(bufs, func(err error) {
					if err != nil {
						r.t.Errorf("write: %v", err)
					}
				}); err != nil {
					r.t.Errorf("Write: %v", err)
				}
			}
			client.Shutdown(func(error) {})
		})
		r.run()
		if !bytes.Equal(got.data, append(bytes.Clone(want), want...)) {
			r.t.Errorf("%d bytes, want twice %d", len(got.data), len(want))
		}
	})
}

// A reader that takes its time holds the writer back; everything arrives.
func TestBackpressure(t *testing.T) {
	eachTransport(t, func(r *rig) {
		const chunks, size = 64, 256 << 10
		var got recorder
		waited := false
		r.tcpPair(func(client, server Conn) {
			var send func(i int)
			send = func(i int) {
				if i == chunks {
					client.Shutdown(func(error) {})
					return
				}
				finished, err := client.Write([][]byte{bytes.Repeat([]byte{byte(i)}, size)}, func(err error) {
					if err != nil {
						r.t.Errorf("chunk %d: %v", i, err)
					}
					send(i + 1)
				})
				if err != nil {
					r.t.Errorf("chunk %d: %v", i, err)
				}
				if finished {
					send(i + 1)
				} else {
					waited = true
				}
			}
			send(0)
			got.onData = func([]byte) {
				server.ReadStop()
				r.turns(2, server.ReadStart)
			}
			got.onEnd = func() { closeAll(client, server) }
			read(server, &got)
		})
		r.run()
		if !waited {
			r.t.Error("nothing ever waited")
		}
		if len(got.data) != chunks*size {
			r.t.Fatalf("%d bytes of %d", len(got.data), chunks*size)
		}
		for i := range chunks {
			if got.data[i*size] != byte(i) || got.data[(i+1)*size-1] != byte(i) {
				r.t.Fatalf("chunk %d is out of place", i)
			}
		}
	})
}

func TestCounters(t *testing.T) {
	eachTransport(t, func(r *rig) {
		r.tcpPair(func(client, server Conn) {
			var got recorder
			got.onEnd = func() {
				closeAll(client, server)
				if server.BytesRead() != 5 || client.BytesWritten() != 5 || client.QueuedBytes() != 0 {
					r.t.Errorf("read %d, written %d, queued %d", server.BytesRead(), client.BytesWritten(), client.QueuedBytes())
				}
			}
			read(server, &got)
			r.write(client, []byte("12345"), nil)
			r.write(client, nil, nil)
			client.Shutdown(func(error) {})
		})
		r.run()
	})
}

// What is still open when the loop has ended is closed without callbacks.
func TestNetworkClose(t *testing.T) {
	eachTransport(t, func(r *rig) {
		called := func(string) func(error) {
			return func(err error) { r.t.Errorf("called back with %v", err) }
		}
		l := r.listen(endpoints(r.t)[0].listen)
		l.Start(func(Conn, error) {})
		r.tcpPair(func(client, server Conn) {
			read(client, &recorder{onErr: called("read"), onEnd: func() { r.t.Error("end") }})
			if _, err := server.Write([][]byte{make([]byte, 32<<20)}, called("write")); err != nil {
				r.t.Errorf("Write: %v", err)
			}
			client.ReadStop()
			r.connect(endpoints(r.t)[0].connect(l), called("connect"))
			r.loop.Stop()
		})
		r.run()
		r.net.Close()
		r.net.Close()
	})
}
