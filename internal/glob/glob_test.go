package glob

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

func TestRecordedAnswers(t *testing.T) {
	data, err := os.ReadFile("testdata/answers.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Style, Path, Pattern string
		Want                 any
	}
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		got, err := Match(c.Pattern, c.Path, Options{Windows: c.Style == "win32"})
		if err != nil {
			t.Errorf("%+v: %v", c, err)
		} else if c.Want != got {
			t.Errorf("%s: path %q pattern %q: %v, want %v", c.Style, c.Path, c.Pattern, got, c.Want)
		}
	}
}

// TestCost has patterns that take a backtracking matcher for ever.
func TestCost(t *testing.T) {
	long := strings.Repeat("a", 2000)
	for pattern, want := range map[string]bool{
		strings.Repeat("*a", 50) + "b":                           false,
		"+(a|aa|*(a))b":                                          false,
		strings.Repeat("!(x)", 30) + "a":                         true,
		strings.Repeat("+(", 60) + "a" + strings.Repeat(")", 60): true,
		strings.Repeat("**/a/", 40) + "b":                        false,
		strings.Repeat("{a,b}", 40):                              false,
		"{1..1000000}{1..1000000}":                               false,
	} {
		path := long
		if strings.HasPrefix(pattern, "**") {
			path = strings.Repeat("a/", 200)
		}
		got, err := Match(pattern, path, Options{})
		if err != nil || got != want {
			t.Errorf("%.40s: %v, %v", pattern, got, err)
		}
	}
}

func TestLimits(t *testing.T) {
	if _, err := Compile(strings.Repeat("a", MaxLength+1), Options{}); err != ErrTooLong {
		t.Errorf("long pattern: %v", err)
	}
	if ok, err := Match("A*b", "axB", Options{NoCase: true}); err != nil || !ok {
		t.Errorf("A*b does not match axB without case: %v", err)
	}
	if ok, err := Match("A", "a", Options{NoCase: true}); err != nil || ok {
		t.Errorf("A matches a, a plain name: %v", err)
	}
}

func FuzzMatch(f *testing.F) {
	f.Add("+(a|!(b)*)/**/{x,[[:alpha:]]}", "a/b/c")
	f.Fuzz(func(t *testing.T, pattern, path string) {
		if len(pattern) > 200 || len(path) > 200 {
			t.Skip("long inputs only take longer")
		}
		for _, windows := range []bool{false, true} {
			if _, err := Match(pattern, path, Options{Windows: windows}); err != nil && err != ErrTooComplex {
				t.Error(err)
			}
		}
	})
}
