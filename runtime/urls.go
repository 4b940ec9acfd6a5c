package runtime

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/wtf8"
	"github.com/gonode/gonode/modules/process"
	"github.com/gonode/gonode/modules/punycode"
	"github.com/gonode/gonode/modules/querystring"
	"github.com/gonode/gonode/modules/url"
)

func (rt *Runtime) urls() *url.Module {
	if rt.urlModule == nil {
		rt.urlModule = url.New(rt.e, url.Deps{
			Warn:          rt.deprecate,
			InsidePackage: rt.insidePackage,
			Inspect:       rt.inspectWith,
			Buffers:       rt.buffers,
			Querystring:   func() *goja.Object { return rt.querystring().Exports() },
			Resolve:       rt.resolvePath,
			Platform:      process.Platform(),
		})
	}
	return rt.urlModule
}

func (rt *Runtime) querystring() *querystring.Module {
	if rt.queryModule == nil {
		rt.queryModule = querystring.New(rt.e, rt.buffers())
	}
	return rt.queryModule
}

// punycode is made once, by the first require.
func (rt *Runtime) punycode() *punycode.Module {
	return punycode.New(rt.e.VM, punycode.Deps{Warn: rt.deprecate, InsidePackage: rt.insidePackage})
}

// resolvePath is path.posix.resolve or path.win32.resolve.
func (rt *Runtime) resolvePath(windows bool, path goja.Value) string {
	style := rt.paths().Posix()
	if windows {
		style = rt.paths().Win32()
	}
	return wtf8.Of(rt.e.CallMethod(style, "resolve", path))
}

func (rt *Runtime) deprecate(text, code string) {
	rt.process().WarnCode(text, "DeprecationWarning", code)
}

// insidePackage reports whether the script that is running belongs to a
// package under node_modules.
func (rt *Runtime) insidePackage() bool {
	var frames [16]goja.StackFrame
	for _, frame := range rt.e.VM.CaptureCallStack(len(frames), frames[:0]) {
		name := strings.ReplaceAll(frame.SrcName(), "\\", "/")
		if strings.HasPrefix(name, "<native>") || strings.HasPrefix(name, "node:") {
			continue
		}
		return strings.Contains(name, "/node_modules/")
	}
	return false
}
