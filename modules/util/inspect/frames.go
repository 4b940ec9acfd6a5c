package inspect

import (
	"regexp"
	"strings"
)

// builtinFrame matches a frame inside a built-in module.
var builtinFrame = regexp.MustCompile(`^ {4}at (?:[^/\\(]+ \()?node:(.+):\d+:\d+\)?$`)

// builtinModules are the names that frames of built-in modules have.
var builtinModules = map[string]bool{
	"assert": true, "async_hooks": true, "buffer": true, "child_process": true, "cluster": true, "console": true,
	"constants": true, "crypto": true, "dgram": true, "diagnostics_channel": true, "dns": true, "domain": true,
	"events": true, "fs": true, "fs/promises": true, "http": true, "http2": true, "https": true, "inspector": true,
	"module": true, "net": true, "os": true, "path": true, "path/posix": true, "path/win32": true,
	"perf_hooks": true, "process": true, "punycode": true, "querystring": true, "readline": true, "repl": true,
	"stream": true, "stream/promises": true, "string_decoder": true, "timers": true, "timers/promises": true,
	"tls": true, "tty": true, "url": true, "util": true, "v8": true, "vm": true, "worker_threads": true, "zlib": true,
}

const (
	grey, endColor             = "\x1b[90m", "\x1b[39m"
	underline, endUnderline    = "\x1b[4m", "\x1b[24m"
	nodeModules, fileURLPrefix = "node_modules", "file://"
)

// coloredFrame prints frames of built-in modules in grey, and in the others
// the working directory in grey and the names of packages underlined.
func (p *printer) coloredFrame(line string) string {
	if m := builtinFrame.FindStringSubmatch(line); m != nil {
		if builtinModules[m[1]] {
			return p.style(line, "undefined")
		}
		return line
	}
	line = p.markPackages(line)
	if p.deps.Cwd != nil {
		line = p.markDirectory(line, p.deps.Cwd())
	}
	return line
}

// markPackages underlines the names of packages.
func (p *printer) markPackages(line string) string {
	var b strings.Builder
	for {
		at := strings.Index(line, nodeModules)
		if at < 0 || at+len(nodeModules) >= len(line) {
			break
		}
		start := at + len(nodeModules) + 1
		separator := line[start-1]
		if separator != '/' && separator != '\\' {
			b.WriteString(line[:start])
			line = line[start:]
			continue
		}
		end := packageEnd(line, start, separator)
		b.WriteString(line[:start])
		b.WriteString(underline + line[start:end] + endUnderline)
		line = line[end:]
	}
	b.WriteString(line)
	return b.String()
}

// packageEnd finds the end of a package's name, which has two parts when it
// has a scope.
func packageEnd(line string, start int, separator byte) int {
	end := start
	if end < len(line) && line[end] == '@' {
		end = nextSeparator(line, end, separator) + 1
	}
	return nextSeparator(line, min(end, len(line)), separator)
}

func nextSeparator(line string, from int, separator byte) int {
	if n := strings.IndexByte(line[from:], separator); n >= 0 {
		return from + n
	}
	return len(line)
}

// markDirectory prints the working directory and the brackets of the location
// in grey.
func (p *printer) markDirectory(line, dir string) string {
	at := strings.Index(line, dir)
	start := at
	if at < 0 {
		return line
	}
	if strings.HasSuffix(line[:at], fileURLPrefix) {
		start -= len(fileURLPrefix)
	}
	bracket := start > 0 && line[start-1] == '('
	end := at + len(dir) + 1
	if bracket {
		start--
	}
	if end > len(line) {
		return line
	}
	out := line[:start] + grey + line[start:end] + endColor
	if rest := line[end:]; bracket && strings.HasSuffix(rest, ")") {
		return out + strings.TrimSuffix(rest, ")") + grey + ")" + endColor
	}
	return out + line[end:]
}
