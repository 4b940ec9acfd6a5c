package stdio

import "os"

// fileSource reads a file; a read of the console cannot be interrupted.
func fileSource(f *os.File) source { return plainSource{f} }
