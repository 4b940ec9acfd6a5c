//go:build !linux && !darwin && !freebsd

package nodeerr

// platformErrnos is empty: the common numbers are all there is.
var platformErrnos = [...]native{}
