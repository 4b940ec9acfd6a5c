package process

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

// domains is what the domain module has taken over, once a script loads it.
type domains struct {
	active func() *goja.Object // the active domain; nil without the module
	stack  string              // where the module was required
}

// TakeExceptions lets the domain module own the capture callback for uncaught
// exceptions. It reports false when the script has set one.
func (m *Module) TakeExceptions(stack string, active func() *goja.Object) bool {
	if m.capture != nil {
		return false
	}
	m.domains = domains{active: active, stack: stack}
	return true
}

// Capture sets the callback that gets uncaught exceptions, for the domain
// module; nil for none.
func (m *Module) Capture(fn *goja.Object) { m.capture = fn }

// refusal is the error of a script that sets the capture callback itself; it
// also tells where the domain module was required.
func (d *domains) refusal(vm *goja.Runtime) *goja.Object {
	err := nodeerr.New(vm, "ERR_DOMAIN_CANNOT_SET_UNCAUGHT_EXCEPTION_CAPTURE")
	stack := err.Get("stack").String() + "\n" + strings.Repeat("-", 40) + "\n" + d.stack
	binding.Hidden(err, "stack", vm.ToValue(stack))
	return err
}

// activeDomain is the domain that code runs in now, nil for none.
func (m *Module) activeDomain() *goja.Object {
	if m.domains.active == nil {
		return nil
	}
	return m.domains.active()
}
