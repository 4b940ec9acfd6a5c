package inspect

import (
	"regexp"
	"slices"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/wtf8"
	"github.com/gonode/gonode/modules/util/primordials"
	"github.com/gonode/gonode/modules/util/types"
)

const frameStart = "\n    at"

// isError reports whether the object is an error, or inherits from one.
func (p *printer) isError(s *subject) bool {
	return s.kind == types.Error || p.IsError(s.obj)
}

// IsError reports whether an object is an error of the engine or inherits
// from Error.prototype.
func (i *Inspector) IsError(obj *goja.Object) bool {
	if types.Of(obj) == types.Error {
		return true
	}
	for proto := obj.Prototype(); proto != nil; proto = proto.Prototype() {
		if proto == i.errorProto {
			return true
		}
	}
	return false
}

func (p *printer) describeError(s *subject) {
	s.base = p.errorText(s)
	if s.bare() {
		s.finish(s.base)
	}
}

// errorText is the stack of an error, and settles which of its properties are
// printed after it (Node's formatError).
func (p *printer) errorText(s *subject) string {
	stack, ok := p.stackOf(s.obj)
	if !ok {
		return p.p.ObjectToString(s.obj)
	}
	p.removeRepeated(s, stack)
	p.addCause(s)
	p.addErrors(s)
	stack = p.improve(s, stack)
	at := strings.Index(stack, frameStart)
	if at < 0 {
		stack = "[" + stack + "]"
	} else {
		stack = stack[:at] + "\n" + p.frames(s.obj, stack[at+1:])
	}
	if p.indentation != 0 {
		stack = strings.ReplaceAll(stack, "\n", "\n"+spaces(p.indentation))
	}
	return stack
}

// read reads a property; it reports false when a getter throws.
func (p *printer) read(obj *goja.Object, name string) (v goja.Value, ok bool) {
	ex := p.e.Try(func() { v = obj.Get(name) })
	if v == nil {
		v = goja.Undefined()
	}
	return v, ex == nil
}

// stackOf is the stack property of an error; one that is no text is printed
// below the error's name and message. It reports false when nothing tells
// what the error is.
func (p *printer) stackOf(err *goja.Object) (text string, ok bool) {
	p.e.Stacks.Normalize(err)
	stack, readable := p.read(err, "stack")
	if readable && goja.IsString(stack) && stack.ToBoolean() {
		return wtf8.Of(stack), true
	}
	if ex := p.e.Try(func() { text = p.p.ErrorToString(err) }); ex != nil {
		return "", false
	}
	if readable && stack.ToBoolean() {
		p.seen = append(p.seen, err)
		p.indentation += 4
		text += "\n    " + p.value(stack, nowhere)
		p.indentation -= 4
		p.seen = p.seen[:len(p.seen)-1]
	}
	return text, true
}

// removeRepeated leaves out own properties whose text the stack contains.
func (p *printer) removeRepeated(s *subject, stack string) {
	if p.ShowHidden || len(s.keys) == 0 {
		return
	}
	for _, name := range []string{"name", "message", "stack"} {
		at := slices.Index(s.keys, primordials.NameKey(name))
		if at < 0 {
			continue
		}
		v, readable := p.read(s.obj, name)
		if !readable && name != "stack" {
			continue
		}
		if !goja.IsString(v) || strings.Contains(stack, wtf8.Of(v)) {
			s.keys = slices.Delete(s.keys, at, at+1)
		}
	}
}

func (p *printer) addCause(s *subject) {
	key := primordials.NameKey("cause")
	if p.p.HasOwn(s.obj, key) && !slices.Contains(s.keys, key) {
		s.keys = append(s.keys, key)
	}
}

// addErrors is for AggregateError.
func (p *printer) addErrors(s *subject) {
	key := primordials.NameKey("errors")
	if !p.p.HasOwn(s.obj, key) || slices.Contains(s.keys, key) {
		return
	}
	if list, _ := p.read(s.obj, "errors"); types.Is(list, types.Array) {
		s.keys = append(s.keys, key)
	}
}

// improve puts the name of the class in front of a stack that was made under
// the name of a parent class.
func (p *printer) improve(s *subject, stack string) string {
	name, isText := p.errorName(s.obj)
	if !isText {
		before := strings.TrimSuffix(s.prefix("Error", ""), " ")
		return strings.Replace(stack, name, name+" ["+before+"]", 1)
	}
	if !s.class.isNull && !(strings.HasSuffix(name, "Error") && startsWithName(stack, name)) {
		return stack
	}
	size, fallback := len(name), "Error"
	if s.class.isNull {
		found := nameOfStack(stack)
		size = len(found)
		if found != "" {
			fallback = found
		}
	}
	before := strings.TrimSuffix(s.prefix(fallback, ""), " ")
	switch {
	case before == name:
		return stack
	case !strings.Contains(before, name):
		return before + " [" + name + "]" + stack[size:]
	case size == 0:
		return before + ": " + stack
	}
	return before + stack[size:]
}

// errorName is the name property; an error without one is an Error. It reports
// false for a name that is no string.
func (p *printer) errorName(err *goja.Object) (name string, isText bool) {
	v, _ := p.read(err, "name")
	if goja.IsUndefined(v) || goja.IsNull(v) {
		return "Error", true
	}
	return wtf8.ToString(p.vm, v), goja.IsString(v)
}

func startsWithName(stack, name string) bool {
	rest, ok := strings.CutPrefix(stack, name)
	return ok && (rest == "" || rest[0] == ':' || rest[0] == '\n')
}

var (
	stackName = regexp.MustCompile(`^([A-Z][a-z_ A-Z0-9[\]()-]+)(?::|\n\s+at)`)
	bareName  = regexp.MustCompile(`^([a-z_A-Z0-9-]*Error)$`)
)

// nameOfStack is the name that a stack begins with.
func nameOfStack(stack string) string {
	for _, pattern := range []*regexp.Regexp{stackName, bareName} {
		if m := pattern.FindStringSubmatch(stack); m != nil {
			return m[1]
		}
	}
	return ""
}

// minOverlap is the number of equal frames from which on they are left out.
const minOverlap = 3

// frames prints the frames of a stack, without those that its cause shows
// too.
func (p *printer) frames(err *goja.Object, text string) string {
	lines := strings.Split(text, "\n")
	if cause := p.causeFrames(err); cause != nil {
		if at, n := overlap(lines, cause); n > minOverlap {
			note := "    ... " + itoa(n-2) + " lines matching cause stack trace ..."
			lines = slices.Replace(lines, at+1, at+n-1, p.style(note, "undefined"))
		}
	}
	if p.Colors {
		for i, line := range lines {
			lines[i] = p.coloredFrame(line)
		}
	}
	return strings.Join(lines, "\n")
}

func (p *printer) causeFrames(err *goja.Object) []string {
	v, _ := p.read(err, "cause")
	cause, ok := v.(*goja.Object)
	if !ok || !p.IsError(cause) {
		return nil
	}
	stack, _ := p.stackOf(cause)
	at := strings.Index(stack, frameStart)
	if at < 0 {
		return nil
	}
	return strings.Split(stack[at+1:], "\n")
}

// overlap finds the first run of more than minOverlap lines that a shares
// with b.
func overlap(a, b []string) (at, n int) {
	for i := 0; i < len(a)-minOverlap; i++ {
		j := slices.Index(b, a[i])
		if j < 0 || len(b)-j <= minOverlap {
			continue
		}
		n := 1
		for i+n < len(a) && j+n < len(b) && a[i+n] == b[j+n] {
			n++
		}
		if n > minOverlap {
			return i, n
		}
	}
	return 0, 0
}
