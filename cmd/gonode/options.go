package main

import (
	"strings"

	"github.com/gonode/gonode/runtime"
)

// options is a parsed command line.
type options struct {
	help, version, check bool
	print                bool
	eval                 *string // the text of -e or -p
	interactive          bool
	require              []string
	conditions           []string
	title                string
	inputType            string   // "commonjs", "module", or what the syntax says
	imports              []string // ES modules that come before the script
	rejections           string
	stackTraceLimit      int // -1 for the default
	exposeGC             bool
	netDefaults          netDefaults
	envFiles             []envFile
	modulePaths          runtime.ModulePaths
	v8Options            bool
	traceUncaught        bool
	abortOnUncaught      bool
	warnings             runtime.Warnings

	script   string   // file, "-" for standard input, "" for none
	args     []string // process.argv.slice(2)
	execArgv []string // what came before the script
}

// usageError is a mistake on the command line; Node's exit code for it is 9.
type usageError struct{ text string }

func (u *usageError) Error() string { return u.text }

// option describes one option of the command.
type option struct {
	// set takes the value, which is empty for a flag. on is false for the
	// --no- form.
	set func(o *options, value string, on bool) error
	// value says that the option needs one, in `--name=value` or as the next
	// argument.
	value bool
	// env says that NODE_OPTIONS may have it.
	env bool
	// v8 says that it is one of V8's, which may also be negated by "--no"
	// without a dash.
	v8 bool
}

// parse reads the command line after the program's name, and before it the
// value of NODE_OPTIONS.
func parse(args []string, env string) (*options, error) {
	o := &options{rejections: "throw", stackTraceLimit: -1}
	words, err := splitEnv(env)
	if err != nil {
		return nil, err
	}
	for len(words) > 0 {
		if !strings.HasPrefix(words[0], "-") {
			words = words[1:] // Node passes over it
			continue
		}
		rest, err := o.parseOption(words, true)
		if err != nil {
			return nil, err
		}
		words = rest
	}
	rest, err := o.parseOptions(args)
	if err != nil {
		return nil, err
	}
	o.execArgv = args[:len(args)-len(rest)]
	if n := len(o.execArgv); n > 0 && o.execArgv[n-1] == "--" {
		o.execArgv = o.execArgv[:n-1]
	}
	o.takeScript(rest)
	return o, nil
}

// parseOptions reads options up to the script or "--" and returns what
// follows.
func (o *options) parseOptions(args []string) ([]string, error) {
	for len(args) > 0 {
		arg := args[0]
		if arg == "--" {
			return args[1:], nil
		}
		if arg == "-" || !strings.HasPrefix(arg, "-") {
			break
		}
		rest, err := o.parseOption(args, false)
		if err != nil {
			return nil, err
		}
		args = rest
	}
	return args, nil
}

// takeScript divides what follows the options. With -e everything belongs to
// the script.
func (o *options) takeScript(rest []string) {
	o.args = rest
	if o.eval == nil && len(rest) > 0 {
		o.script, o.args = rest[0], rest[1:]
	}
}

// parseOption reads the first of args, and its value, and returns the others.
func (o *options) parseOption(args []string, env bool) ([]string, error) {
	given := args[0]
	if given == "-pe" {
		o.print = true
		given = "-e"
	}
	name, value, hasValue := strings.Cut(given, "=")
	if !strings.HasPrefix(name, "--") {
		// Short options are whole words and take no "=".
		name, hasValue = shorthands[given], false
	} else {
		name = "--" + strings.ReplaceAll(name[2:], "_", "-")
	}
	opt, on, ok := lookUp(name)
	switch {
	case !ok && env:
		return nil, &usageError{args[0] + " is not allowed in NODE_OPTIONS"}
	case !ok:
		return nil, &usageError{"bad option: " + args[0]}
	case env && !opt.env:
		return nil, &usageError{args[0] + " is not allowed in NODE_OPTIONS"}
	case opt.value && !on:
		return nil, &usageError{args[0] + " is an invalid negation because it is not a boolean option"}
	}
	if opt.v8 && opt.value != hasValue {
		return nil, &usageError{"bad option: " + args[0]}
	}
	rest := args[1:]
	if name == "--print" {
		return o.takePrinted(rest), nil
	}
	if opt.value && !hasValue {
		// A value may start with "-" only when that is all of it, or with
		// the text of -e.
		if len(rest) == 0 || strings.HasPrefix(rest[0], "-") && len(rest[0]) > 1 {
			return nil, &usageError{args[0] + " requires an argument"}
		}
		value, rest = rest[0], rest[1:]
	}
	if opt.value && hasValue && value == "" {
		return nil, &usageError{args[0] + " requires an argument"}
	}
	return rest, opt.set(o, value, on)
}

// takePrinted reads the text of -p, which may also be missing or come with -e.
func (o *options) takePrinted(rest []string) []string {
	o.print = true
	if len(rest) == 0 || strings.HasPrefix(rest[0], "-") {
		return rest
	}
	o.eval = &rest[0]
	return rest[1:]
}

// lookUp finds an option, also by its --no- form.
func lookUp(name string) (opt option, on, ok bool) {
	if opt, ok = find(name); ok {
		return opt, true, true
	}
	if positive, cut := strings.CutPrefix(name, "--no-"); cut {
		if opt, ok = find("--" + positive); ok {
			return opt, false, true
		}
	}
	if positive, cut := strings.CutPrefix(name, "--no"); cut {
		if opt, ok = find("--" + positive); ok && opt.v8 {
			return opt, false, true
		}
	}
	return option{}, false, false
}

func find(name string) (option, bool) {
	if opt, ok := known[name]; ok {
		return opt, true
	}
	opt, ok := ignored[name]
	return opt, ok
}

// splitEnv splits the value of NODE_OPTIONS at spaces; double quotes group
// and a backslash inside them takes the next character as it is.
func splitEnv(env string) ([]string, error) {
	var words []string
	var word strings.Builder
	inWord, quoted := false, false
	for i := 0; i < len(env); i++ {
		c := env[i]
		switch {
		case c == '\\' && quoted:
			if i+1 == len(env) {
				return nil, &usageError{"invalid value for NODE_OPTIONS (invalid escape)"}
			}
			i++
			word.WriteByte(env[i])
		case c == '"':
			quoted, inWord = !quoted, true
		case c == ' ' && !quoted:
			if inWord {
				words = append(words, word.String())
				word.Reset()
			}
			inWord = false
		default:
			inWord = true
			word.WriteByte(c)
		}
	}
	if quoted {
		return nil, &usageError{"invalid value for NODE_OPTIONS (unterminated string)"}
	}
	if inWord {
		words = append(words, word.String())
	}
	return words, nil
}
