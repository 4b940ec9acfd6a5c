package readline

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// press feeds a text and then the end of an incomplete sequence.
func press(text string) []key {
	var p keyParser
	var keys []key
	for _, char := range strings.Split(text, "") {
		if k, ok := p.feed(char); ok {
			keys = append(keys, k)
		}
	}
	if k, ok := p.feed(""); ok {
		keys = append(keys, k)
	}
	return keys
}

// describe is a short form of a key: its modifiers and its name.
func (k key) describe() string {
	var b strings.Builder
	for _, m := range []struct {
		on   bool
		name string
	}{{k.ctrl, "C-"}, {k.meta, "M-"}, {k.shift, "S-"}} {
		if m.on {
			b.WriteString(m.name)
		}
	}
	if !k.named {
		return b.String() + "?" + k.sequence
	}
	return b.String() + k.name
}

func TestKeys(t *testing.T) {
	for text, want := range map[string]string{
		"aZ9":              "a S-z 9",
		"\r\n\t\b\x7f ":    "return enter tab backspace backspace space",
		"\x01\x1a":         "C-a C-z",
		"\x00":             "C-`",
		".é日":              "?. ?é ?日",
		"\x1ba\x1bA":       "M-a M-S-a",
		"\x1b\r\x1b\x7f":   "M-return M-backspace",
		"\x1b.":            "M-?\x1b.",
		"\x1b":             "M-escape",
		"\x1b[A\x1bOB":     "up down",
		"\x1b[1;5C":        "C-right",
		"\x1b[3;2~":        "S-delete",
		"\x1b[5^\x1b[5$":   "C-pageup S-pageup",
		"\x1b[Z":           "S-tab",
		"\x1b[[A":          "f1",
		"\x1b[15~\x1b[24~": "f5 f12",
		"\x1b[200~x":       "paste-start x",
		"\x1b[99~":         "undefined",
		"\x1bO5P":          "C-f1",
		"\x1b\x1b[A":       "up",
	} {
		var got []string
		for _, k := range press(text) {
			got = append(got, k.describe())
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %q, want %q", text, s, want)
		}
	}
}

func TestIncompleteSequence(t *testing.T) {
	var p keyParser
	for _, char := range []string{"\x1b", "[", "1", ";", "5"} {
		if k, ok := p.feed(char); ok {
			t.Fatalf("%q ends a sequence: %+v", char, k)
		}
	}
	k, ok := p.feed("D")
	if !ok || k.describe() != "C-left" || k.sequence != "\x1b[1;5D" || k.code != "[D" {
		t.Errorf("%v %+v", ok, k)
	}
}

// FuzzKeys: no input is lost or counted twice, however long a sequence is.
func FuzzKeys(f *testing.F) {
	f.Add("\x1b[1;5Cx\x1bOP")
	f.Add("\x1b\x1b[[5~")
	f.Add("\x1b[1234;56~")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		var p keyParser
		var consumed strings.Builder
		for _, char := range strings.Split(text, "") {
			consumed.WriteString(char)
			k, ok := p.feed(char)
			if ok && !strings.HasSuffix(consumed.String(), k.sequence) {
				t.Fatalf("%q: sequence %q is not what came last", text, k.sequence)
			}
			if len(p.pending) > 12 {
				t.Fatalf("%q: still waiting after %q", text, p.pending)
			}
		}
	})
}
