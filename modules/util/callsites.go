package util

import (
	"math"
	"strconv"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/v8stack"
)

const (
	defaultCallSites = 10
	maxCallSites     = 200
)

// getCallSites is util.getCallSites(frameCount, options). There are no source
// maps here that the option sourceMap could ask for. Functions of the language
// have no site.
func (m *Module) getCallSites(c goja.FunctionCall) goja.Value {
	count, options := c.Argument(0), c.Argument(1)
	if _, isObject := count.(*goja.Object); goja.IsUndefined(options) && (isObject || goja.IsNull(count)) {
		count, options = goja.Undefined(), count
	}
	m.checkCallSiteOptions(options)
	n := defaultCallSites
	if !goja.IsUndefined(count) {
		n = m.integerBetween("frameCount", count, 1, maxCallSites)
	}
	var sites []any
	for _, frame := range m.e.Stacks.Capture(n + maxCallSites) {
		if !frame.Native && len(sites) < n {
			sites = append(sites, m.callSite(frame))
		}
	}
	return m.vm.NewArray(sites...)
}

func (m *Module) checkCallSiteOptions(v goja.Value) {
	if goja.IsUndefined(v) {
		return
	}
	options, ok := v.(*goja.Object)
	if !ok {
		panic(nodeerr.ArgType(m.vm, "options", v, "object"))
	}
	sourceMap := options.Get("sourceMap")
	if sourceMap == nil || goja.IsUndefined(sourceMap) {
		return
	}
	if _, ok := sourceMap.Export().(bool); !ok {
		panic(nodeerr.ArgType(m.vm, "options.sourceMap", sourceMap, "boolean"))
	}
}

func (m *Module) integerBetween(name string, v goja.Value, low, high int) int {
	if !goja.IsNumber(v) {
		panic(nodeerr.ArgType(m.vm, name, v, "number"))
	}
	n := v.ToFloat()
	if n != math.Trunc(n) {
		panic(nodeerr.OutOfRange(m.vm, name, "an integer", v))
	}
	if n < float64(low) || n > float64(high) {
		panic(nodeerr.OutOfRange(m.vm, name, ">= "+strconv.Itoa(low)+" && <= "+strconv.Itoa(high), v))
	}
	return int(n)
}

func (m *Module) callSite(frame v8stack.Frame) *goja.Object {
	site := m.vm.CreateObject(nil)
	binding.Value(site, "functionName", m.vm.ToValue(frame.Function))
	binding.Value(site, "scriptId", m.vm.ToValue(m.scriptID(frame.File)))
	binding.Value(site, "scriptName", m.vm.ToValue(frame.File))
	binding.Value(site, "lineNumber", m.vm.ToValue(frame.Line))
	binding.Value(site, "columnNumber", m.vm.ToValue(frame.Column))
	binding.Value(site, "column", m.vm.ToValue(frame.Column))
	return site
}

// scriptID numbers scripts as they come.
func (m *Module) scriptID(file string) string {
	id, ok := m.scriptIDs[file]
	if !ok {
		id = len(m.scriptIDs) + 1
		m.scriptIDs[file] = id
	}
	return strconv.Itoa(id)
}
