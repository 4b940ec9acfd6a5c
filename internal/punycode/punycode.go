// Package punycode is the encoding of RFC 3492, which puts Unicode labels of
// domain names into ASCII. modules/punycode and internal/weburl use it. It has
// no state. Lone surrogates count as characters, as they do for JavaScript.
package punycode

import (
	"errors"
	"math"
	"strings"
	"unicode/utf8"
)

// The errors of Decode and Encode.
var (
	ErrOverflow = errors.New("punycode: a number is too large")
	ErrNotBasic = errors.New("punycode: a character before the last delimiter is not ASCII")
	ErrInvalid  = errors.New("punycode: invalid input")
)

// The parameters of RFC 3492, section 5.
const (
	base        = 36
	tMin        = 1
	tMax        = 26
	skew        = 38
	damp        = 700
	initialBias = 72
	initialN    = 128
	delimiter   = '-'
)

// Decode gives the characters that a text in Punycode, without "xn--", stands for.
func Decode(in string) ([]rune, error) {
	out := make([]rune, 0, len(in))
	rest := in
	if end := strings.LastIndexByte(in, delimiter); end > 0 {
		for i := range end {
			if in[i] >= utf8.RuneSelf {
				return nil, ErrNotBasic
			}
			out = append(out, rune(in[i]))
		}
		rest = in[end+1:]
	}
	n, i, bias := initialN, 0, initialBias
	for rest != "" {
		before := i
		delta, used, err := decodeDelta(rest, i, bias)
		if err != nil {
			return nil, err
		}
		i, rest = delta, rest[used:]
		count := len(out) + 1
		bias = adapt(i-before, count, before == 0)
		if i/count > math.MaxInt32-n {
			return nil, ErrOverflow
		}
		n += i / count
		i %= count
		out = append(out[:i], append([]rune{rune(n)}, out[i:]...)...)
		i++
	}
	for _, r := range out {
		if r > utf8.MaxRune {
			return nil, ErrInvalid
		}
	}
	return out, nil
}

// decodeDelta adds one variable-length integer to i.
func decodeDelta(in string, i, bias int) (sum, used int, err error) {
	weight := 1
	for k := base; ; k += base {
		if used == len(in) {
			return 0, 0, ErrInvalid
		}
		digit, ok := digitOf(in[used])
		used++
		if !ok {
			return 0, 0, ErrInvalid
		}
		if digit > (math.MaxInt32-i)/weight {
			return 0, 0, ErrOverflow
		}
		i += digit * weight
		t := threshold(k, bias)
		if digit < t {
			return i, used, nil
		}
		if weight > math.MaxInt32/(base-t) {
			return 0, 0, ErrOverflow
		}
		weight *= base - t
	}
}

// Encode puts characters into Punycode.
func Encode(in []rune) (string, error) {
	var out []byte
	for _, r := range in {
		if r < utf8.RuneSelf {
			out = append(out, byte(r))
		}
	}
	basic := len(out)
	done := basic
	if basic > 0 {
		out = append(out, delimiter)
	}
	n, delta, bias := rune(initialN), 0, initialBias
	for done < len(in) {
		next := nextAbove(in, n)
		if int(next-n) > (math.MaxInt32-delta)/(done+1) {
			return "", ErrOverflow
		}
		delta += int(next-n) * (done + 1)
		n = next
		for _, r := range in {
			if r < n {
				if delta++; delta > math.MaxInt32 {
					return "", ErrOverflow
				}
			}
			if r == n {
				out = appendDelta(out, delta, bias)
				bias = adapt(delta, done+1, done == basic)
				delta = 0
				done++
			}
		}
		delta++
		n++
	}
	return string(out), nil
}

// nextAbove is the smallest character that is not below n.
func nextAbove(in []rune, n rune) rune {
	next := rune(math.MaxInt32)
	for _, r := range in {
		if r >= n {
			next = min(next, r)
		}
	}
	return next
}

func appendDelta(out []byte, q, bias int) []byte {
	for k := base; ; k += base {
		t := threshold(k, bias)
		if q < t {
			return append(out, digitByte(q))
		}
		out = append(out, digitByte(t+(q-t)%(base-t)))
		q = (q - t) / (base - t)
	}
}

func threshold(k, bias int) int { return min(max(k-bias, tMin), tMax) }

func adapt(delta, count int, first bool) int {
	if first {
		delta /= damp
	} else {
		delta /= 2
	}
	delta += delta / count
	k := 0
	for ; delta > (base-tMin)*tMax/2; k += base {
		delta /= base - tMin
	}
	return k + (base-tMin+1)*delta/(delta+skew)
}

func digitByte(d int) byte {
	if d < 26 {
		return byte('a' + d)
	}
	return byte('0' + d - 26)
}

func digitOf(c byte) (int, bool) {
	switch {
	case c >= 'a' && c <= 'z':
		return int(c - 'a'), true
	case c >= 'A' && c <= 'Z':
		return int(c - 'A'), true
	case c >= '0' && c <= '9':
		return int(c-'0') + 26, true
	}
	return 0, false
}
