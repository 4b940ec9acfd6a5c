package eventloop

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestTranscripts replays what testdata/transcripts.js has recorded on Node:
// the order of timers, immediates, close callbacks and ticks, around
// exceptions too, with the millisecond at which each ran.
func TestTranscripts(t *testing.T) {
	file, err := os.Open("testdata/transcripts.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	n := 0
	for lines.Scan() {
		n++
		program, want, ok := strings.Cut(lines.Text(), " => ")
		if !ok {
			t.Fatalf("line %d: no outcome", n)
		}
		t.Run(strconv.Itoa(n), func(t *testing.T) {
			if got := runProgram(t, program); got != want {
				t.Errorf("%s\n got %s\nNode %s", program, got, want)
			}
		})
	}
	if err := lines.Err(); err != nil || n == 0 {
		t.Fatalf("read %d transcripts: %v", n, err)
	}
}

// player runs a program of transcripts.js.
type player struct {
	t      *testing.T
	loop   *Loop
	hook   *tickHook
	clock  *jumpClock
	start  time.Time
	blocks [][]string
	things map[int]*thing
	runs   map[int]int
	out    []string
}

// thing is what a program has started under a number: a timer or an immediate.
type thing struct {
	timer     *Timer
	interval  bool
	immediate *Immediate
}

// thrown is what a program throws, finished how it ends itself.
type (
	thrown   struct{}
	finished struct{}
)

// maxCallbacks is when transcripts.js ends a program.
const maxCallbacks = 60

func runProgram(t *testing.T, program string) string {
	p := &player{t: t, clock: newJumpClock(), things: map[int]*thing{}, runs: map[int]int{}}
	for block := range strings.SplitSeq(program, "/") {
		p.blocks = append(p.blocks, strings.Fields(block))
	}
	p.hook = &tickHook{onUncaught: func(any) { p.out = append(p.out, "!") }}
	p.loop = newLoop(t, WithClock(p.clock), WithHook(p.hook), WithWaitMode(WaitChannel))
	p.hook.loop = p.loop
	p.clock.now = p.clock.now.Add(time.Millisecond / 2)
	p.start = p.clock.now
	p.toMiddle()
	func() {
		defer func() {
			if x := recover(); x != nil && x != (finished{}) {
				panic(x)
			}
		}()
		p.loop.RunCallback(func() { p.body(0) })
		run(t, p.loop)
	}()
	return strings.Join(p.out, " ")
}

// unit is transcripts.js's unit of time.
const unit = 6 * time.Millisecond

// toMiddle goes on to the middle of a unit, as transcripts.js does.
func (p *player) toMiddle() {
	now := p.clock.now.Sub(p.start)
	middle := now.Truncate(unit) + unit/2
	if now > middle+1900*time.Microsecond {
		middle += unit
	}
	p.busyUntil(middle)
}

func (p *player) busyUntil(since time.Duration) {
	if at := p.start.Add(since); at.After(p.clock.now) {
		p.clock.now = at
	}
}

func (p *player) callback(n int) func() {
	return func() {
		p.toMiddle()
		p.out = append(p.out, fmt.Sprintf("%d@%d", n, p.clock.now.Sub(p.start)/unit))
		if len(p.out) >= maxCallbacks {
			panic(finished{})
		}
		p.body(n)
	}
}

func (p *player) body(n int) {
	p.runs[n]++
	if th := p.things[n]; th != nil && th.interval && p.runs[n] >= 3 {
		th.timer.Stop()
	}
	for _, op := range p.blocks[n] {
		p.do(op)
	}
}

func (p *player) do(op string) {
	subject, argument, _ := strings.Cut(op[1:], ":")
	n, _ := strconv.Atoi(subject)
	delay, _ := strconv.Atoi(argument)
	th := p.things[n]
	switch op[0] {
	case 't', 'i':
		th = &thing{timer: p.loop.NewTimer(p.callback(n)), interval: op[0] == 'i'}
		th.timer.Start(int64(delay)*unit.Milliseconds(), th.interval)
		p.things[n] = th
	case 'm':
		p.things[n] = &thing{immediate: p.loop.NewImmediate(p.callback(n))}
	case 'q':
		p.loop.QueueClose(p.callback(n))
	case 'n':
		p.hook.nextTick(p.callback(n))
	case 'b':
		now := p.clock.now.Sub(p.start).Truncate(unit)
		p.busyUntil(now + time.Duration(n)*unit + unit/2)
	case 'x':
		panic(thrown{})
	default:
		if th != nil {
			th.do(p.t, op[0])
		}
	}
}

func (th *thing) do(t *testing.T, op byte) {
	isTimer := th.timer != nil
	switch {
	case op == 'c' && isTimer:
		th.timer.Stop()
	case op == 'c':
		th.immediate.Clear()
	case op == 'r' && isTimer:
		th.timer.Refresh()
	case op == 'r':
	case op == 'u' && isTimer:
		th.timer.Unref()
	case op == 'u':
		th.immediate.Unref()
	case op == 'f' && isTimer:
		th.timer.Ref()
	case op == 'f':
		th.immediate.Ref()
	default:
		t.Fatalf("unknown operation %q", op)
	}
}
