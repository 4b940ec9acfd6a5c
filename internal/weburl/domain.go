package weburl

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"github.com/gonode/gonode/internal/punycode"
)

// uts46 is "Unicode ToASCII" with the parameters of the standard.
var uts46 = idna.New(
	idna.MapForLookup(),
	idna.Transitional(false),
	idna.StrictDomainName(false),
	idna.CheckHyphens(false),
	idna.CheckJoiners(true),
	idna.BidiRule(),
	idna.VerifyDNSLength(false),
)

const acePrefix = "xn--"

// domainToASCII is the standard's "domain to ASCII". As in Node, labels that
// are in Punycode already are not checked in a domain that is all ASCII.
func domainToASCII(domain string) (string, bool) {
	ascii, plain := true, true
	for i := range len(domain) {
		c := domain[i]
		ascii = ascii && c < utf8.RuneSelf
		plain = plain && (c < 'A' || c > 'Z')
	}
	switch {
	case ascii && plain:
		return domain, true
	case ascii:
		return strings.ToLower(domain), true
	}
	mapped := strings.Map(mapChanged, domain)
	ace, err := uts46.ToASCII(mapped)
	return ace, err == nil && validLabels(ace) && !hasEmptyCode(mapped)
}

// hasEmptyCode looks for a label that is xn-- and nothing else, which idna
// takes for an empty one.
func hasEmptyCode(domain string) bool {
	for label := range strings.FieldsFuncSeq(domain, isDot) {
		if strings.EqualFold(label, acePrefix) {
			return true
		}
	}
	return false
}

// isDot reports whether r separates labels.
func isDot(r rune) bool { return r == '.' || r == '\u3002' || r == '\uff0e' || r == '\uff61' }

// mapChanged maps the characters whose UTS 46 mapping has changed since the
// tables of idna: capitals that once had none, and characters that are
// invisible.
func mapChanged(r rune) rune {
	if r < 0x4c0 {
		return r
	}
	switch {
	case r >= 0x10a0 && r <= 0x10c5: // Georgian capitals
		return r - 0x10a0 + 0x2d00
	case r >= 0x2061 && r <= 0x2063, r >= 0x206a && r <= 0x206f, r >= 0x1d173 && r <= 0x1d17a:
		return -1
	}
	switch r {
	case 0x04c0:
		return 0x04cf
	case 0x1e9e:
		return 0xdf
	case 0x2132:
		return 0x214e
	case 0x2183:
		return 0x2184
	case 0x2f868:
		return 0x36fc
	case 0x2f874:
		return 0x5f53
	case 0x2f91f:
		return 0x243ab
	case 0x2f95f:
		return 0x7aee
	case 0x2f9bf:
		return 0x45d7
	case 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180e, 0x3164, 0xffa0:
		return -1
	}
	return r
}

// validLabels checks what idna does not: that a label in Punycode has a
// reason to be in it, and does not hide another.
func validLabels(domain string) bool {
	for label := range strings.SplitSeq(domain, ".") {
		encoded, ok := strings.CutPrefix(label, acePrefix)
		if !ok {
			continue
		}
		runes, err := punycode.Decode(encoded)
		if err != nil {
			return false
		}
		text := string(runes)
		if strings.HasPrefix(text, acePrefix) || len(text) == len(runes) {
			return false
		}
	}
	return true
}

// DomainToASCII is a domain as a URL would have it, or "" if none could.
func DomainToASCII(domain string) string {
	u := &URL{scheme: "ws", host: "x", hasHost: true, port: noPort}
	if !u.SetHostname(domain) {
		return ""
	}
	return u.host
}

// DomainToUnicode decodes the labels of a domain that are in Punycode.
func DomainToUnicode(domain string) string { return HostToUnicode(DomainToASCII(domain)) }

// HostToUnicode decodes the labels of a URL's host that are in Punycode.
func HostToUnicode(host string) string {
	if !strings.Contains(host, acePrefix) {
		return host
	}
	labels := strings.Split(host, ".")
	for i, label := range labels {
		if encoded, ok := strings.CutPrefix(label, acePrefix); ok {
			labels[i] = decodeLabel(label, encoded)
		}
	}
	return strings.Join(labels, ".")
}

// decodeLabel leaves a label as it is that no domain in Unicode comes to.
func decodeLabel(label, encoded string) string {
	runes, err := punycode.Decode(encoded)
	if err != nil {
		return label
	}
	if again, ok := domainToASCII(string(runes)); !ok || again != label {
		return label
	}
	return string(runes)
}

// ToASCII is "domain to ASCII" alone: without the checks of a URL's host. It
// gives "" for what is no domain.
func ToASCII(domain string) string {
	ascii, ok := domainToASCII(domain)
	if !ok {
		return ""
	}
	return ascii
}
