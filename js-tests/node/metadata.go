package nodetests

import (
	"fmt"
	"regexp"
	"strings"
)

// metadata is what a test's source asks of its runner.
type metadata struct {
	flags []string // of the executable
	env   []string // NAME=value
}

// The first line of each kind counts, wherever it stands, as in tools/test.py.
var (
	flagsLine = regexp.MustCompile(`//\s+Flags:(.*)`)
	envLine   = regexp.MustCompile(`//\s+Env:(.*)`)
)

// parseMetadata reads the lines "// Flags: --a --b=1" and "// Env: A=1 B=2".
func parseMetadata(source string) (metadata, error) {
	var m metadata
	if line := flagsLine.FindStringSubmatch(source); line != nil {
		m.flags = strings.Fields(line[1])
	}
	if line := envLine.FindStringSubmatch(source); line != nil {
		m.env = strings.Fields(line[1])
	}
	for _, pair := range m.env {
		if name, _, ok := strings.Cut(pair, "="); !ok || name == "" {
			return m, fmt.Errorf("%q in the Env line is not NAME=value", pair)
		}
	}
	return m, nil
}
