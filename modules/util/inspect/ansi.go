package inspect

import (
	"regexp"
	"strings"
	"sync"
)

// escapeSequence matches the ANSI escape sequences that terminals know, as
// util.stripVTControlCharacters removes them: an operating system command
// (links, titles) with its text up to the terminator, or an introducer with
// numbers and a final letter.
var escapeSequence = sync.OnceValue(func() *regexp.Regexp {
	const (
		command    = `\x{1b}\](?s:.*?)`
		terminator = `(?:\x{07}|\x{1b}\\|\x{9c})`
		introducer = `[\x{1b}\x{9b}][\[\]()#;?]*`
		numbers    = `(?:\d{1,4}(?:[;:]\d{0,4})*)?`
		final      = `[\dA-PR-TZcf-nq-uy=><~]`
	)
	return regexp.MustCompile(command + terminator + `|` + introducer + numbers + final)
})

// StripControl is util.stripVTControlCharacters.
func StripControl(s string) string {
	if !strings.ContainsAny(s, "\x1b\u009b") {
		return s
	}
	return escapeSequence().ReplaceAllLiteralString(s, "")
}

// removeColors removes the sequences that colour text.
func removeColors(s string) string {
	var b strings.Builder
	for {
		start := strings.Index(s, "\x1b[")
		if start < 0 {
			b.WriteString(s)
			return b.String()
		}
		end := start + 2
		for end < len(s) && s[end] >= '0' && s[end] <= '9' {
			end++
		}
		if digits := end - start - 2; digits > 0 && digits <= 2 && end < len(s) && s[end] == 'm' {
			b.WriteString(s[:start])
		} else {
			end = start + 1
			b.WriteString(s[:end])
			s = s[end:]
			continue
		}
		s = s[end+1:]
	}
}
