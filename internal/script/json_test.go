package script

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestJSONErrors compares with the messages of JSON.parse on Node 24.
func TestJSONErrors(t *testing.T) {
	for _, c := range readCases[struct{ Text, Message string }](t, "testdata/json.json") {
		if got, bad := JSONError(c.Text); got != c.Message || bad != (c.Message != "") {
			t.Errorf("%q\n got %s\nwant %s", c.Text, got, c.Message)
		}
	}
}

func TestJSONDepth(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "1": 0, "[]": 1, `{"a":[{}]}`: 3, `"[[["`: 0, `["\"[["]`: 1, "[[],[[]]]": 3, "]]]": 0, `"\`: 0, `"`: 0,
		strings.Repeat("[", 20000): 20000,
	} {
		if got := JSONDepth(text); got != want {
			t.Errorf("%.20q: %d, want %d", text, got, want)
		}
	}
}

func FuzzJSONError(f *testing.F) {
	for _, text := range []string{`{"a":[1,-2.5e3,"x\u0041"]}`, `[`, `{"a"`, "\"\\", "[[1,],", "tru", "\ufeff1", "01"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		JSONDepth(text)
		message, bad := JSONError(text)
		if bad == json.Valid([]byte(text)) {
			t.Errorf("%q: message %q", text, message)
		}
	})
}
