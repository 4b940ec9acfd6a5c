package fs

import (
	"math"
	"math/big"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// statClasses are Stats and BigIntStats. Scripts see Stats behind a function
// that warns of its constructor.
type statClasses struct {
	public         *goja.Object // fs.Stats
	stats, bigints *goja.Object // prototypes
}

// statTypes are the methods of both classes that tell types apart.
var statTypes = [...]struct {
	name string
	mode uint32
}{
	{"isDirectory", modeDir}, {"isFile", modeFile}, {"isBlockDevice", modeBlock}, {"isCharacterDevice", modeChar},
	{"isSymbolicLink", modeSymlink}, {"isFIFO", modeFIFO}, {"isSocket", modeSocket},
}

// statFields are the arguments of the constructors and the own properties of
// their instances.
var statFields = [...]string{
	"dev", "mode", "nlink", "uid", "gid", "rdev", "blksize", "ino", "size", "blocks",
	"atimeMs", "mtimeMs", "ctimeMs", "birthtimeMs",
}

var statNanos = [...]string{"atimeNs", "mtimeNs", "ctimeNs", "birthtimeNs"}

var statDates = [...]string{"atime", "mtime", "ctime", "birthtime"}

func (m *Module) stats() *statClasses {
	if m.statClasses != nil {
		return m.statClasses
	}
	vm := m.vm
	base := binding.Constructor(vm, "StatsBase", len(statFields)-4, func(c goja.ConstructorCall) *goja.Object { return nil })
	for _, t := range statTypes {
		binding.Value(binding.Prototype(base), t.name, binding.Func(vm, "", 0, func(c goja.FunctionCall) goja.Value {
			return vm.ToValue(m.hasType(c.This, t.mode))
		}))
	}
	stats := m.statClass("Stats", base)
	bigints := m.statClass("BigIntStats", base)
	m.statClasses = &statClasses{
		public: m.deprecatedStats(stats), stats: binding.Prototype(stats), bigints: binding.Prototype(bigints),
	}
	return m.statClasses
}

func (m *Module) statClass(name string, base *goja.Object) *goja.Object {
	ctor := binding.Constructor(m.vm, name, len(statFields), func(c goja.ConstructorCall) *goja.Object {
		for i, field := range statFields {
			binding.Value(c.This, field, c.Argument(i))
		}
		return nil
	})
	proto := binding.Prototype(ctor)
	must(proto.SetPrototype(binding.Prototype(base)))
	for _, date := range statDates {
		binding.Accessors(m.vm, proto, true, binding.Accessor{
			Name: date,
			Get: func(this goja.Value) goja.Value {
				v := m.date(this, date+"Ms")
				m.setDate(this, date, v)
				return v
			},
			Set: func(this, v goja.Value) { m.setDate(this, date, v) },
		})
	}
	binding.Value(proto, "_checkModeProperty", binding.Func(m.vm, "", 1, func(c goja.FunctionCall) goja.Value {
		return m.vm.ToValue(m.hasType(c.This, uint32(c.Argument(0).ToInteger())))
	}))
	return ctor
}

// setDate replaces the accessor on the prototype by a plain property.
func (m *Module) setDate(this goja.Value, name string, v goja.Value) {
	if obj, ok := this.(*goja.Object); ok {
		binding.Value(obj, name, v)
	}
}

// date is the Date of a field in milliseconds, rounded as Node does.
func (m *Module) date(this goja.Value, field string) goja.Value {
	ms := math.NaN()
	if obj, ok := this.(*goja.Object); ok {
		switch v := get(obj, field); n := v.Export().(type) {
		case *big.Int:
			ms, _ = n.Float64()
		default:
			ms = v.ToFloat()
		}
	}
	date, err := m.vm.New(m.e.Intrinsics.Date, m.vm.ToValue(math.Floor(ms+0.5)))
	if err != nil {
		panic(err)
	}
	return date
}

func (m *Module) hasType(this goja.Value, mode uint32) bool {
	obj, ok := this.(*goja.Object)
	if !ok {
		return false
	}
	v := get(obj, "mode")
	if n, ok := v.Export().(*big.Int); ok {
		return uint32(n.Int64())&modeType == mode
	}
	return uint32(v.ToInteger())&modeType == mode
}

// deprecatedStats is fs.Stats.
func (m *Module) deprecatedStats(stats *goja.Object) *goja.Object {
	warned := false
	public := binding.Constructor(m.vm, "deprecated", len(statFields), func(c goja.ConstructorCall) *goja.Object {
		if !warned {
			warned = true
			m.deps.Warn("fs.Stats constructor is deprecated.", "DeprecationWarning", "DEP0180")
		}
		for i, field := range statFields {
			binding.Value(c.This, field, c.Argument(i))
		}
		return nil
	})
	must(public.DefineDataProperty("prototype", binding.Prototype(stats), goja.FLAG_TRUE, goja.FLAG_FALSE, goja.FLAG_FALSE))
	must(public.SetPrototype(stats))
	return public
}

// statsOf is the Stats or BigIntStats of a file.
func (m *Module) statsOf(info *Info, bigints bool) goja.Value {
	obj := m.vm.NewObject()
	times := [...]Timespec{info.Atime, info.Mtime, info.Ctime, info.Birthtime}
	numbers := [...]uint64{
		info.Dev, uint64(info.Mode), info.Nlink, uint64(info.UID), uint64(info.GID), info.Rdev,
		uint64(info.Blksize), info.Ino, uint64(info.Size), uint64(info.Blocks),
	}
	if !bigints {
		must(obj.SetPrototype(m.stats().stats))
		for i, n := range numbers {
			binding.Value(obj, statFields[i], m.number(n))
		}
		for i, t := range times {
			binding.Value(obj, statFields[len(numbers)+i], m.vm.ToValue(float64(t.Sec)*1e3+float64(t.Nsec)/1e6))
		}
		return obj
	}
	must(obj.SetPrototype(m.stats().bigints))
	for i, n := range numbers {
		binding.Value(obj, statFields[i], m.vm.ToValue(new(big.Int).SetUint64(n)))
	}
	for i, t := range times {
		binding.Value(obj, statFields[len(numbers)+i], m.vm.ToValue(big.NewInt(t.Sec*1e3+t.Nsec/1e6)))
	}
	for i, t := range times {
		binding.Value(obj, statNanos[i], m.vm.ToValue(big.NewInt(t.Sec*1e9+t.Nsec)))
	}
	return obj
}

func (m *Module) number(n uint64) goja.Value {
	if n <= maxSafe {
		return m.vm.ToValue(int64(n))
	}
	return m.vm.ToValue(float64(n))
}

// statOptions reads bigint and throwIfNoEntry.
func statOptions(v goja.Value) (bigints, silent bool) {
	obj, ok := v.(*goja.Object)
	if !ok {
		return false, false
	}
	bigints = get(obj, "bigint").ToBoolean()
	silent = get(obj, "throwIfNoEntry").StrictEquals(falseValue)
	return bigints, silent
}

// statfsOf is the StatFs of a file system.
func (m *Module) statfsOf(info *FSInfo, bigints bool) goja.Value {
	obj := m.vm.NewObject()
	must(obj.SetPrototype(m.statfsPrototype()))
	for _, f := range []struct {
		name  string
		value uint64
	}{
		{"type", info.Type}, {"bsize", info.Bsize}, {"frsize", info.Frsize}, {"blocks", info.Blocks}, {"bfree", info.Bfree},
		{"bavail", info.Bavail}, {"files", info.Files}, {"ffree", info.Ffree},
	} {
		v := m.number(f.value)
		if bigints {
			v = m.vm.ToValue(new(big.Int).SetUint64(f.value))
		}
		binding.Value(obj, f.name, v)
	}
	return obj
}

func (m *Module) statfsPrototype() *goja.Object {
	if m.statfsProto == nil {
		m.statfsProto = binding.Prototype(binding.Constructor(m.vm, "StatFs", 8, func(c goja.ConstructorCall) *goja.Object { return nil }))
	}
	return m.statfsProto
}
