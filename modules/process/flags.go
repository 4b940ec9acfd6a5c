package process

import (
	_ "embed"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/jsfile"
)

//go:embed flags.js
var flagsSource string

var flagsFile = jsfile.New("node:internal/process/flags", flagsSource)

// allowedFlags is process.allowedNodeEnvironmentFlags.
func (m *Module) allowedFlags() goja.Value {
	var names []string
	if m.cfg.AllowedFlags != nil {
		names = m.cfg.AllowedFlags()
	}
	return flagsFile.Call(m.e, m.strings(names))
}
