//go:build noesbuild

package lower

// Lower fails: this build has no esbuild.
func Lower(string, Options) (*Result, error) { return nil, ErrUnavailable }
