package esm

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
)

// LinkError is a name that a module imports and the other one has not. The
// loader makes Node's exception of it.
type LinkError struct {
	Module    *Module // that imports
	Request   int
	Name      string
	Offset    int
	Ambiguous bool // two `export *` of it have the name
}

func (e *LinkError) Error() string {
	return "The requested module '" + e.Module.Source.Requests[e.Request].Specifier +
		"' does not provide an export named '" + e.Name + "'"
}

// exportedNames is GetExportedNames.
func (m *Module) exportedNames(seen map[*Module]bool) []string {
	if m.Source == nil {
		return m.names
	}
	if seen[m] {
		return nil
	}
	seen[m] = true
	var names []string
	have := map[string]bool{}
	for _, e := range m.Source.Exports {
		if e.Name != "" {
			names = append(names, e.Name)
			have[e.Name] = true
		}
	}
	for _, e := range m.Source.Exports {
		if e.Name != "" {
			continue
		}
		for _, name := range m.Requested[e.Request].exportedNames(seen) {
			if name != Default && !have[name] {
				names = append(names, name)
				have[name] = true
			}
		}
	}
	return names
}

// resolved is one step of ResolveExport.
type resolved struct {
	module *Module
	name   string
}

// resolveExport is ResolveExport. Without a binding, ok tells a name that is
// missing from one that is ambiguous.
func (m *Module) resolveExport(name string, seen map[resolved]bool) (b *binding, ok bool) {
	if seen == nil {
		seen = map[resolved]bool{}
	}
	if seen[resolved{m, name}] {
		return nil, true
	}
	seen[resolved{m, name}] = true
	if _, local := m.exports[name]; local {
		return &binding{m, name}, true
	}
	if m.Source == nil {
		return nil, true
	}
	for _, e := range m.Source.Exports {
		if e.Name != name || e.Name == "" {
			continue
		}
		if e.Import == Namespace {
			return &binding{m.Requested[e.Request], ""}, true
		}
		return m.Requested[e.Request].resolveExport(e.Import, seen)
	}
	if name == Default {
		return nil, true
	}
	return m.resolveStar(name, seen)
}

func (m *Module) resolveStar(name string, seen map[resolved]bool) (found *binding, ok bool) {
	for _, e := range m.Source.Exports {
		if e.Name != "" {
			continue
		}
		b, ok := m.Requested[e.Request].resolveExport(name, seen)
		switch {
		case !ok:
			return nil, false
		case b == nil:
		case found == nil:
			found = b
		case *found != *b:
			return nil, false
		}
	}
	return found, true
}

// search is a depth-first search over modules.
type search struct {
	stack []*Module
	next  int
}

func (s *search) enter(m *Module) {
	m.index, m.ancestor = s.next, s.next
	s.next++
	s.stack = append(s.stack, m)
}

// leave takes the modules of a cycle off the stack whose first one is m.
func (s *search) leave(m *Module) []*Module {
	for i := len(s.stack) - 1; ; i-- {
		if s.stack[i] == m {
			cycle := append([]*Module(nil), s.stack[i:]...)
			s.stack = s.stack[:i]
			return cycle
		}
	}
}

// Link is the Link method of the specification. It raises a *LinkError or a
// JavaScript exception as a panic.
func (m *Module) Link() {
	s := &search{}
	defer func() {
		for _, open := range s.stack {
			open.status = unlinked
		}
	}()
	m.innerLink(s)
}

func (m *Module) innerLink(s *search) {
	if m.Source == nil || m.status != unlinked {
		if m.status == unlinked {
			m.status = linked
		}
		return
	}
	m.status = linking
	s.enter(m)
	for _, other := range m.Requested {
		other.innerLink(s)
		if other.status == linking {
			m.ancestor = min(m.ancestor, other.ancestor)
		}
		m.cyclic = m.cyclic || other == m
	}
	m.bind()
	if m.ancestor != m.index {
		return
	}
	cycle := s.leave(m)
	for i, part := range cycle {
		part.cyclic = part.cyclic || len(cycle) > 1
		if err := part.try(part.instantiate); err != nil {
			s.stack = append(s.stack, cycle[i:]...)
			panic(err)
		}
		part.status = linked
	}
}

// try returns what fn panics with, unless that is no exception.
func (m *Module) try(fn func()) any {
	if ex := m.k.e.Try(fn); ex != nil {
		return ex
	}
	return nil
}

