package inspect

import (
	"fmt"
	"math/big"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/half"
	"github.com/gonode/gonode/modules/util/types"
)

// numbers are the elements of a typed array.
type numbers struct {
	length int
	big    bool
	at     func(i int) any
}

// typedElements reads a typed array through the Go slice behind it.
func typedElements(obj *goja.Object) numbers {
	if types.IsDetached(obj) {
		return numbers{}
	}
	if halves := types.Halves(obj); halves != nil {
		list := halves.Export().([]uint16)
		return numbers{len(list), false, func(i int) any { return half.ToFloat(list[i]) }}
	}
	switch list := obj.Export().(type) {
	case []byte:
		return numbers{len(list), false, func(i int) any { return int64(list[i]) }}
	case []int8:
		return numbers{len(list), false, func(i int) any { return int64(list[i]) }}
	case []int16:
		return numbers{len(list), false, func(i int) any { return int64(list[i]) }}
	case []uint16:
		return numbers{len(list), false, func(i int) any { return int64(list[i]) }}
	case []int32:
		return numbers{len(list), false, func(i int) any { return int64(list[i]) }}
	case []uint32:
		return numbers{len(list), false, func(i int) any { return int64(list[i]) }}
	case []float32:
		return numbers{len(list), false, func(i int) any { return float64(list[i]) }}
	case []float64:
		return numbers{len(list), false, func(i int) any { return list[i] }}
	case []int64:
		return numbers{len(list), true, func(i int) any { return big.NewInt(list[i]) }}
	case []uint64:
		return numbers{len(list), true, func(i int) any { return new(big.Int).SetUint64(list[i]) }}
	default:
		panic(fmt.Sprintf("inspect: typed array of %T", list))
	}
}

func (p *printer) describeArrayBuffer(s *subject) {
	s.open = s.prefix("ArrayBuffer", "") + "{"
	if s.asBuffer {
		s.finish(s.open + " [byteLength]: " + p.primitive(s.obj.Get("byteLength")) + " }")
		return
	}
	s.entries = func() []string {
		return append(p.arrayBuffer(s.obj.Export().(goja.ArrayBuffer)), p.hidden(s, "byteLength")...)
	}
}

func (p *printer) describeDataView(s *subject) {
	s.open = s.prefix("DataView", "") + "{"
	s.entries = func() []string {
		if types.IsDetached(s.obj) {
			return p.detachedView(s)
		}
		return p.hidden(s, "byteLength", "byteOffset", "buffer")
	}
}

// detachedView prints a DataView without memory as Node does, which forgets to
// take back the indentation of the two getters that throw.
func (p *printer) detachedView(s *subject) []string {
	const forgotten = 4
	name := func(name string) string { return p.style("["+name+"]", "string") + ": " }
	parts := []string{
		name("byteLength") + p.value(p.vm.ToValue(0), s.depth+1),
		name("byteOffset") + p.value(goja.Undefined(), s.depth+1),
	}
	p.indentation += forgotten
	return append(parts, p.hidden(s, "buffer")...)
}

// hidden prints properties that the object inherits from its class.
func (p *printer) hidden(s *subject, names ...string) []string {
	p.indentation += 2
	defer func() { p.indentation -= 2 }()
	parts := make([]string, len(names))
	for i, name := range names {
		parts[i] = p.style("["+name+"]", "string") + ": " + p.valueOf(s.obj.Get(name), s.depth+1, s.list)
	}
	return parts
}

func (p *printer) arrayBuffer(buffer goja.ArrayBuffer) []string {
	if buffer.Detached() {
		return []string{p.style("(detached)", "special")}
	}
	bytes := buffer.Bytes()
	text := fmt.Sprintf("% x", bytes[:p.shown(len(bytes))])
	if remaining := float64(len(bytes)) - p.MaxArrayLength; remaining > 0 {
		text += " ... " + decimal(remaining) + " more byte" + plural(remaining)
	}
	return []string{p.style("[Uint8Contents]", "special") + ": <" + text + ">"}
}

// describeBox prints a primitive in an object.
func (p *printer) describeBox(s *subject) {
	name := kindNames[s.kind]
	v := types.Primitive(s.obj)
	if s.kind == types.StringBox {
		s.keys = s.keys[min(v.(goja.String).Length(), len(s.keys)):]
	}
	base := "[" + name
	switch {
	case s.class.isNull:
		base += " (null prototype)"
	case s.class.name != name:
		base += " (" + s.class.name + ")"
	}
	base += ": " + p.plainPrimitive(v) + "]"
	if s.tag != "" && s.tag != s.class.name {
		base += " [" + s.tag + "]"
	}
	s.base = base
	if !s.bare() {
		return
	}
	s.finish(p.style(base, boxStyles[s.kind]))
}

var boxStyles = map[types.Kind]string{
	types.StringBox: "string", types.NumberBox: "number", types.BooleanBox: "boolean",
	types.SymbolBox: "symbol", types.BigIntBox: "bigint",
}
