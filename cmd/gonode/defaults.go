package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dop251/goja"
)

// netDefaults are the options that preset net and dns.
type netDefaults struct {
	singleFamily   bool   // --no-network-family-autoselection
	attemptTimeout int    // milliseconds; 0 for the default
	resultOrder    string // empty for the default
}

// apply calls the functions of net and dns that scripts have for it. Only
// their options make it load the two.
func (d netDefaults) apply(vm *goja.Runtime) error {
	var calls strings.Builder
	if d.singleFamily {
		calls.WriteString("get('net').setDefaultAutoSelectFamily(false);")
	}
	if d.attemptTimeout > 0 {
		calls.WriteString("get('net').setDefaultAutoSelectFamilyAttemptTimeout(" + strconv.Itoa(d.attemptTimeout) + ");")
	}
	if d.resultOrder != "" {
		calls.WriteString("get('dns').setDefaultResultOrder(" + strconv.Quote(d.resultOrder) + ");")
	}
	if calls.Len() == 0 {
		return nil
	}
	_, err := vm.RunString("(function (get) {" + calls.String() + "})(process.getBuiltinModule)")
	return err
}

// allowedFlags lists what NODE_OPTIONS may hold, with the negations of flags
// and the short forms.
func allowedFlags() []string {
	var names []string
	for _, table := range []map[string]option{known, ignored} {
		for name, opt := range table {
			if !opt.env {
				continue
			}
			names = append(names, name)
			if !opt.value && !opt.v8 {
				names = append(names, "--no-"+name[2:])
			}
		}
	}
	for short, long := range shorthands {
		if opt, ok := find(long); ok && opt.env {
			names = append(names, short)
		}
	}
	slices.Sort(names)
	return names
}

// v8Options lists the options of V8 that are accepted.
func v8Options() string {
	var names []string
	for name, opt := range ignored {
		if opt.v8 {
			names = append(names, "  "+name+"\n")
		}
	}
	slices.Sort(names)
	return "Options of V8 that are accepted and change nothing:\n" + strings.Join(names, "")
}