// bind finds what the module imports and passes on.
func (m *Module) bind() {
	for _, e := range m.Source.Exports {
		if e.Request >= 0 && e.Name != "" && e.Import != Namespace {
			if b, ok := m.resolveExport(e.Name, nil); b == nil {
				panic(&LinkError{m, e.Request, e.Import, e.Offset, !ok})
			}
		}
	}
	m.targets = make([]*binding, len(m.Source.Imports))
	for i, im := range m.Source.Imports {
		other := m.Requested[im.Request]
		if im.Name == Namespace {
			m.targets[i] = &binding{other, ""}
			continue
		}
		b, ok := other.resolveExport(im.Name, nil)
		if b == nil {
			panic(&LinkError{m, im.Request, im.Name, im.Offset, !ok})
		}
		m.targets[i] = b
	}
}

// instantiate is the second half of InitializeEnvironment: it makes functions
// and the getters of exports.
func (m *Module) instantiate() {
	m.modes = m.readModes()
	prg, err := m.Source.program(m.modes)
	if err != nil {
		panic(m.k.host.CompileError(m, err))
	}
	wrapper, err := m.k.vm.RunProgram(prg)
	if err != nil {
		panic(err)
	}
	parts := m.k.e.Call(callable(wrapper), goja.Undefined(), m.environment()...).(*goja.Object)
	m.setLive = callable(parts.Get("1"))
	m.setters = make([]engine.Func, len(m.Source.Imports))
	for i := range m.setters {
		m.setters[i] = callable(parts.Get(itoa(setters + i)))
	}
	m.body = m.k.e.Call(callable(parts.Get("0")), goja.Undefined()).(*goja.Object)
	m.resume, m.throw = callable(m.body.Get("next")), callable(m.body.Get("throw"))
	m.publish(m.k.e.Call(m.resume, m.body).(*goja.Object).Get("value").(*goja.Object))
	m.prepareImports()
}

// environment is what the wrapper takes.
func (m *Module) environment() []goja.Value {
	dynamic, meta := goja.Undefined(), goja.Undefined()
	if m.Source.Dynamic {
		dynamic = m.k.vm.ToValue(func(c goja.FunctionCall) goja.Value {
			return m.k.host.Import(m, c.Argument(0), c.Argument(1))
		})
	}
	if m.Source.Meta {
		meta = m.k.host.Meta(m)
	}
	if m.k.missing == nil {
		m.k.missing = m.k.vm.ToValue(func(goja.FunctionCall) goja.Value {
			panic(m.k.referenceError("arguments is not defined"))
		})
	}
	return []goja.Value{dynamic, meta, m.k.missing}
}

// publish takes the getters of the exports.
func (m *Module) publish(list *goja.Object) {
	getters := make([]engine.Func, len(m.exports))
	for i := range getters {
		getters[i] = callable(list.Get(itoa(i)))
	}
	m.getters = getters
	if at := m.Source.unnamed; at >= 0 {
		fn := m.k.e.Call(getters[m.exports[m.Source.Exports[at].Name]], goja.Undefined()).(*goja.Object)
		err := fn.DefineDataProperty("name", m.k.vm.ToValue(Default), goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE)
		if err != nil {
			panic(err)
		}
	}
}

// readModes says how each import is read.
func (m *Module) readModes() string {
	modes := make([]byte, len(m.targets))
	for i, b := range m.targets {
		switch {
		case b.name == "":
			modes[i] = byValue
		case b.mutable():
			modes[i] = byGetter
		case m.cyclic:
			modes[i] = byReady
		default:
			modes[i] = byValue
		}
	}
	return string(modes)
}

// prepareImports sets what can be read before the body runs.
func (m *Module) prepareImports() {
	var getters []any
	for i, b := range m.targets {
		if b.name == "" {
			m.k.e.Call(m.setters[i], goja.Undefined(), b.module.Namespace())
		}
		if m.modes[i] != byValue {
			getters = append(getters, make([]any, i+1-len(getters))...)
			local := m.Source.Imports[i].Local
			getters[i] = m.k.vm.ToValue(func(goja.FunctionCall) goja.Value { return b.value(local) })
		}
	}
	if getters != nil {
		m.k.e.Call(m.setLive, goja.Undefined(), m.k.vm.NewArray(getters...), m.k.vm.ToValue(false))
		m.live = m.k.vm.NewArray(getters...)
	}
}

// fillImports gives the imports that are variables their values. The modules
// that they come from have been evaluated.
func (m *Module) fillImports(mode byte) {
	for i, b := range m.targets {
		if m.modes[i] != mode || b.name == "" {
			continue
		}
		set := m.setters[i]
		m.k.e.Call(set, goja.Undefined(), b.value(m.Source.Imports[i].Local))
		if b.module.Source == nil {
			b.module.watch(b.name, func(v goja.Value) { m.k.e.Call(set, goja.Undefined(), v) })
		}
	}
}
