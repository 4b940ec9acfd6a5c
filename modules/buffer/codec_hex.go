package buffer

const (
	hexDigits  = "0123456789abcdef"
	noHexDigit = 0xFF
)

// hexValues maps a byte to the value of the hexadecimal digit it is.
var hexValues = newHexValues()

func newHexValues() (table [256]byte) {
	for i := range table {
		table[i] = noHexDigit
	}
	for i := range byte(10) {
		table['0'+i] = i
	}
	for i := range byte(6) {
		table['a'+i] = 10 + i
		table['A'+i] = 10 + i
	}
	return table
}

func encodeHex(b []byte) []byte {
	out := make([]byte, 2*len(b))
	for i, c := range b {
		out[2*i] = hexDigits[c>>4]
		out[2*i+1] = hexDigits[c&15]
	}
	return out
}

// decodeHex writes bytes for pairs of digits up to the first pair that is
// not one, as Node does, and never more than fit.
func decodeHex(dst []byte, s string) int {
	n := min(len(dst), len(s)/2)
	for i := range n {
		high, low := hexValues[s[2*i]], hexValues[s[2*i+1]]
		if high|low > 15 {
			return i
		}
		dst[i] = high<<4 | low
	}
	return n
}
