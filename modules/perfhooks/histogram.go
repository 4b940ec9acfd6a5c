package perfhooks

import (
	"math"
	"math/big"
	"time"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/perfhooks/hdr"
)

// histogram is the native side of a Histogram object.
type histogram struct {
	binding.Native
	*hdr.Histogram
	exceeds    int64
	recordable bool
	last       time.Time // of recordDelta
}

// histogramSymbol is where an object keeps its histogram.
var histogramSymbol = goja.NewSymbol("histogram")

// histogramOf is the histogram of an object, or nil.
func histogramOf(v goja.Value) *histogram {
	obj, ok := v.(*goja.Object)
	if !ok {
		return nil
	}
	h, _ := obj.GetSymbol(histogramSymbol).(*histogram)
	return h
}

func isRecordable(v goja.Value) bool {
	h := histogramOf(v)
	return h != nil && h.recordable
}

// record counts a value, or that it was out of range.
func (h *histogram) record(value int64) {
	if !h.Record(value) {
		h.exceeds++
	}
}

// recordDelta counts the nanoseconds since its last call.
func (h *histogram) recordDelta(now time.Time) {
	if !h.last.IsZero() {
		h.record(int64(now.Sub(h.last)))
	}
	h.last = now
}

// histograms are the prototypes of the classes.
type histograms struct {
	base, recordable, delay *goja.Object
}

// histogramClasses makes the classes on first use.
func (m *Module) histogramClasses() *histograms {
	if m.histograms != nil {
		return m.histograms
	}
	class := func(name string, parent *goja.Object) *goja.Object {
		ctor := binding.Constructor(m.vm, name, 0, func(goja.ConstructorCall) *goja.Object {
			panic(nodeerr.New(m.vm, "ERR_ILLEGAL_CONSTRUCTOR"))
		})
		if parent != nil {
			binding.Inherit(ctor, parent)
		}
		return ctor
	}
	base := class("Histogram", nil)
	recordable, delay := class("RecordableHistogram", base), class("ELDHistogram", base)
	m.histograms = &histograms{binding.Prototype(base), binding.Prototype(recordable), binding.Prototype(delay)}
	m.defineHistogram(m.histograms.base)
	m.defineRecordable(m.histograms.recordable)
	m.defineDelay(m.histograms.delay)
	return m.histograms
}

// newHistogram makes an object of a class.
func (m *Module) newHistogram(proto *goja.Object, values *hdr.Histogram) (*goja.Object, *histogram) {
	h := &histogram{Native: binding.NewNative(), Histogram: values}
	obj := m.vm.CreateObject(proto)
	must(obj.DefineDataPropertySymbol(histogramSymbol, h, goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_FALSE))
	return obj, h
}

// createHistogram is createHistogram([options]).
func (m *Module) createHistogram(c goja.FunctionCall) goja.Value {
	options := m.options(c.Argument(0))
	lowest := m.bound(options, "lowest", 1, 1)
	highest := m.bound(options, "highest", maxSafeInteger, 2*lowest)
	figures := m.integer(options, "figures", 3, 1, 5)
	values, err := hdr.New(lowest, highest, int(figures))
	must(err)
	obj, h := m.newHistogram(m.histogramClasses().recordable, values)
	h.recordable = true
	return obj
}

// this finds the histogram that a method is called on.
func (m *Module) this(v goja.Value) *histogram {
	h := histogramOf(v)
	if h == nil {
		panic(m.invalidThis("Histogram"))
	}
	return h
}

// integers are the properties that come as numbers and as BigInts.
var integers = []struct {
	name string
	get  func(h *histogram) int64
}{
	{"count", func(h *histogram) int64 { return h.Count() }},
	{"min", func(h *histogram) int64 { return h.Min() }},
	{"max", func(h *histogram) int64 { return h.Max() }},
	{"exceeds", func(h *histogram) int64 { return h.exceeds }},
}

var floats = []struct {
	name string
	get  func(h *histogram) float64
}{
	{"mean", func(h *histogram) float64 { return h.Mean() }},
	{"stddev", func(h *histogram) float64 { return h.StdDev() }},
	{"skewness", func(h *histogram) float64 { return h.Skewness() }},
	{"kurtosis", func(h *histogram) float64 { return h.Kurtosis() }},
}

// unbuiltStatistics are methods of later releases.
var unbuiltStatistics = []string{
	"burnRate", "ksTest", "welchTest", "mannWhitneyTest", "cohensD", "cliffsD", "linearBuckets", "logBuckets",
	"percentileCI",
}

func (m *Module) number(n int64) goja.Value { return m.vm.ToValue(float64(n)) }

func (m *Module) bigInt(n int64) goja.Value { return m.vm.ToValue(big.NewInt(n)) }

