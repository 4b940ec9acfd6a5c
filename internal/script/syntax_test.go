package script

import (
	"encoding/json"
	"errors"
	"os"
	"testing"
)

func readCases[T any](t *testing.T, name string) []T {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var cases []T
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	if len(cases) == 0 {
		t.Fatal("no cases in " + name)
	}
	return cases
}

type syntaxCase struct {
	Text, Message       string
	Line, Column, Width int
}

// TestSyntaxErrors compares with what Node 24 prints.
func TestSyntaxErrors(t *testing.T) {
	for _, c := range readCases[syntaxCase](t, "testdata/syntax.json") {
		_, err := CompileModule("a.js", c.Text)
		var syntax *SyntaxError
		if !errors.As(err, &syntax) {
			t.Errorf("%q: %v, want %s", c.Text, err, c.Message)
			continue
		}
		got := syntaxCase{c.Text, syntax.Message, syntax.Line, syntax.Column, syntax.Width}
		if got.Width == 0 {
			got.Column = 0
		}
		if got != c {
			t.Errorf("%q\n got %+v\nwant %+v", c.Text, got, c)
		}
	}
}
