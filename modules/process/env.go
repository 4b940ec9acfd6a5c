package process

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/nodeerr"
)

// Environment holds the variables behind process.env. Keys come in the order
// in which process.env enumerates them.
type Environment interface {
	Get(key string) (string, bool)
	Set(key, value string)
	Unset(key string)
	Keys() []string
}

// loadEnvFile is process.loadEnvFile. Variables that are there already stay.
func (m *Module) loadEnvFile(c goja.FunctionCall) goja.Value {
	path := c.Argument(0)
	switch {
	case goja.IsUndefined(path), goja.IsNull(path):
		path = m.vm.ToValue(".env")
	case goja.IsNumber(path): // to fs it would be a descriptor
		panic(nodeerr.ArgType(m.vm, "path", path, "string", "Buffer", "URL"))
	}
	m.deps.ReadEnv(path, func(name, value string) {
		if _, ok := m.cfg.Env.Get(name); !ok {
			m.cfg.Env.Set(name, value)
		}
	})
	return nil
}

// MapEnvironment is an Environment of its own, apart from the program's.
type MapEnvironment struct {
	keys   []string
	values map[string]string
}

var _ Environment = (*MapEnvironment)(nil)

// NewMapEnvironment makes an Environment from "key=value" entries.
func NewMapEnvironment(entries []string) *MapEnvironment {
	env := &MapEnvironment{values: make(map[string]string, len(entries))}
	for _, entry := range entries {
		if key, value, ok := cutEntry(entry); ok {
			env.Set(key, value)
		}
	}
	return env
}

// Get returns a variable.
func (m *MapEnvironment) Get(key string) (string, bool) {
	v, ok := m.values[key]
	return v, ok
}

// Set adds or replaces a variable.
func (m *MapEnvironment) Set(key, value string) {
	if _, ok := m.values[key]; !ok {
		m.keys = append(m.keys, key)
	}
	m.values[key] = value
}

// Unset removes a variable.
func (m *MapEnvironment) Unset(key string) {
	if _, ok := m.values[key]; !ok {
		return
	}
	delete(m.values, key)
	for i, k := range m.keys {
		if k == key {
			m.keys = append(m.keys[:i:i], m.keys[i+1:]...)
			return
		}
	}
}

// Keys lists the variables in the order of their first assignment.
func (m *MapEnvironment) Keys() []string { return append([]string(nil), m.keys...) }

// cutEntry splits "key=value"; a leading "=" belongs to the key, as Windows
// has it.
func cutEntry(entry string) (key, value string, ok bool) {
	for i := 1; i < len(entry); i++ {
		if entry[i] == '=' {
			return entry[:i], entry[i+1:], true
		}
	}
	return "", "", false
}
