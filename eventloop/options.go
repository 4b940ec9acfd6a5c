package eventloop

// An Option changes what New makes.
type Option func(*config)

type config struct {
	hook  Hook
	clock Clock
	wait  WaitMode
}

// WithHook sets what runs the callbacks. The default calls them and nothing
// else.
func WithHook(h Hook) Option { return func(c *config) { c.hook = h } }

// WithClock sets the clock that timers go by. The default, also for nil, is
// the system's monotonic clock.
func WithClock(clock Clock) Option { return func(c *config) { c.clock = clock } }

// WithWaitMode sets how the loop waits. The default is WaitNetpoll.
func WithWaitMode(m WaitMode) Option { return func(c *config) { c.wait = m } }
