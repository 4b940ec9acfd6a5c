// Package hdr is a high dynamic range histogram: it counts integers over a wide
// range in buckets whose width keeps a number of significant decimal figures
// (Gil Tene, HdrHistogram). Results agree with those of Node's histograms,
// which the C implementation makes. perfhooks uses it.
//
// A Histogram belongs to one goroutine.
package hdr

import (
	"fmt"
	"math"
	"math/bits"
)

// Histogram counts values from Lowest to Highest.
type Histogram struct {
	lowest, highest int64
	figures         int

	unit     uint // log2 of the smallest bucket's width
	halfBits uint // log2 of half the number of buckets of one width
	mask     int64

	counts   []int64 // grows as far as values reach
	total    int64
	min, max int64
}

// New makes a histogram that tells values apart down to lowest (>= 1), up to
// highest (>= 2*lowest), with 1 to 5 significant figures.
func New(lowest, highest int64, figures int) (*Histogram, error) {
	if lowest < 1 || highest/2 < lowest || figures < 1 || figures > 5 {
		return nil, fmt.Errorf("hdr: bad range %d to %d with %d figures", lowest, highest, figures)
	}
	h := &Histogram{lowest: lowest, highest: highest, figures: figures}
	single := 2 * int64(math.Pow10(figures)) // up to here buckets are as wide as the unit
	h.unit = uint(bits.Len64(uint64(lowest)) - 1)
	h.halfBits = uint(bits.Len64(uint64(single-1))) - 1
	h.mask = (int64(2)<<h.halfBits - 1) << h.unit
	h.Reset()
	return h, nil
}

// Reset forgets all values.
func (h *Histogram) Reset() {
	h.counts = h.counts[:0]
	h.total, h.min, h.max = 0, math.MaxInt64, 0
}

// Record counts a value, and reports false for one out of range.
func (h *Histogram) Record(value int64) bool { return h.RecordN(value, 1) }

// RecordN counts a value n times.
func (h *Histogram) RecordN(value, n int64) bool {
	if value < 0 || value > h.highest {
		return false
	}
	i := h.index(value)
	if i >= len(h.counts) {
		h.counts = append(h.counts, make([]int64, i+1-len(h.counts))...)
	}
	h.counts[i] += n
	h.total += n
	if value != 0 {
		h.min = min(h.min, value)
	}
	h.max = max(h.max, value)
	return true
}

// RecordCorrected counts a value and those that a periodic measurement would
// have seen while it waited for it.
func (h *Histogram) RecordCorrected(value, interval int64) bool {
	if !h.Record(value) {
		return false
	}
	if interval <= 0 {
		return true
	}
	for missing := value - interval; missing >= interval; missing -= interval {
		if !h.Record(missing) {
			return false
		}
	}
	return true
}

// Add counts the values of another histogram, except those out of range.
func (h *Histogram) Add(other *Histogram) {
	other.each(func(value, count int64) { h.RecordN(value, count) })
}

// Subtract takes away the values of another histogram, as far as they are here.
func (h *Histogram) Subtract(other *Histogram) {
	other.each(func(value, count int64) {
		if i := h.index(value); i < len(h.counts) {
			taken := min(count, h.counts[i])
			h.counts[i] -= taken
			h.total -= taken
		}
	})
	h.min, h.max = math.MaxInt64, 0
	h.each(func(value, _ int64) {
		if value != 0 {
			h.min = min(h.min, value)
		}
		h.max = value
	})
}

// Count is the number of values.
func (h *Histogram) Count() int64 { return h.total }

// Min is the least value; without any, the greatest integer.
func (h *Histogram) Min() int64 {
	if h.CountAt(0) > 0 {
		return 0
	}
	if h.min == math.MaxInt64 {
		return h.min
	}
	return h.least(h.min)
}

// Max is the greatest value that cannot be told from the greatest counted;
// without any, 0.
func (h *Histogram) Max() int64 {
	if h.total == 0 {
		return 0
	}
	return h.greatest(h.max)
}

// CountAt is how many values were counted in the bucket of value.
func (h *Histogram) CountAt(value int64) int64 {
	if value < 0 {
		return 0
	}
	if i := h.index(value); i < len(h.counts) {
		return h.counts[i]
	}
	return 0
}

// each calls fn for each bucket that is not empty, upwards, with the least of
// its values.
func (h *Histogram) each(fn func(value, count int64)) {
	for i, count := range h.counts {
		if count != 0 {
			fn(h.value(i), count)
		}
	}
}

// index is the bucket of a value.
func (h *Histogram) index(value int64) int {
	scale := h.scale(value)
	sub := value >> (scale + h.unit)
	return int(scale)<<h.halfBits + int(sub)
}

// scale is how often the width of buckets has doubled at a value.
func (h *Histogram) scale(value int64) uint {
	return uint(bits.Len64(uint64(value|h.mask))) - h.unit - (h.halfBits + 1)
}

// value is the least value of a bucket.
func (h *Histogram) value(index int) int64 {
	scale := index>>h.halfBits - 1
	sub := index&(1<<h.halfBits-1) + 1<<h.halfBits
	if scale < 0 {
		return int64(sub-1<<h.halfBits) << h.unit
	}
	return int64(sub) << (uint(scale) + h.unit)
}

// least, greatest and middle are values that cannot be told from value.
func (h *Histogram) least(value int64) int64 {
	shift := h.scale(value) + h.unit
	return value >> shift << shift
}

func (h *Histogram) greatest(value int64) int64 { return h.least(value) + h.width(value) - 1 }

func (h *Histogram) middle(value int64) int64 { return h.least(value) + h.width(value)>>1 }

func (h *Histogram) width(value int64) int64 { return 1 << (h.scale(value) + h.unit) }