// defineHistogram defines what all histograms have.
func (m *Module) defineHistogram(proto *goja.Object) {
	getter := func(name string, get func(h *histogram) goja.Value) {
		binding.Accessors(m.vm, proto, false, binding.Accessor{Name: name, Get: func(this goja.Value) goja.Value {
			return get(m.this(this))
		}})
	}
	for _, p := range integers {
		getter(p.name, func(h *histogram) goja.Value { return m.number(p.get(h)) })
		getter(p.name+"BigInt", func(h *histogram) goja.Value { return m.bigInt(p.get(h)) })
	}
	for _, p := range floats {
		getter(p.name, func(h *histogram) goja.Value { return m.vm.ToValue(p.get(h)) })
	}
	getter("percentiles", func(h *histogram) goja.Value { return m.percentiles(h, m.number) })
	getter("percentilesBigInt", func(h *histogram) goja.Value { return m.percentiles(h, m.bigInt) })
	for _, name := range unbuiltStatistics {
		binding.Hidden(proto, name, jsfile.NotImplemented(m.vm, name, "Histogram."+name, 1))
	}
	m.defineQueries(proto)
	binding.HiddenSymbol(proto, m.e.SymbolFor("nodejs.util.inspect.custom"),
		binding.Func(m.vm, "[nodejs.util.inspect.custom]", 2, m.inspectHistogram))
}

// defineQueries defines the methods that ask a histogram something.
func (m *Module) defineQueries(proto *goja.Object) {
	query := func(name, argument string, answer func(h *histogram, v goja.Value) goja.Value) {
		binding.HiddenMethods(m.vm, proto, binding.Method{Name: name, Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			h := m.this(c.This)
			if !goja.IsNumber(c.Argument(0)) {
				panic(nodeerr.ArgType(m.vm, argument, c.Argument(0), "number"))
			}
			return answer(h, c.Argument(0))
		}})
	}
	query("cdf", "value", func(h *histogram, v goja.Value) goja.Value { return m.vm.ToValue(h.UpTo(v.ToInteger())) })
	query("ccdf", "value", func(h *histogram, v goja.Value) goja.Value { return m.vm.ToValue(1 - h.UpTo(v.ToInteger())) })
	query("countAt", "value", func(h *histogram, v goja.Value) goja.Value { return m.number(h.CountAt(v.ToInteger())) })
	query("percentile", "percentile", func(h *histogram, v goja.Value) goja.Value {
		return m.number(h.Percentile(m.percentage("percentile", v)))
	})
	query("percentileBigInt", "percentile", func(h *histogram, v goja.Value) goja.Value {
		return m.bigInt(h.Percentile(m.percentage("percentile", v)))
	})
	binding.HiddenMethods(m.vm, proto,
		binding.Method{Name: "percentilesAt", Length: 1, Fn: m.percentilesAt},
		binding.Method{Name: "reset", Fn: func(c goja.FunctionCall) goja.Value {
			h := m.this(c.This)
			h.Reset()
			h.exceeds, h.last = 0, time.Time{}
			return nil
		}},
		binding.Method{Name: "toJSON", Fn: func(c goja.FunctionCall) goja.Value {
			h := m.this(c.This)
			shown := m.vm.NewObject()
			for _, name := range []string{"count", "min", "max", "mean", "exceeds", "stddev", "skewness", "kurtosis"} {
				binding.Value(shown, name, c.This.(*goja.Object).Get(name))
			}
			percentiles := m.vm.NewObject()
			h.Percentiles(func(p float64, v int64) { must(percentiles.Set(m.vm.ToValue(p).String(), m.number(v))) })
			binding.Value(shown, "percentiles", percentiles)
			return shown
		}},
	)
}

// percentage checks a percentile.
func (m *Module) percentage(name string, v goja.Value) float64 {
	p := v.ToFloat()
	if math.IsNaN(p) || p <= 0 || p > 100 {
		panic(nodeerr.OutOfRange(m.vm, name, "> 0 && <= 100", v))
	}
	return p
}

// percentiles makes the Map of percentile to value.
func (m *Module) percentiles(h *histogram, convert func(int64) goja.Value) goja.Value {
	var pairs []any
	h.Percentiles(func(p float64, v int64) { pairs = append(pairs, m.vm.NewArray(p, convert(v))) })
	return m.newMap(pairs)
}

func (m *Module) newMap(pairs []any) goja.Value {
	obj, err := m.vm.New(m.e.Intrinsics.Map, m.vm.NewArray(pairs...))
	must(err)
	return obj
}

func (m *Module) percentilesAt(c goja.FunctionCall) goja.Value {
	h := m.this(c.This)
	list, ok := c.Argument(0).(*goja.Object)
	if !ok || list.ClassName() != "Array" {
		panic(nodeerr.ArgType(m.vm, "percentiles", c.Argument(0), "Array"))
	}
	var pairs []any
	for i := range int(list.Get("length").ToInteger()) {
		index := m.vm.ToValue(i).String()
		v, name := list.Get(index), "percentiles["+index+"]"
		if v == nil || !goja.IsNumber(v) {
			panic(nodeerr.ArgType(m.vm, name, v, "number"))
		}
		pairs = append(pairs, m.vm.NewArray(v, m.number(h.Percentile(m.percentage(name, v)))))
	}
	return m.newMap(pairs)
}
