package runtime

import (
	"os"
	"strings"

	"github.com/gonode/gonode/modules/process"
)

// hostEnvironment is the program's own environment.
type hostEnvironment struct{}

var _ process.Environment = hostEnvironment{}

func (hostEnvironment) Get(key string) (string, bool) { return os.LookupEnv(key) }

// Set ignores what the system refuses, names with a zero byte or "=", as Node
// does.
func (hostEnvironment) Set(key, value string) { _ = os.Setenv(key, value) }

func (hostEnvironment) Unset(key string) { _ = os.Unsetenv(key) }

func (hostEnvironment) Keys() []string {
	entries := os.Environ()
	keys := make([]string, 0, len(entries))
	for _, entry := range entries {
		if i := strings.IndexByte(entry[1:], '='); i >= 0 {
			keys = append(keys, entry[:i+1])
		}
	}
	return keys
}
