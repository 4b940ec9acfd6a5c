package util

import (
	"slices"
	"strings"
)

// EnvVar is one variable of a .env file.
type EnvVar struct{ Name, Value string }

// blanks is the white space that is trimmed in a .env file. Carriage returns
// are removed everywhere.
const blanks = " \t\n"

// ParseEnv reads the text of a .env file (Node documentation,
// "util.parseEnv") as Node reads it: of several variables with one name the
// last counts, and they are sorted by their names.
func ParseEnv(content string) []EnvVar {
	var vars []EnvVar
	rest := strings.Trim(strings.ReplaceAll(content, "\r", ""), blanks)
	for rest != "" {
		rest = strings.TrimLeft(rest, blanks)
		name, value, next, ok := parseEnvLine(rest)
		if ok {
			vars = addVariable(vars, EnvVar{name, value})
		}
		rest = next
	}
	return vars
}

func addVariable(vars []EnvVar, v EnvVar) []EnvVar {
	at, found := slices.BinarySearchFunc(vars, v, func(a, b EnvVar) int { return strings.Compare(a.Name, b.Name) })
	if found {
		vars[at] = v
		return vars
	}
	return slices.Insert(vars, at, v)
}

// parseEnvLine reads a variable at the start of text. It reports false for a
// line without one; next is what follows.
func parseEnvLine(text string) (name, value, next string, ok bool) {
	line, after := cutLine(text)
	equals := strings.IndexByte(line, '=')
	if line == "" || line[0] == '#' || equals < 0 {
		return "", "", after, false
	}
	name = strings.Trim(line[:equals], blanks)
	content := text[equals+1:]
	if content == "" || content[0] == '\n' {
		return name, "", after, true // with the word export, as Node has it
	}
	if name == "" {
		return "", "", content, false
	}
	value, next = parseEnvValue(strings.TrimLeft(content, blanks))
	return exported(name), value, next, true
}

// exported takes the word of the shell from before a name.
func exported(name string) string {
	if rest, ok := strings.CutPrefix(name, "export "); ok {
		return strings.Trim(rest, blanks)
	}
	return name
}

// parseEnvValue reads a value, in quotes or to the end of the line.
func parseEnvValue(text string) (value, next string) {
	quote := byte(0)
	if text != "" && strings.IndexByte("\"'`", text[0]) >= 0 {
		quote = text[0]
		if end := strings.IndexByte(text[1:], quote); end >= 0 {
			value = text[1 : end+1]
			if quote == '"' {
				value = strings.ReplaceAll(value, `\n`, "\n")
			}
			_, next = cutLine(text[end+2:])
			return value, next
		}
	}
	line, next := cutLine(text)
	if quote == 0 {
		line, _, _ = strings.Cut(line, "#")
		line = strings.Trim(line, blanks)
	}
	return line, next
}

func cutLine(text string) (line, rest string) {
	line, rest, _ = strings.Cut(text, "\n")
	return line, rest
}
