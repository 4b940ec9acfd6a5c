//go:build !linux

package fs

// eachBuffer does with one call for each buffer what systems with vectored
// I/O do at once. It stops at the first call that does less than asked.
func eachBuffer(bufs [][]byte, pos int64, do func(b []byte, at int64) (int, error)) (int, error) {
	total := 0
	for _, b := range bufs {
		if len(b) == 0 {
			continue
		}
		at := pos
		if pos >= 0 {
			at += int64(total)
		}
		n, err := do(b, at)
		total += max(n, 0)
		if err != nil && total > 0 {
			return total, nil // the next call meets the error again
		}
		if err != nil || n < len(b) {
			return total, err
		}
	}
	return total, nil
}
