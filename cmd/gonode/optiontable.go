package main

import (
	"fmt"
	"strconv"
)

// shorthands are the one-letter options.
var shorthands = map[string]string{
	"-e": "--eval", "-p": "--print", "-c": "--check", "-r": "--require", "-h": "--help",
	"-v": "--version", "-i": "--interactive", "-C": "--conditions",
}

func flag(env bool, set func(o *options, on bool)) option {
	return option{env: env, set: func(o *options, _ string, on bool) error {
		set(o, on)
		return nil
	}}
}

func text(env bool, set func(o *options, value string)) option {
	return option{env: env, value: true, set: func(o *options, value string, _ bool) error {
		set(o, value)
		return nil
	}}
}

// known are the options that do something here.
var known = map[string]option{
	"--help":        flag(false, func(o *options, on bool) { o.help = on }),
	"--version":     flag(false, func(o *options, on bool) { o.version = on }),
	"--check":       flag(false, func(o *options, on bool) { o.check = on }),
	"--interactive": flag(false, func(o *options, on bool) { o.interactive = on }),
	"--print":       flag(false, func(o *options, on bool) { o.print = on }),
	"--eval":        text(false, func(o *options, v string) { o.eval = &v }),
	"--require":     text(true, func(o *options, v string) { o.require = append(o.require, v) }),
	"--import":      text(true, func(o *options, v string) { o.imports = append(o.imports, v) }),
	"--conditions":  text(true, func(o *options, v string) { o.conditions = append(o.conditions, v) }),
	"--title":       text(true, func(o *options, v string) { o.title = v }),

	"--warnings":                    flag(true, func(o *options, on bool) { o.warnings.Off = !on }),
	"--trace-warnings":              flag(true, func(o *options, on bool) { o.warnings.Trace = on }),
	"--deprecation":                 flag(true, func(o *options, on bool) { o.warnings.NoDeprecation = !on }),
	"--trace-deprecation":           flag(true, func(o *options, on bool) { o.warnings.TraceDeprecation = on }),
	"--throw-deprecation":           flag(true, func(o *options, on bool) { o.warnings.ThrowDeprecation = on }),
	"--disable-warning":             text(true, func(o *options, v string) { o.warnings.Disabled = append(o.warnings.Disabled, v) }),
	"--pending-deprecation":         flag(true, func(o *options, on bool) { o.warnings.Pending = on }),
	"--redirect-warnings":           text(true, func(o *options, v string) { o.warnings.Redirect = v }),
	"--trace-uncaught":              flag(true, func(o *options, on bool) { o.traceUncaught = on }),
	"--abort-on-uncaught-exception": flag(true, func(o *options, on bool) { o.abortOnUncaught = on }),
	"--expose-gc":                   flag(true, func(o *options, on bool) { o.exposeGC = on }),

	"--experimental-require-module": flag(true, func(o *options, on bool) { o.modulePaths.NoRequireModule = !on }),
	"--preserve-symlinks":           flag(true, func(o *options, on bool) { o.modulePaths.PreserveSymlinks = on }),
	"--preserve-symlinks-main":      flag(true, func(o *options, on bool) { o.modulePaths.PreserveSymlinksMain = on }),
	"--global-search-paths":         flag(true, func(o *options, on bool) { o.modulePaths.NoGlobal = !on }),
	"--env-file":                    text(false, func(o *options, v string) { o.envFiles = append(o.envFiles, envFile{path: v}) }),
	"--env-file-if-exists": text(false, func(o *options, v string) {
		o.envFiles = append(o.envFiles, envFile{path: v, optional: true})
	}),
	"--v8-options": flag(false, func(o *options, on bool) { o.v8Options = on }),

	"--network-family-autoselection":                 flag(true, func(o *options, on bool) { o.netDefaults.singleFamily = !on }),
	"--network-family-autoselection-attempt-timeout": {env: true, value: true, set: setAttemptTimeout},
	"--dns-result-order":                             {env: true, value: true, set: setResultOrder},

	"--unhandled-rejections": {env: true, value: true, set: setRejections},
	"--stack-trace-limit":    {env: true, value: true, set: setStackTraceLimit},
}

func setRejections(o *options, value string, _ bool) error {
	switch value {
	case "throw", "strict", "warn", "none", "warn-with-error-code":
		o.rejections = value
		return nil
	}
	return &usageError{"invalid value for --unhandled-rejections"}
}

func setStackTraceLimit(o *options, value string, _ bool) error {
	n, err := strconv.Atoi(value)
	if err != nil || n < 0 {
		return &usageError{fmt.Sprintf("invalid value for --stack-trace-limit: %s", value)}
	}
	o.stackTraceLimit = n
	return nil
}

// maxAttemptTimeout is the largest timeout that net takes.
const maxAttemptTimeout = 1<<31 - 1

func setAttemptTimeout(o *options, value string, _ bool) error {
	ms, err := strconv.Atoi(value)
	if err != nil || ms < 1 || ms > maxAttemptTimeout {
		return &usageError{"invalid value for --network-family-autoselection-attempt-timeout: " + value}
	}
	o.netDefaults.attemptTimeout = ms
	return nil
}

func setResultOrder(o *options, value string, _ bool) error {
	switch value {
	case "verbatim", "ipv4first", "ipv6first":
		o.netDefaults.resultOrder = value
		return nil
	}
	return &usageError{"invalid value for --dns-result-order"}
}

func setInputType(o *options, value string, _ bool) error {
	if value != "commonjs" && value != "module" {
		return &usageError{"--input-type must be \"commonjs\" or \"module\""}
	}
	o.inputType = value
	return nil
}
