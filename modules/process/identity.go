package process

import (
	"os"
	"runtime"
	"runtime/debug"
	"strconv"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// NodeVersion is the Node release whose API gonode follows. Packages read it
// to decide which features they may use.
const NodeVersion = "24.21.0"

// nodeModules is NODE_MODULE_VERSION of that release, by which packages pick
// prebuilt native add-ons.
const nodeModules = "137"

const gojaModule = "github.com/dop251/goja"

func (m *Module) installIdentity() {
	m.constant("version", "v"+NodeVersion)
	m.constant("versions", m.versions())
	m.constant("arch", Arch())
	m.constant("platform", Platform())
	m.constant("release", m.release())
	must(m.obj.DefineDataProperty("features", m.features(), goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_TRUE))
	m.constant("config", m.config())
	m.constant("pid", os.Getpid())
	m.value("ppid", os.Getppid())
	m.value("argv", m.strings(m.cfg.Args))
	m.value("execArgv", m.strings(m.cfg.ExecArgv))
	m.value("execPath", m.cfg.ExecPath)
	must(m.obj.DefineDataProperty("argv0", m.vm.ToValue(m.cfg.Argv0), goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_TRUE))
	binding.Accessors(m.vm, m.obj, true, binding.Accessor{
		Name: "title",
		Get:  func(goja.Value) goja.Value { return m.vm.ToValue(m.title) },
		Set:  func(_, v goja.Value) { m.title = v.String() },
	})
}

// readOnly makes an object whose properties cannot be assigned to, from
// alternating names and values.
func (m *Module) readOnly(pairs ...any) *goja.Object {
	obj := m.vm.NewObject()
	for i := 0; i < len(pairs); i += 2 {
		must(obj.DefineDataProperty(pairs[i].(string), m.vm.ToValue(pairs[i+1]),
			goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_TRUE))
	}
	return obj
}

func (m *Module) versions() *goja.Object {
	return m.readOnly(
		"node", NodeVersion,
		"gonode", m.cfg.Version,
		"goja", moduleVersion(gojaModule),
		"go", runtime.Version()[len("go"):],
		"modules", nodeModules,
	)
}

// moduleVersion is the version of a Go module that this binary was built with.
func moduleVersion(path string) string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	for _, dep := range info.Deps {
		if dep.Path == path {
			return dep.Version
		}
	}
	return "unknown"
}

func (m *Module) release() *goja.Object {
	obj := m.vm.NewObject()
	binding.Value(obj, "name", m.vm.ToValue("node"))
	binding.Value(obj, "lts", m.vm.ToValue("Krypton"))
	return obj
}

// features says what this build can do, under Node's names.
func (m *Module) features() *goja.Object {
	obj := m.readOnly(
		"inspector", false, "debug", false, "uv", false, "ipv6", true,
		"tls_alpn", false, "tls_sni", false, "tls_ocsp", false, "tls", false,
		"openssl_is_boringssl", false,
	)
	for _, name := range []string{"cached_builtins", "require_module", "quic", "typescript"} {
		binding.Accessors(m.vm, obj, true, binding.Accessor{Name: name, Get: func(goja.Value) goja.Value {
			return m.vm.ToValue(name == "require_module")
		}})
	}
	return obj
}

// config has the shape that build tools expect; nothing was configured.
func (m *Module) config() *goja.Object {
	list := func() *goja.Object { return m.vm.NewArray() }
	target := m.readOnly("cflags", list(), "default_configuration", "Release", "defines", list(),
		"include_dirs", list(), "libraries", list())
	version, err := strconv.Atoi(nodeModules)
	must(err)
	variables := m.readOnly("node_module_version", version, "host_arch", Arch(), "target_arch", Arch(), "napi_build_version", "0",
		"node_shared", false, "v8_enable_i18n_support", 0)
	return m.readOnly("target_defaults", target, "variables", variables)
}

// Arch is process.arch.
func Arch() string {
	switch runtime.GOARCH {
	case "amd64":
		return "x64"
	case "386":
		return "ia32"
	case "mipsle":
		return "mipsel"
	case "ppc64le":
		return "ppc64"
	}
	return runtime.GOARCH
}

// Platform is process.platform.
func Platform() string {
	switch runtime.GOOS {
	case "windows":
		return "win32"
	case "solaris", "illumos":
		return "sunos"
	}
	return runtime.GOOS
}
