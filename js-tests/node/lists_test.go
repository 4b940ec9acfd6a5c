package nodetests

import (
	"errors"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestParseList(t *testing.T) {
	const text = "parallel/test-a.js\n" +
		"parallel/test-b.mjs # node24\n" +
		"parallel/test-c.js # node26 limit=90s\n" +
		"parallel/test-d.js\tuses internals: internal/url\n" +
		"sequential/test-a.js\n"
	want := []Test{
		{Area: "net", Path: "parallel/test-a.js"},
		{Area: "net", Path: "parallel/test-b.mjs", Node: 24},
		{Area: "net", Path: "parallel/test-c.js", Node: 26, Limit: 90 * time.Second},
		{Area: "net", Path: "parallel/test-d.js", Excluded: "uses internals: internal/url"},
		{Area: "net", Path: "sequential/test-a.js"},
	}
	got, err := parseList("net", strings.NewReader(text))
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Fatalf("got %+v, %v", got, err)
	}
	if got[0].Sequential() || !got[4].Sequential() {
		t.Error("only tests of sequential/ run alone")
	}
	if got[0].module() || !got[1].module() {
		t.Error("only .mjs files are ES modules")
	}
}

func TestParseListErrors(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"parallel/test-b.js\nparallel/test-a.js\n", "os.txt:2: not in order, or twice"},
		{"parallel/test-a.js\nparallel/test-a.js\n", "os.txt:2: not in order, or twice"},
		{"parallel/test-a.js\t\n", "os.txt:1: no reason"},
		{"parallel/test-a.js # node\n", `remark "node"`},
		{"parallel/test-a.js # limit=soon\n", `remark "limit=soon"`},
		{"parallel/test-a.js # slow\n", `remark "slow": neither`},
		{"parallel/test-a\n", "not the name of a test"},
		{"\n", "left out"},
		{"test-a.js\n", "left out"},
		{"message/test-a.js\n", "whole outputs"},
		{"pseudo-tty/test-a.js\n", "terminal"},
		{"parallel/../x/test-a.js\n", "left out"},
		{"addons/test-a.js\n", "outside the areas"},
	} {
		_, err := parseList("os", strings.NewReader(c.text))
		var list *ListError
		if !errors.As(err, &list) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want one with %q", c.text, err, c.want)
		}
	}
}

// TestLists reads the lists of the repository.
func TestLists(t *testing.T) {
	tests, err := loadLists(listsFolder, Areas())
	if err != nil {
		t.Fatal(err)
	}
	counted := map[string]int{}
	areaOf := map[string]string{}
	for _, x := range tests {
		if x.Excluded == "" {
			counted[x.Area]++
		}
		if other := areaOf[x.Path]; other != "" {
			t.Errorf("%s is in the lists of %s and of %s", x.Path, other, x.Area)
		}
		areaOf[x.Path] = x.Area
	}
	for _, area := range Areas() {
		if counted[area] == 0 {
			t.Errorf("no test of %s counts", area)
		}
	}
	files, err := filepath.Glob(filepath.Join(listsFolder, "*"))
	if err != nil || len(files) != len(Areas()) {
		t.Errorf("%d lists for %d areas, %v", len(files), len(Areas()), err)
	}
	s, err := readStatus(statusFile)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.checkNames(tests); err != nil {
		t.Error(err)
	}
}

func TestLoadListsErrors(t *testing.T) {
	if _, err := loadLists(listsFolder, []string{"nets"}); err == nil || !strings.Contains(err.Error(), `"nets"`) {
		t.Errorf("an unknown area: %v", err)
	}
	if _, err := loadLists(t.TempDir(), []string{"net"}); err == nil || !strings.Contains(err.Error(), "list of net") {
		t.Errorf("a missing list: %v", err)
	}
}

func TestParseMetadata(t *testing.T) {
	for _, c := range []struct {
		source string
		want   metadata
	}{
		{"'use strict';\n", metadata{}},
		{"// Flags: --a --b=1 \r\n", metadata{flags: []string{"--a", "--b=1"}}},
		{"'use strict';\n//  Flags: --late\n// Flags: --second\n", metadata{flags: []string{"--late"}}},
		{"// Env: A=1 B=x=y\n", metadata{env: []string{"A=1", "B=x=y"}}},
		{"// Flags: --a\n// Env: A=\n", metadata{flags: []string{"--a"}, env: []string{"A="}}},
		{"//Flags: --glued\n", metadata{}},
	} {
		got, err := parseMetadata(c.source)
		if err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q: %+v, %v", c.source, got, err)
		}
	}
	for _, source := range []string{"// Env: A\n", "// Env: =1\n"} {
		if _, err := parseMetadata(source); err == nil {
			t.Errorf("%q: no error", source)
		}
	}
}

func TestSelectTests(t *testing.T) {
	all := []Test{{Area: "net", Path: "parallel/test-a.js"}, {Area: "os", Path: "parallel/test-b.js"}}
	if got, err := selectTests(all, []string{"os"}, nil); err != nil || !reflect.DeepEqual(got, all[1:]) {
		t.Errorf("area os: %v, %v", got, err)
	}
	if got, err := selectTests(all, nil, nil); err != nil || !reflect.DeepEqual(got, all) {
		t.Errorf("all: %v, %v", got, err)
	}
	for _, areas := range [][]string{{"nets"}, {"fs"}} {
		if got, err := selectTests(all, areas, nil); err == nil {
			t.Errorf("%v: %v and no error", areas, got)
		}
	}
}
