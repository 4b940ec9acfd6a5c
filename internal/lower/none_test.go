//go:build noesbuild

package lower

import (
	"errors"
	"testing"
)

func TestUnavailable(t *testing.T) {
	if _, err := Lower("1", Options{}); !errors.Is(err, ErrUnavailable) {
		t.Errorf("error %v", err)
	}
}
