package readline

import (
	"strings"
	"unicode/utf8"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/wtf8"
)

// escape begins the sequences that terminals send for keys that are no
// characters.
const escape = "\x1b"

// key is a key press as 'keypress' reports it (Node documentation, "TTY
// keybindings", and the terminals' own: xterm, rxvt, gnome, cygwin, putty).
type key struct {
	sequence          string
	name              string
	named             bool // name is not undefined
	ctrl, meta, shift bool
	code              string // of an escape sequence, without its numbers' meaning
	escaped           bool   // there is no text to go with the key
}

// keyParser makes keys of characters that arrive one by one. The empty string
// stands for time that has passed: it ends a sequence that is not complete.
type keyParser struct {
	pending []string
}

// feed takes a character. It reports a key when the character completes one
// that is worth reporting.
func (p *keyParser) feed(char string) (key, bool) {
	p.pending = append(p.pending, char)
	r := keyReader{chars: p.pending}
	k := r.read()
	if r.short {
		return key{}, false
	}
	p.pending = p.pending[:0]
	return k, k.reported()
}

// reported tells keys from bytes that mean nothing: text of one character, any
// name, any escape sequence.
func (k *key) reported() bool {
	if k.named || k.escaped {
		return k.sequence != "" || k.named
	}
	return wtf8.Length(k.sequence) == 1 || utf8.RuneCountInString(k.sequence) == 1
}

// keyReader reads one key from the characters so far.
type keyReader struct {
	chars []string
	pos   int
	seq   strings.Builder
	short bool // more characters were needed
}

// take is the next character, which becomes part of the sequence.
func (r *keyReader) take() string {
	if r.pos == len(r.chars) {
		r.short = true
		return ""
	}
	c := r.chars[r.pos]
	r.pos++
	r.seq.WriteString(c)
	return c
}

func (r *keyReader) read() key {
	var k key
	c := r.take()
	if c == escape {
		k.escaped = true
		if c = r.take(); c == escape {
			c = r.take()
		}
	}
	switch {
	case k.escaped && c == "O":
		r.readSS3(&k)
	case k.escaped && c == "[":
		r.readCSI(&k)
	default:
		k.character(c)
	}
	k.sequence = r.seq.String()
	return k
}

// readSS3 reads what follows ESC O: a letter, or a modifier and a letter.
func (r *keyReader) readSS3(k *key) {
	modifier := 0
	c := r.take()
	if isDigit(c) {
		modifier = int(c[0]-'0') - 1
		c = r.take()
	}
	k.code = "O" + c
	k.modify(modifier)
	k.nameCode()
}

// readCSI reads what follows ESC [: another [ and a letter (the Linux
// console), or up to three digits, up to one modifier after a semicolon, and
// what ends it.
func (r *keyReader) readCSI(k *key) {
	prefix := "["
	c := r.take()
	if c == "[" {
		prefix += c
		c = r.take()
	}
	number, modifier, paramless := "", "", true
	command := c
	for isDigit(c) && len(number) < 3 {
		number += c
		c = r.take()
		command += c
	}
	if c == ";" {
		paramless = false
		if c = r.take(); isDigit(c) {
			modifier = c
			c = r.take()
			command += modifier
		}
		command += c
	}
	k.code = prefix + command
	k.decode(prefix, number, modifier, c, paramless)
	k.nameCode()
}

// decode takes the numbers of a sequence in the form that it knows apart:
// number;modifier and ~, ^ or $, or number;modifier and a letter, where a
// number alone is the modifier.
func (k *key) decode(prefix, number, modifier, final string, paramless bool) {
	if paramless == (modifier != "") {
		return
	}
	switch {
	case final == "~" && len(number) == 3 && paramless:
		k.code = prefix + number + final
	case number != "" && len(number) < 3 && (final == "~" || final == "^" || final == "$"):
		k.code = prefix + number + final
		k.modify(digit(modifier) - 1)
	case isLetter(final) && paramless && len(number) < 2:
		k.code = prefix + final
		k.modify(digit(number) - 1)
	case isLetter(final) && !paramless && len(number) == 1:
		k.code = prefix + final
		k.modify(digit(modifier) - 1)
	}
}

// digit is the value of a digit, 1 for none.
func digit(s string) int {
	if s == "" {
		return 1
	}
	return int(s[0] - '0')
}

// modify sets the modifiers of xterm's number, less one.
func (k *key) modify(bits int) {
	k.ctrl, k.meta, k.shift = bits&4 != 0, bits&10 != 0, bits&1 != 0
}

// nameCode names the key of an escape sequence.
func (k *key) nameCode() {
	k.named = true
	if named, ok := keyNames[k.code]; ok {
		k.name = named.name
		k.shift = k.shift || named.shift
		k.ctrl = k.ctrl || named.ctrl
		return
	}
	k.name = "undefined"
}

// character is a key that is no sequence, or one after ESC, which stands for
// the meta key.
func (k *key) character(c string) {
	k.named = true
	switch {
	case c == "\r":
		k.name, k.meta = "return", k.escaped
	case c == "\n":
		k.name, k.meta = "enter", k.escaped
	case c == "\t":
		k.name, k.meta = "tab", k.escaped
	case c == "\b" || c == "\x7f":
		k.name, k.meta = "backspace", k.escaped
	case c == escape:
		k.name, k.meta = "escape", k.escaped
	case c == " ":
		k.name, k.meta = "space", k.escaped
	case !k.escaped && c != "" && c <= "\x1a":
		k.name, k.ctrl = string(c[0]+'a'-1), true
	case isDigit(c) || isLetter(c):
		k.name, k.shift, k.meta = strings.ToLower(c), c[0] >= 'A' && c[0] <= 'Z', k.escaped
	case k.escaped:
		k.meta = true
		if k.named = c == ""; k.named {
			k.name = "escape"
		}
	default:
		k.named = false
	}
}

func isDigit(c string) bool { return len(c) == 1 && c[0] >= '0' && c[0] <= '9' }

func isLetter(c string) bool {
	return len(c) == 1 && (c[0]|0x20) >= 'a' && (c[0]|0x20) <= 'z'
}

// keyParser is native.keyParser(): a function that takes characters one by
// one and returns { text, key } when they make a key, as 'keypress' has them.
func (m *Module) keyParser(goja.FunctionCall) goja.Value {
	p := &keyParser{}
	return binding.Func(m.vm, "feed", 1, func(c goja.FunctionCall) goja.Value {
		k, ok := p.feed(wtf8.Of(c.Argument(0)))
		if !ok {
			return nil
		}
		found := m.vm.NewObject()
		text := goja.Undefined()
		if !k.escaped {
			text = wtf8.Value(k.sequence)
		}
		binding.Value(found, "text", text)
		binding.Value(found, "key", m.keyObject(k))
		return found
	})
}

// keyObject is a key as scripts see it.
func (m *Module) keyObject(k key) *goja.Object {
	obj := m.vm.NewObject()
	name := goja.Undefined()
	if k.named {
		name = m.vm.ToValue(k.name)
	}
	binding.Value(obj, "sequence", wtf8.Value(k.sequence))
	binding.Value(obj, "name", name)
	binding.Value(obj, "ctrl", m.vm.ToValue(k.ctrl))
	binding.Value(obj, "meta", m.vm.ToValue(k.meta))
	binding.Value(obj, "shift", m.vm.ToValue(k.shift))
	if k.code != "" {
		binding.Value(obj, "code", wtf8.Value(k.code))
	}
	return obj
}
