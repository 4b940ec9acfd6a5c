package buffer

import "strings"

// Encoding is one of the encodings that Buffer converts strings with. The
// zero Encoding is UTF8, Node's default.
type Encoding uint8

// The encodings of Node documentation, "Buffers and character encodings".
const (
	UTF8 Encoding = iota
	UTF16LE
	Latin1
	ASCII
	Base64
	Base64URL
	Hex
)

var encodingNames = [...]string{
	UTF8:      "utf8",
	UTF16LE:   "utf16le",
	Latin1:    "latin1",
	ASCII:     "ascii",
	Base64:    "base64",
	Base64URL: "base64url",
	Hex:       "hex",
}

// String is Node's canonical name of the encoding.
func (e Encoding) String() string {
	if int(e) < len(encodingNames) {
		return encodingNames[e]
	}
	return "unknown"
}

// ParseEncoding finds an encoding by any of its names, in any case. As for
// Buffer.isEncoding, the empty name is none.
func ParseEncoding(name string) (Encoding, bool) {
	if enc, ok := encodingByName(name); ok {
		return enc, true
	}
	if len(name) > len("base64url") {
		return 0, false
	}
	return encodingByName(strings.ToLower(name))
}

func encodingByName(name string) (Encoding, bool) {
	switch name {
	case "utf8", "utf-8":
		return UTF8, true
	case "utf16le", "utf-16le", "ucs2", "ucs-2":
		return UTF16LE, true
	case "latin1", "binary":
		return Latin1, true
	case "ascii":
		return ASCII, true
	case "base64":
		return Base64, true
	case "base64url":
		return Base64URL, true
	case "hex":
		return Hex, true
	}
	return 0, false
}
