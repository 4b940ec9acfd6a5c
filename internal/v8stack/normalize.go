package v8stack

import (
	"strconv"
	"strings"

	"github.com/dop251/goja"
)

// Normalize gives an error that goja itself threw the stack that it would have
// on V8. It leaves everything else alone: errors made by a script, and errors
// whose stack was assigned.
func (s *Stacks) Normalize(v goja.Value) {
	obj, ok := v.(*goja.Object)
	if !ok || obj.ClassName() != "Error" {
		return
	}
	if st := stateOf(obj); st != nil && st.object == obj {
		return
	}
	text, ok := ownStack(obj)
	if !ok {
		return
	}
	frames, ok := s.parse(text)
	if !ok {
		return
	}
	st := &state{limit: DefaultLimit, captured: true, normalized: true}
	if limit, ok := s.limit(); ok {
		st.limit = limit
	}
	st.parsed = frames[:min(len(frames), st.limit)]
	if st.parsed == nil {
		st.parsed = []Frame{}
	}
	if s.vm.Try(func() { s.attach(obj, st) }) != nil {
		return // a frozen error keeps what it has
	}
}

// NormalizeException is Normalize for the value of an exception.
func (s *Stacks) NormalizeException(ex *goja.Exception) { s.Normalize(ex.Value()) }

// ownStack is the text of an own stack property.
func ownStack(obj *goja.Object) (string, bool) {
	for _, name := range obj.GetOwnPropertyNames() {
		if name == "stack" {
			v := obj.Get("stack")
			if v == nil || !goja.IsString(v) {
				return "", false
			}
			return v.String(), true
		}
	}
	return "", false
}

const gojaFrame = "\n\tat "

// parse reads the frames of a stack as goja writes it: after the header, one
// line for each frame, each ended by a newline. It reports false for any other
// text.
func (s *Stacks) parse(stack string) ([]Frame, bool) {
	body, ok := strings.CutSuffix(stack, "\n")
	if !ok {
		return nil, false
	}
	first := strings.Index(body, gojaFrame)
	if first < 0 {
		return nil, true
	}
	var frames []Frame
	for _, line := range strings.Split(body[first+len(gojaFrame):], gojaFrame) {
		name, file, row, column, ok := parseFrame(line)
		if !ok {
			return nil, false
		}
		switch _, known := nativeTypes[name]; {
		case file != "native" && !strings.HasPrefix(file, internalPrefix):
			frames = append(frames, s.scriptFrame(Frame{Function: name, File: file, Line: row, Column: column}))
		case file == "native" && known:
			frames = append(frames, nativeFrame(name))
		}
	}
	for i := range frames {
		if frames[i].Eval {
			frames[i].Origin = originOf(frames[i+1:])
		}
	}
	return frames, true
}

func originOf(below []Frame) string {
	for i := range below {
		if f := &below[i]; !f.Native && !f.Eval {
			return f.origin()
		}
	}
	return ""
}

// parseFrame reads "name (file:1:2(3))", "file:1:2(3)", "name (native)" and
// "native".
func parseFrame(line string) (name, file string, row, column int, ok bool) {
	if line == "native" {
		return "", "native", 0, 0, true
	}
	if rest, found := strings.CutSuffix(line, " (native)"); found {
		return rest, "native", 0, 0, true
	}
	location := line
	if strings.HasSuffix(line, "))") {
		open := strings.Index(line, " (")
		if open < 0 {
			return "", "", 0, 0, false
		}
		name, location = line[:open], line[open+2:len(line)-1]
	}
	open := strings.LastIndexByte(location, '(')
	if open < 0 || !strings.HasSuffix(location, ")") {
		return "", "", 0, 0, false
	}
	location, column, ok = cutNumber(location[:open])
	if !ok {
		return "", "", 0, 0, false
	}
	file, row, ok = cutNumber(location)
	return name, file, row, column, ok
}

// cutNumber splits "text:12".
func cutNumber(s string) (string, int, bool) {
	colon := strings.LastIndexByte(s, ':')
	if colon < 0 {
		return "", 0, false
	}
	n, err := strconv.Atoi(s[colon+1:])
	return s[:colon], n, err == nil
}
