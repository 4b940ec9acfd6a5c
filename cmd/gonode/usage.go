package main

import (
	"slices"
	"strings"
)

// usageWidth is where lines of the usage are broken.
const usageWidth = 78

// usage is what --help prints.
func usage() string { return usageHead + wrapped(ignoredNames()) + usageTail }

// ignoredNames lists the options that change nothing; a flag of which only the
// negation is of interest is listed all the same.
func ignoredNames() []string {
	names := make([]string, 0, len(ignored))
	for name := range ignored {
		if name != "--input-type" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return append(names, "--input-type=commonjs")
}

// wrapped joins words by commas into lines.
func wrapped(words []string) string {
	var b strings.Builder
	width := 0
	for i, word := range words {
		if word += ","; i == len(words)-1 {
			word = strings.TrimSuffix(word, ",") + "."
		}
		switch {
		case width+1+len(word) > usageWidth:
			b.WriteString("\n")
			width = 0
		case width > 0:
			b.WriteString(" ")
			width++
		}
		b.WriteString(word)
		width += len(word)
	}
	return b.String() + "\n"
}

const usageHead = `Usage: gonode [options] [ script.js ] [arguments]

Options:
  -                             script read from standard input (the default
                                when it is no terminal)
  --                            end of the options
  --abort-on-uncaught-exception
                                abort when nothing catches an exception
  -c, --check                   check the syntax of the script, do not run it
  -C, --conditions=...          additional condition of package exports
  --disable-warning=...         do not print warnings with this code or type
  --dns-result-order=...        verbatim (the default), ipv4first, ipv6first
  --env-file=...                set environment variables from a file
  --env-file-if-exists=...      the same, if there is the file
  -e, --eval=...                run a text as a script
  --expose-gc                   make the global function gc
  -h, --help                    print this text
  --network-family-autoselection-attempt-timeout=...
                                milliseconds for each address of a host
  --no-deprecation              do not print deprecation warnings
  --no-global-search-paths      leave out NODE_PATH and its like
  --no-experimental-require-module
                                require() takes no ES modules
  --no-network-family-autoselection
                                try one address of a host only
  --no-warnings                 do not print warnings
  --pending-deprecation         warn of what will be deprecated
  --preserve-symlinks           modules keep the names they were found by
  --preserve-symlinks-main      the same for the script
  -p, --print [...]             run a text and print its value
  --redirect-warnings=...       write warnings to a file
  -r, --require=...             load a module before the script (repeatable)
  --stack-trace-limit=...       initial value of Error.stackTraceLimit
  --throw-deprecation           throw on deprecated calls
  --title=...                   initial value of process.title
  --trace-deprecation           print deprecation warnings with their stacks
  --trace-uncaught              print where values that are no errors were thrown
  --trace-warnings              print warnings with their stacks
  --unhandled-rejections=...    throw (the default), strict, warn, none or
                                warn-with-error-code
  --v8-options                  list the options of V8 that are accepted
  -v, --version                 print the version of Node that this one follows

These options of Node are accepted and change nothing:
`

const usageTail = `
Environment:
  NODE_OPTIONS                  options before those of the command line
  NODE_NO_WARNINGS=1            as --no-warnings
  NODE_PATH                     directories to search for modules
  GONODE_NET_TRANSPORT          epoll or pump: how sockets are driven
`
