package stdio

import "os"

// fileWriter writes to a file.
func fileWriter(f *os.File) func([]byte) (int, error) { return f.Write }
