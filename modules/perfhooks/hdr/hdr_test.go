package hdr

import (
	"math"
	"testing"
)

func mustNew(t *testing.T, lowest, highest int64, figures int) *Histogram {
	t.Helper()
	h, err := New(lowest, highest, figures)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// The numbers are those of Node 24.
func TestStatistics(t *testing.T) {
	h := mustNew(t, 1, 1<<53-1, 3)
	for i := int64(1); i <= 1000; i++ {
		h.Record(i * i)
	}
	for name, c := range map[string]struct{ got, want float64 }{
		"mean":     {h.Mean(), 333850.623},
		"stddev":   {h.StdDev(), 298429.0084118715},
		"skewness": {h.Skewness(), 0.6382672100224551},
		"kurtosis": {h.Kurtosis(), -0.8578812138033767},
	} {
		if math.Abs(c.got-c.want) > 1e-9*math.Abs(c.want) {
			t.Errorf("%s: %v, want %v", name, c.got, c.want)
		}
	}
}

func TestRange(t *testing.T) {
	h := mustNew(t, 1, 11, 1)
	for value, want := range map[int64]bool{1: true, 11: true, 12: false, -1: false} {
		if got := h.Record(value); got != want {
			t.Errorf("Record(%d): %t", value, got)
		}
	}
	if _, err := New(5, 9, 3); err == nil {
		t.Error("New takes a highest value below twice the lowest")
	}
}

// FuzzBuckets checks that each bucket holds the values that it says.
func FuzzBuckets(f *testing.F) {
	f.Add(int64(1), int64(1), 3)
	f.Add(int64(1000), int64(1)<<40, 5)
	f.Fuzz(func(t *testing.T, lowest, value int64, figures int) {
		h, err := New(lowest, math.MaxInt64/4, figures)
		if err != nil || value < 0 || value > 1<<40 {
			t.Skip("out of range")
		}
		i := h.index(value)
		if least := h.value(i); h.least(value) != least || value < least || value > h.greatest(value) {
			t.Fatalf("value %d: bucket %d from %d, least %d, greatest %d", value, i, least, h.least(value), h.greatest(value))
		}
		if h.index(h.greatest(value)) != i || h.index(h.greatest(value)+1) == i {
			t.Fatalf("value %d: the bucket ends elsewhere", value)
		}
	})
}
