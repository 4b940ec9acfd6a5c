package runtime

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/perfhooks"
	"github.com/gonode/gonode/modules/structuredclone"
	"github.com/gonode/gonode/modules/vm"
	"github.com/gonode/gonode/netmodule"
)

func (rt *Runtime) vm() *vm.Module {
	if rt.vmModule == nil {
		rt.vmModule = vm.New(rt.e, vm.Deps{
			AddSource: rt.loader().AddSource,
			Inspect:   func(v goja.Value) string { return rt.inspect(v, reportDepth) },
		})
	}
	return rt.vmModule
}

func (rt *Runtime) performance() *perfhooks.Module {
	if rt.perfModule == nil {
		rt.perfModule = perfhooks.New(rt.e, perfhooks.Deps{
			Start:        rt.start,
			Now:          rt.cfg.now,
			Milestones:   func() perfhooks.Milestones { return rt.milestones },
			Idle:         rt.loop.IdleTime,
			EventTarget:  func() perfhooks.EventTarget { return rt.eventTarget() },
			Clone:        rt.structuredClone,
			SetImmediate: func() goja.Value { return rt.timers().Function("setImmediate") },
			Inspect:      func(v goja.Value) string { return rt.inspect(v, reportDepth) },
		})
	}
	return rt.perfModule
}

// timeline is where modules report performance entries to, once a script can
// have made an observer.
func (rt *Runtime) timeline() netmodule.Timeline {
	if rt.perfModule == nil {
		return nil
	}
	return rt.perfModule
}

// structuredClone makes the function of that name.
func (rt *Runtime) structuredClone() goja.Value {
	return structuredclone.New(rt.e, structuredclone.Deps{
		DOMException: func() *goja.Object { return rt.eventTarget().Get("DOMException") },
		Clone:        rt.cloneOwn,
	})
}

// cloneOwn clones an object of a module that has been loaded.
func (rt *Runtime) cloneOwn(obj *goja.Object) (goja.Value, bool) {
	if rt.cryptoModule != nil {
		if clone, ok := rt.cryptoModule.Clone(obj); ok {
			return clone, true
		}
	}
	if rt.netModule == nil {
		return nil, false
	}
	return rt.netModule.Clone(obj)
}
