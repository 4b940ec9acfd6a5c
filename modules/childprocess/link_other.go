//go:build !linux

package childprocess

import (
	"errors"

	"github.com/gonode/gonode/eventloop"
)

// linkBuffers are for links that there are only on Linux.
type linkBuffers struct{}

// openRawLink is for loops that poll sockets, which there are only on Linux.
func (m *Module) openRawLink(int, eventloop.Poller) (link, error) { return nil, errors.ErrUnsupported }
