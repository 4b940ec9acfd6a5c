package childprocess

import (
	"bytes"
	"testing"
)

func TestSplitter(t *testing.T) {
	for _, c := range []struct {
		name   string
		pushes []string
		want   []string
		rest   string
	}{
		{"nothing", nil, nil, ""},
		{"one line", []string{"a\n"}, []string{"a"}, ""},
		{"several", []string{"a\nbc\n\nd\n"}, []string{"a", "bc", "", "d"}, ""},
		{"in pieces", []string{"a", "b", "c\nd"}, []string{"abc"}, "d"},
		{"the end alone", []string{"abc", "\n", "\n"}, []string{"abc", ""}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var s splitter
			var got []string
			for _, p := range c.pushes {
				for _, line := range s.push([]byte(p)) {
					got = append(got, string(line))
				}
			}
			if len(got) != len(c.want) || string(s.rest) != c.rest {
				t.Fatalf("lines %q and %q left, want %q and %q", got, s.rest, c.want, c.rest)
			}
			for i := range got {
				if got[i] != c.want[i] {
					t.Errorf("line %d is %q, want %q", i, got[i], c.want[i])
				}
			}
		})
	}
}

// FuzzSplitter: however a stream is cut, the lines are the same, and none of
// them changes when the caller reuses its buffer.
func FuzzSplitter(f *testing.F) {
	f.Add([]byte("a\nb\n\nc"), uint8(1))
	f.Add([]byte("\n\n\n"), uint8(2))
	f.Add([]byte("{\"x\":1}\n{\"y\""), uint8(5))
	f.Fuzz(func(t *testing.T, text []byte, step uint8) {
		var s splitter
		var got [][]byte
		buf := make([]byte, int(step)+1)
		for rest := text; len(rest) > 0; {
			n := copy(buf, rest)
			got = append(got, s.push(buf[:n])...)
			rest = rest[n:]
			for i := range buf {
				buf[i] = 0xAA
			}
		}
		want := bytes.Split(text, []byte{'\n'})
		got = append(got, s.rest)
		if !bytes.Equal(bytes.Join(got, []byte{'\n'}), text) || len(got) != len(want) {
			t.Errorf("%q in steps of %d became %q", text, int(step)+1, got)
		}
	})
}
