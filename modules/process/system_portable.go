//go:build !linux

package process

import "runtime/metrics"

// residentSize is what the Go runtime has from the system: there is no cheap
// way to ask how much of it is in RAM.
func residentSize() int64 {
	samples := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(samples)
	return int64(samples[0].Value.Uint64() - samples[1].Value.Uint64())
}

// constrainedMemory is 0, Node's word for unknown.
func constrainedMemory() float64 { return 0 }

// availableMemory is 0, Node's word for unknown.
func availableMemory() float64 { return 0 }
