package os

import (
	goruntime "runtime"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

func (m *Module) homedir(goja.FunctionCall) goja.Value {
	name := "HOME"
	if goruntime.GOOS == "windows" {
		name = "USERPROFILE"
	}
	if dir, ok := m.deps.Getenv(name); ok {
		return m.vm.ToValue(dir)
	}
	u, err := m.deps.System.User()
	m.check(err, "uv_os_homedir")
	return m.vm.ToValue(u.HomeDir)
}

func (m *Module) tmpdir(goja.FunctionCall) goja.Value {
	if goruntime.GOOS == "windows" {
		return m.vm.ToValue(m.windowsTmpdir())
	}
	dir := "/tmp"
	for _, name := range []string{"TMPDIR", "TMP", "TEMP"} {
		if v, _ := m.deps.Getenv(name); v != "" {
			dir = v
			break
		}
	}
	if len(dir) > 1 {
		dir = strings.TrimSuffix(dir, "/")
	}
	return m.vm.ToValue(dir)
}

func (m *Module) windowsTmpdir() string {
	for _, name := range []string{"TEMP", "TMP"} {
		if v, _ := m.deps.Getenv(name); v != "" {
			return trimBackslash(v)
		}
	}
	root, _ := m.deps.Getenv("SystemRoot")
	if root == "" {
		root, _ = m.deps.Getenv("windir")
	}
	return trimBackslash(root + `\temp`)
}

// trimBackslash keeps the one of a drive's root.
func trimBackslash(dir string) string {
	if len(dir) > 1 && !strings.HasSuffix(dir, `:\`) {
		return strings.TrimSuffix(dir, `\`)
	}
	return dir
}

func (m *Module) userInfo(c goja.FunctionCall) goja.Value {
	text := func(s string) goja.Value { return m.vm.ToValue(s) }
	if options, ok := c.Argument(0).(*goja.Object); ok {
		if v := options.Get("encoding"); v != nil && v.String() == "buffer" {
			text = m.deps.Buffer
		}
	}
	u, err := m.deps.System.User()
	m.check(err, "uv_os_get_passwd")
	obj := m.vm.CreateObject(nil)
	binding.Value(obj, "uid", m.vm.ToValue(u.UID))
	binding.Value(obj, "gid", m.vm.ToValue(u.GID))
	binding.Value(obj, "username", text(u.Name))
	binding.Value(obj, "homedir", text(u.HomeDir))
	shell := goja.Null()
	if u.Shell != "" {
		shell = text(u.Shell)
	}
	binding.Value(obj, "shell", shell)
	return obj
}
