package punycode

import (
	"errors"
	"slices"
	"testing"
	"unicode"
)

func TestPairs(t *testing.T) {
	for text, code := range map[string]string{
		"": "", "a": "a-", "-": "--", "ab c": "ab c-", "é": "9ca", "mañana": "maana-pta", "😀é": "9ca1767w", "☃-⌘": "--dqo34k",
		"почему": "e1aoedxv", "Hello-Another-Way-それぞれの場所": "Hello-Another-Way--fc4qua05auwb3674vfr0b",
	} {
		got, err := Encode([]rune(text))
		if err != nil || got != code {
			t.Errorf("Encode(%q) = %q, %v; want %q", text, got, err, code)
		}
		runes, err := Decode(code)
		if err != nil || string(runes) != text {
			t.Errorf("Decode(%q) = %q, %v; want %q", code, string(runes), err, text)
		}
	}
}

func TestSurrogates(t *testing.T) {
	in := []rune{0xd800, 'a'}
	code, err := Encode(in)
	if err != nil || code != "a-qc4g" {
		t.Fatalf("%q, %v", code, err)
	}
	if got, err := Decode(code); err != nil || !slices.Equal(got, in) {
		t.Errorf("%x, %v", got, err)
	}
}

func TestErrors(t *testing.T) {
	for in, want := range map[string]error{
		"-": ErrInvalid, "-abc": ErrInvalid, "zzzzzz": ErrInvalid, "ls8h=": ErrInvalid, "é": ErrInvalid, "\x80-a": ErrNotBasic, "99999999": ErrOverflow,
		"9999999999a": ErrOverflow,
	} {
		if got, err := Decode(in); !errors.Is(err, want) {
			t.Errorf("Decode(%q) = %q, %v; want %v", in, string(got), err, want)
		}
	}
}

// FuzzDecode checks that a decoded text encodes to a code that decodes to it.
func FuzzDecode(f *testing.F) {
	for _, in := range []string{"maana-pta", "99999999", "a-", "999999-zzzzzzzzzzzzz"} {
		f.Add(in)
	}
	f.Fuzz(func(t *testing.T, in string) {
		runes, err := Decode(in)
		if err != nil {
			return
		}
		for _, r := range runes {
			if r < 0 || r > unicode.MaxRune {
				t.Fatalf("%q gives %x", in, r)
			}
		}
		code, err := Encode(runes)
		if err != nil {
			t.Fatalf("%q: %v", in, err)
		}
		if again, err := Decode(code); err != nil || !slices.Equal(again, runes) {
			t.Fatalf("%q: %x, then %x, %v", in, runes, again, err)
		}
	})
}
