package ucd_test

import (
	"testing"
	"unicode"

	"github.com/gonode/gonode/internal/regex/ucd"
)

// TestAgainstGo compares with Go's own tables where both know a character.
func TestAgainstGo(t *testing.T) {
	for name, table := range map[string]*unicode.RangeTable{
		"Lu": unicode.Lu, "Nd": unicode.Nd, "Letter": unicode.L, "punct": unicode.P,
	} {
		list, ok := ucd.Category(name)
		if !ok {
			t.Fatalf("no category %s", name)
		}
		for _, r := range list {
			for c := r.Lo; c <= r.Hi; c++ {
				if assigned := unicode.In(c, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z); assigned && !unicode.Is(table, c) {
					t.Errorf("%U is %s here only", c, name)
				}
			}
		}
	}
}

func TestNames(t *testing.T) {
	for _, ok := range []bool{
		has(ucd.Script("Grek")), has(ucd.Script("Greek")), has(ucd.ScriptExtensions("Deva")),
		has(ucd.Binary("ID_Start")), has(ucd.Binary("EPres")), !has(ucd.Script("greek")), !has(ucd.Category("lu")),
		!has(ucd.Binary("Lu")),
	} {
		if !ok {
			t.Error("a name is known that should not be, or the other way round")
		}
	}
}

func has(_ []ucd.Range, ok bool) bool { return ok }

func TestStrings(t *testing.T) {
	list, ok := ucd.Strings("RGI_Emoji")
	if !ok || len(list) != 3953 {
		t.Errorf("%d emoji, %v", len(list), ok)
	}
	if _, ok := ucd.Strings("Emoji"); ok {
		t.Error("Emoji is no property of strings")
	}
}

func TestFold(t *testing.T) {
	to := map[rune]rune{}
	for _, p := range ucd.Fold() {
		to[p.From] = p.To
	}
	if to['k'] != 'K' || to[0x212A] != 'K' || to[0x17F] != 'S' {
		t.Errorf("k, the Kelvin sign and the long s fold to %c, %c and %c", to['k'], to[0x212A], to[0x17F])
	}
}
