package nodetests

import (
	"reflect"
	"strings"
	"testing"
)

func TestParseStatus(t *testing.T) {
	const text = "# head\n\n" +
		"parallel/test-a.js\tError: x\n" +
		"parallel/test-b.js@pump\tunsteady: sometimes late\n" +
		"sequential/test-c.js\tskips itself: missing crypto\n"
	want := status{
		"parallel/test-a.js":      {expectFailure, "Error: x"},
		"parallel/test-b.js@pump": {expectUnsteady, "sometimes late"},
		"sequential/test-c.js":    {expectSkip, "missing crypto"},
	}
	got, err := parseStatus(strings.NewReader(text))
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Fatalf("%v, %v", got, err)
	}
	if again, err := parseStatus(strings.NewReader(got.format())); err != nil || !reflect.DeepEqual(again, want) {
		t.Errorf("written and read again: %v, %v", again, err)
	}
}

func TestParseStatusErrors(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"parallel/test-a.js\n", "status.txt:1: no reason"},
		{"parallel/test-a.js\t \n", "no reason"},
		{"parallel/test-a.js\tskips itself: \n", "no reason"},
		{"parallel/test-a.js@udp\tx\n", `"udp"`},
		{"parallel/test-b.js\tx\nparallel/test-a.js\tx\n", "status.txt:2: not in order"},
		{"parallel/test-a.js\tx\nparallel/test-a.js\ty\n", "not in order, or twice"},
		{"parallel/test-a.js\tx\nparallel/test-a.js@pump\ty\n", "a line for all transports"},
		{"message/test-a.js\tx\n", "left out"},
	} {
		if _, err := parseStatus(strings.NewReader(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want one with %q", c.text, err, c.want)
		}
	}
}

func TestAsExpected(t *testing.T) {
	s := status{
		"parallel/test-fails.js":     {expectFailure, "x"},
		"parallel/test-skips.js":     {expectSkip, "x"},
		"parallel/test-unsteady.js":  {expectUnsteady, "x"},
		"parallel/test-half.js@pump": {expectFailure, "x"},
	}
	for _, c := range []struct {
		path, transport string
		ok              []Verdict
	}{
		{"parallel/test-other.js", "", []Verdict{Passed}},
		{"parallel/test-fails.js", "", []Verdict{Failed}},
		{"parallel/test-fails.js", "epoll", []Verdict{Failed}},
		{"parallel/test-skips.js", "", []Verdict{Skipped}},
		{"parallel/test-unsteady.js", "", []Verdict{Passed, Failed}},
		{"parallel/test-half.js", "pump", []Verdict{Failed}},
		{"parallel/test-half.js", "epoll", []Verdict{Passed}},
	} {
		var ok []Verdict
		for _, v := range []Verdict{Passed, Failed, Skipped} {
			if s.asExpected(c.path, c.transport, v) {
				ok = append(ok, v)
			}
		}
		if !reflect.DeepEqual(ok, c.ok) {
			t.Errorf("%s on %q: %v is as expected, want %v", c.path, c.transport, ok, c.ok)
		}
	}
}

func TestCheckNames(t *testing.T) {
	tests := []Test{{Path: "parallel/test-a.js"}, {Path: "parallel/test-b.js", Excluded: "x"}}
	if err := (status{"parallel/test-a.js@pump": {}}).checkNames(tests); err != nil {
		t.Error(err)
	}
	for _, name := range []string{"parallel/test-b.js", "parallel/test-c.js"} {
		if err := (status{name: {}}).checkNames(tests); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func result(area, path, transport string, v Verdict, cause string) Result {
	return Result{Test: Test{Area: area, Path: path}, Transport: transport, Verdict: v, Cause: cause}
}

func TestUpdate(t *testing.T) {
	const a, m = "parallel/test-a.js", "parallel/test-m.mjs"
	for _, c := range []struct {
		name    string
		old     status
		results []Result
		want    status
	}{
		{"a new failure", status{}, []Result{result("os", a, "", Failed, "new")}, status{a: {expectFailure, "new"}}},
		{"a reason stays", status{a: {expectFailure, "by hand"}}, []Result{result("os", a, "", Failed, "new")}, status{a: {expectFailure, "by hand"}}},
		{"a pass", status{a: {expectFailure, "old"}}, []Result{result("os", a, "", Passed, "")}, status{}},
		{"from failure to skip", status{a: {expectFailure, "old"}}, []Result{result("os", a, "", Skipped, "root")}, status{a: {expectSkip, "root"}}},
		{"unsteady stays", status{a: {expectUnsteady, "old"}}, []Result{result("os", a, "", Passed, "")}, status{a: {expectUnsteady, "old"}}},
		{"a test that did not run", status{a: {expectFailure, "old"}}, []Result{result("os", m, "", Passed, "")}, status{a: {expectFailure, "old"}}},
		{"an ES module", status{}, []Result{result("os", m, "", Failed, moduleCause)}, status{m: {expectFailure, moduleCause}}},
		{"both transports", status{}, []Result{result("net", a, "epoll", Failed, "e"), result("net", a, "pump", Failed, "p")}, status{a: {expectFailure, "e"}}},
		{"one transport", status{}, []Result{result("net", a, "epoll", Passed, ""), result("net", a, "pump", Failed, "p")}, status{a + "@pump": {expectFailure, "p"}}},
		{"one of both repaired", status{a: {expectFailure, "old"}}, []Result{result("net", a, "epoll", Passed, ""), result("net", a, "pump", Failed, "p")}, status{a + "@pump": {expectFailure, "old"}}},
		{"only one ran, the other unknown", status{a: {expectFailure, "old"}}, []Result{result("net", a, "epoll", Passed, "")}, status{a + "@pump": {expectFailure, "old"}}},
		{"different kinds", status{}, []Result{result("net", a, "epoll", Skipped, "s"), result("net", a, "pump", Failed, "p")}, status{a + "@epoll": {expectSkip, "s"}, a + "@pump": {expectFailure, "p"}}},
		{"the second transport fails too", status{a + "@pump": {expectFailure, "old"}}, []Result{result("net", a, "epoll", Failed, "e"), result("net", a, "pump", Failed, "p")}, status{a: {expectFailure, "e"}}},
	} {
		got := c.old.update(c.results)
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
		for _, r := range c.results {
			if !got.asExpected(r.Test.Path, r.Transport, r.Verdict) {
				t.Errorf("%s: after the update %s is not as expected", c.name, r.Name())
			}
		}
		if _, err := parseStatus(strings.NewReader(got.format())); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
