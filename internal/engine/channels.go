package engine

import "github.com/dop251/goja"

// Channels is who listens to what built-in modules announce about themselves
// (Node's diagnostics_channel).
type Channels interface {
	// Listens reports whether anybody listens to the channel of that name.
	Listens(name string) bool
	// Publish sends a message to it.
	Publish(name string, message goja.Value)
	// Trace runs a function and announces its start, its end and its
	// exception on the channels of that name; they share one message.
	Trace(name string, message *goja.Object, run func() goja.Value) goja.Value
}

// SetChannels names who listens. Until then announcements cost a comparison.
func (e *Engine) SetChannels(c Channels) { e.channels = c }

// Announce publishes a message on a channel. message makes it, and is called
// only when somebody listens.
func (e *Engine) Announce(name string, message func() goja.Value) {
	if e.channels != nil && e.channels.Listens(name) {
		e.channels.Publish(name, message())
	}
}

// traceEvents are the channels of a traced function.
var traceEvents = [...]string{"start", "end", "error"}

// Traced runs a function as Channels.Trace does, when somebody listens.
func (e *Engine) Traced(name string, message func() *goja.Object, run func() goja.Value) goja.Value {
	if e.channels == nil {
		return run()
	}
	for _, event := range traceEvents {
		if e.channels.Listens("tracing:" + name + ":" + event) {
			return e.channels.Trace(name, message(), run)
		}
	}
	return run()
}
