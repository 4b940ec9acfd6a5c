package url

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/weburl"
	"github.com/gonode/gonode/internal/wtf8"
)

// fileURL is what the conversions to a path read of a URL.
type fileURL struct {
	value              goja.Value // as errors show it
	hostname, pathname string
	windows            bool
}

// isURL reports whether an object looks like a URL, but not like what the
// legacy parser makes.
func isURL(obj *goja.Object) bool {
	return truthy(obj, "href") && truthy(obj, "protocol") && isUndefined(obj.Get("auth")) && isUndefined(obj.Get("path"))
}

// readFileURL reads (path, options): a text or something like a URL.
func (m *Module) readFileURL(c goja.FunctionCall) fileURL {
	v := c.Argument(0)
	windows := m.onWindows(c.Argument(1))
	if goja.IsString(v) {
		input := wtf8.Of(v)
		u, err := weburl.Parse(wtf8.Repair(input), nil)
		if err != nil {
			panic(m.invalidURL(input))
		}
		v = m.newURL(u)
	}
	obj, ok := v.(*goja.Object)
	if !ok || !isURL(obj) {
		panic(m.argType("path", v, "string", "URL"))
	}
	if obj.Get("protocol").String() != "file:" {
		panic(nodeerr.New(m.vm, "ERR_INVALID_URL_SCHEME", "file"))
	}
	f := fileURL{value: v, windows: windows, hostname: stringField(obj, "hostname"), pathname: stringField(obj, "pathname")}
	if !windows && f.hostname != "" {
		panic(nodeerr.New(m.vm, "ERR_INVALID_FILE_URL_HOST", m.deps.Platform))
	}
	return f
}

func stringField(obj *goja.Object, name string) string {
	v := obj.Get(name)
	if v == nil {
		return "undefined"
	}
	return wtf8.Of(v.ToString())
}

// onWindows reads options.windows, which the platform decides by default.
func (m *Module) onWindows(options goja.Value) bool {
	if obj, ok := options.(*goja.Object); ok {
		if v := obj.Get("windows"); v != nil && !goja.IsUndefined(v) && !goja.IsNull(v) {
			return v.ToBoolean()
		}
	}
	return m.deps.Platform == "win32"
}

// pathError is ERR_INVALID_FILE_URL_PATH.
func (m *Module) pathError(f fileURL, reason string) *goja.Object {
	err := nodeerr.New(m.vm, "ERR_INVALID_FILE_URL_PATH", reason)
	binding.Value(err, "input", f.value)
	return err
}

// fileURLToPath is url.fileURLToPath(url[, options]).
func (m *Module) fileURLToPath(c goja.FunctionCall) goja.Value {
	f := m.readFileURL(c)
	lower := strings.ToLower(f.pathname)
	switch {
	case f.windows && (strings.Contains(lower, "%2f") || strings.Contains(lower, "%5c")):
		panic(m.pathError(f, `must not include encoded \ or / characters`))
	case !f.windows && strings.Contains(lower, "%2f"):
		panic(m.pathError(f, "must not include encoded / characters"))
	}
	path := m.decodeURIComponent(f.pathname)
	if f.windows {
		path = m.windowsPath(f, strings.ReplaceAll(path, "/", `\`))
	}
	return wtf8.Value(path)
}

// fileURLToPathBuffer is url.fileURLToPathBuffer(url[, options]), for paths
// that are no text.
func (m *Module) fileURLToPathBuffer(c goja.FunctionCall) goja.Value {
	f := m.readFileURL(c)
	if !f.windows {
		return m.deps.Buffers().FromBytes([]byte(weburl.PercentDecode(f.pathname)))
	}
	path := weburl.PercentDecode(strings.ReplaceAll(f.pathname, "/", `\`))
	return m.deps.Buffers().FromBytes([]byte(m.windowsPath(f, path)))
}

// windowsPath adds the server, or removes the slash before the drive.
func (m *Module) windowsPath(f fileURL, path string) string {
	if f.hostname != "" {
		return `\\` + weburl.DomainToUnicode(f.hostname) + path
	}
	if len(path) < 3 || path[1]|0x20 < 'a' || path[1]|0x20 > 'z' || path[2] != ':' {
		panic(m.pathError(f, "must be absolute"))
	}
	return path[1:]
}

// decodeURIComponent is the function of the language.
func (m *Module) decodeURIComponent(s string) string {
	text, ok := weburl.DecodeURIComponent(s)
	if !ok {
		panic(nodeerr.Plain(m.vm, "URIError", "URI malformed"))
	}
	return text
}

// escapedInPath are the characters of a path that a file URL encodes, besides
// those that are no printable ASCII.
const escapedInPath = " \"#%<>?[]^`{|}~"

// pathToFileURL is url.pathToFileURL(path[, options]).
func (m *Module) pathToFileURL(c goja.FunctionCall) goja.Value {
	if !goja.IsString(c.Argument(0)) {
		panic(m.argType("path", c.Argument(0), "string"))
	}
	path, windows := m.text(c.Argument(0)), m.onWindows(c.Argument(1))
	resolved := path
	if !windows || !strings.HasPrefix(path, `\\`) {
		resolved = wtf8.Repair(m.deps.Resolve(windows, c.Argument(0)))
	}
	if windows && strings.HasPrefix(resolved, `\\`) {
		return m.serverURL(resolved)
	}
	if path != "" {
		last := path[len(path)-1]
		if (last == '/' || windows && last == '\\') && !strings.HasSuffix(resolved, m.separator()) {
			resolved += "/"
		}
	}
	return m.newURL(m.fileURLOf(resolved, windows))
}

// separator is path.sep, which on Node counts here whatever options.windows says.
func (m *Module) separator() string {
	if m.deps.Platform == "win32" {
		return `\`
	}
	return "/"
}

// fileURLOf makes the URL of an absolute path.
func (m *Module) fileURLOf(path string, windows bool) *weburl.URL {
	var b strings.Builder
	b.WriteString("file://")
	if windows && !strings.HasPrefix(path, `\`) {
		b.WriteByte('/') // before the drive
	}
	for i := range len(path) {
		c := path[i]
		if c <= ' ' || c > '~' || strings.IndexByte(escapedInPath, c) >= 0 || c == '\\' && !windows {
			const digits = "0123456789ABCDEF"
			b.Write([]byte{'%', digits[c>>4], digits[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
	u, err := weburl.Parse(b.String(), nil)
	if err != nil {
		panic(m.invalidURL(path))
	}
	return u
}

// serverURL makes the URL of a UNC path: \\server\share\resource, or one of
// its long forms \\?\UNC\server\share and \\?\C:\path.
func (m *Module) serverURL(path string) goja.Value {
	if rest, ok := strings.CutPrefix(path, `\\?\UNC\`); ok {
		path = `\\` + rest
	} else if rest, ok := strings.CutPrefix(path, `\\?\`); ok {
		return m.newURL(m.fileURLOf(rest, true))
	}
	server, resource, found := strings.Cut(path[2:], `\`)
	switch {
	case !found:
		panic(nodeerr.ArgValue(m.vm, "path", m.deps.Inspect(m.vm.ToValue(path), nil), "Missing UNC resource path"))
	case server == "":
		panic(nodeerr.ArgValue(m.vm, "path", m.deps.Inspect(m.vm.ToValue(path), nil), "Empty UNC servername"))
	}
	resource = `\` + resource
	u := m.fileURLOf(resource, true)
	if !u.SetHostname(server) {
		panic(m.invalidURL(resource, server))
	}
	return m.newURL(u)
}
