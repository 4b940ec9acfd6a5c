// Package ucd has the Unicode properties, the case folding and the emoji
// sequences that regular expressions know, as Node 24 has them (Unicode 17);
// Go's own tables are older and lack most of the properties. record.js makes
// the data. Everything is read only and may be used from any goroutine.
package ucd

import (
	_ "embed"
	"encoding/binary"
	"strings"
	"sync"
)

//go:embed properties.bin
var data string

// Range is a range of code points, both ends included.
type Range struct{ Lo, Hi rune }

// Pair says that From folds to To.
type Pair struct{ From, To rune }

// index finds the data of a record by its table and name.
var index = sync.OnceValue(func() map[string]string {
	records := map[string]string{}
	for rest := data; rest != ""; {
		table := rest[:1]
		names, tail, _ := strings.Cut(rest[1:], "\x00")
		size, n := uvarint(tail)
		payload := tail[n : n+int(size)]
		rest = tail[n+int(size):]
		for name := range strings.SplitSeq(names, ",") {
			records[table+name] = payload
		}
	}
	return records
})

func uvarint(s string) (uint64, int) {
	return binary.Uvarint([]byte(s[:min(len(s), binary.MaxVarintLen64)]))
}

// varints decodes all numbers of a record.
func varints(payload string) []rune {
	var out []rune
	for payload != "" {
		v, n := uvarint(payload)
		out = append(out, rune(v))
		payload = payload[n:]
	}
	return out
}

// Binary is a binary property, by any of its names.
func Binary(name string) ([]Range, bool) { return ranges("b" + name) }

// Category is a value of General_Category.
func Category(name string) ([]Range, bool) { return ranges("g" + name) }

// Script is a value of Script.
func Script(name string) ([]Range, bool) { return ranges("s" + name) }

// ScriptExtensions is a value of Script_Extensions.
func ScriptExtensions(name string) ([]Range, bool) {
	if list, ok := ranges("x" + name); ok {
		return list, true
	}
	return Script(name)
}

func ranges(key string) ([]Range, bool) {
	payload, ok := index()[key]
	if !ok {
		return nil, false
	}
	numbers := varints(payload)
	out := make([]Range, 0, len(numbers)/2)
	at := rune(0)
	for i := 0; i < len(numbers); i += 2 {
		lo := at + numbers[i]
		at = lo + numbers[i+1]
		out = append(out, Range{lo, at - 1})
	}
	return out, true
}

// Upper lists what UTF-16 units beyond ASCII fold to without the flag u.
func Upper() []Pair { return pairs("uupper") }

// Fold lists what code points fold to with the flag u.
func Fold() []Pair { return pairs("ffold") }

func pairs(key string) []Pair {
	numbers := varints(index()[key])
	out := make([]Pair, 0, len(numbers)/2)
	at := rune(0)
	for i := 0; i < len(numbers); i += 2 {
		at += numbers[i]
		out = append(out, Pair{at, numbers[i+1]})
	}
	return out
}

// emojiParts are the properties that RGI_Emoji joins.
var emojiParts = []string{
	"Basic_Emoji", "Emoji_Keycap_Sequence", "RGI_Emoji_Modifier_Sequence", "RGI_Emoji_Flag_Sequence",
	"RGI_Emoji_Tag_Sequence", "RGI_Emoji_ZWJ_Sequence",
}

// Strings is a property of strings.
func Strings(name string) ([][]rune, bool) {
	if name == "RGI_Emoji" {
		var out [][]rune
		for _, part := range emojiParts {
			list, _ := Strings(part)
			out = append(out, list...)
		}
		return out, true
	}
	payload, ok := index()["q"+name]
	if !ok {
		return nil, false
	}
	var out [][]rune
	for numbers := varints(payload); len(numbers) > 0; {
		n := int(numbers[0])
		out = append(out, numbers[1:1+n])
		numbers = numbers[1+n:]
	}
	return out, true
}
