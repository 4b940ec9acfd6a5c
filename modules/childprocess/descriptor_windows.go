package childprocess

import "os"

// shutdownWrite has nothing to do: there are no pipes to children.
func shutdownWrite(*os.File) error { return nil }

// protect has nothing to do: no descriptor is inherited.
func protect(int) {}
