package hdr

import "math"

// Mean is the average; NaN without values.
func (h *Histogram) Mean() float64 {
	sum := 0.0
	h.each(func(value, count int64) { sum += float64(h.middle(value) * count) })
	return sum / float64(h.total)
}

// StdDev is the standard deviation; NaN without values.
func (h *Histogram) StdDev() float64 { return math.Sqrt(h.moment(2)) }

// Skewness is how far the values lean to one side; 0 when they are all alike.
func (h *Histogram) Skewness() float64 {
	variance := h.moment(2)
	if h.total == 0 || variance == 0 {
		return 0
	}
	return h.moment(3) / (variance * math.Sqrt(variance))
}

// Kurtosis is how heavy the tails are, compared with a normal distribution.
func (h *Histogram) Kurtosis() float64 {
	variance := h.moment(2)
	if h.total == 0 || variance == 0 {
		return 0
	}
	return h.moment(4)/(variance*variance) - 3
}

// moment is the average of a power of the distances from the mean.
func (h *Histogram) moment(power int) float64 {
	mean, sum := h.Mean(), 0.0
	h.each(func(value, count int64) {
		distance, term := float64(h.middle(value))-mean, float64(count)
		for range power {
			term *= distance
		}
		sum += term
	})
	return sum / float64(h.total)
}

// Percentile is the value that so many percent of the values do not exceed.
func (h *Histogram) Percentile(percentile float64) int64 {
	wanted := max(int64(min(percentile, 100)/100*float64(h.total)+0.5), 1)
	seen := int64(0)
	for i, count := range h.counts {
		if seen += count; seen >= wanted {
			return h.greatest(h.value(i))
		}
	}
	return h.greatest(0)
}

// UpTo is the share of values that do not exceed the bucket of value.
func (h *Histogram) UpTo(value int64) float64 {
	if h.total == 0 || value < 0 {
		return 0
	}
	seen, last := int64(0), h.index(value)
	for i, count := range h.counts {
		if i > last {
			break
		}
		seen += count
	}
	return float64(seen) / float64(h.total)
}

// Percentiles calls fn for percentiles that lie closer together towards 100:
// each distance to it is half the one before.
func (h *Histogram) Percentiles(fn func(percentile float64, value int64)) {
	next, seen, last := 0.0, int64(0), int64(0)
	h.each(func(value, count int64) {
		seen += count
		last = value
		current := 100 * float64(seen) / float64(h.total)
		for next <= current && next < 100 {
			fn(next, value)
			next += 100 / halfDistance(next)
			if seen == h.total {
				return // the rest is the same value
			}
		}
	})
	fn(100, last)
}

// halfDistance is the number of steps into which the distance to 100 would
// have to be divided.
func halfDistance(percentile float64) float64 {
	halvings := math.Floor(math.Log(100/(100-percentile))/math.Log(2)) + 1
	return math.Pow(2, halvings)
}
