package tty

import (
	"strconv"
	"strings"
)

// Colour depths in bits.
const (
	ansiColors    = 4
	indexedColors = 8
	trueColors    = 24
)

// The builds of Windows 10 whose console learned more colours.
const (
	buildIndexed = 10586
	buildTrue    = 14931
)

// systemColors is the colour depth that the operating system alone decides, or
// 0: on Windows, the build says what its console can.
func systemColors(goos string, release func() string) int {
	if goos != "windows" {
		return 0
	}
	major, build := 0, 0
	if parts := strings.Split(release(), "."); len(parts) == 3 {
		major, _ = strconv.Atoi(parts[0])
		build, _ = strconv.Atoi(parts[2])
	}
	switch {
	case major < 10 || build < buildIndexed:
		return ansiColors
	case build < buildTrue:
		return indexedColors
	}
	return trueColors
}
