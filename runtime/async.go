package runtime

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/asynchooks"
	"github.com/gonode/gonode/modules/domain"
)

func (rt *Runtime) asyncHooks() *asynchooks.Module {
	if rt.asyncModule == nil {
		rt.asyncModule = asynchooks.New(rt.e, asynchooks.Deps{
			Fatal: func(ex *goja.Exception) { rt.process().FatalHook(ex) },
			Warn:  func(text, code string) { rt.process().WarnCode(text, "DeprecationWarning", code) },
		})
	}
	return rt.asyncModule
}

func (rt *Runtime) domains() *domain.Module {
	if rt.domainModule == nil {
		rt.domainModule = domain.New(rt.e, domain.Deps{
			Process:   rt.process(),
			Emitter:   rt.events().Constructor(),
			OnEmitter: rt.events().OnInit,
			Watch:     rt.asyncHooks().Watch,
			Describe:  rt.inspect,
		})
	}
	return rt.domainModule
}
