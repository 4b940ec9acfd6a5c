package console

import (
	"strings"
	"unicode/utf8"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

const (
	indexColumn     = "(index)"
	iterationColumn = "(iteration index)"
	keyColumn       = "Key"
	valuesColumn    = "Values"
)

// grid is a table under construction: named columns of cells, one for each
// row.
type grid struct {
	names []string
	cells map[string][]string
	rows  int
}

func (g *grid) column(name string) {
	if _, ok := g.cells[name]; !ok {
		g.names = append(g.names, name)
		g.cells[name] = nil
	}
}

func (g *grid) set(name, cell string) {
	g.column(name)
	col := g.cells[name]
	for len(col) < g.rows {
		col = append(col, "")
	}
	g.cells[name] = append(col, cell)
}

// table is console.table(tabularData[, properties]).
func (c *console) table(args []goja.Value) {
	props := argument(args, 1)
	if !goja.IsUndefined(props) && !isArray(props) {
		panic(nodeerr.ArgType(c.m.vm, "properties", props, "Array"))
	}
	data, ok := argument(args, 0).(*goja.Object)
	if !ok {
		c.log(args[:min(1, len(args))])
		return
	}
	g := &grid{cells: map[string][]string{}}
	switch in := &c.m.e.Intrinsics; {
	case c.m.vm.InstanceOf(data, in.Map):
		c.mapRows(g, data)
	case c.m.vm.InstanceOf(data, in.Set):
		c.setRows(g, data)
	default:
		c.objectRows(g, data, props)
	}
	c.line(c.out, g.render())
}

func isArray(v goja.Value) bool {
	obj, ok := v.(*goja.Object)
	return ok && obj.ClassName() == "Array"
}

// cell is a value as tables print it: nested values by their names only.
func (c *console) cell(v goja.Value) string {
	vm := c.m.vm
	o := vm.NewObject()
	binding.Value(o, "maxArrayLength", vm.ToValue(3))
	binding.Value(o, "breakLength", goja.PositiveInf())
	depth := 0
	if obj, ok := v.(*goja.Object); ok && len(obj.Keys()) > 2 {
		depth = -1
	}
	binding.Value(o, "depth", vm.ToValue(depth))
	return c.m.deps.Format().Inspect(v, o)
}

func (c *console) mapRows(g *grid, data *goja.Object) {
	g.column(iterationColumn)
	g.column(keyColumn)
	g.column(valuesColumn)
	c.each(data, "entries", func(v goja.Value) {
		pair := v.(*goja.Object)
		g.set(iterationColumn, c.number(g.rows))
		g.set(keyColumn, c.cell(pair.Get("0")))
		g.set(valuesColumn, c.cell(pair.Get("1")))
		g.rows++
	})
}

func (c *console) setRows(g *grid, data *goja.Object) {
	g.column(iterationColumn)
	g.column(valuesColumn)
	c.each(data, "values", func(v goja.Value) {
		g.set(iterationColumn, c.number(g.rows))
		g.set(valuesColumn, c.cell(v))
		g.rows++
	})
}

func (c *console) number(n int) string { return c.m.vm.ToValue(n).String() }

// each iterates over data[method]().
func (c *console) each(data *goja.Object, method string, fn func(goja.Value)) {
	c.m.vm.ForOf(c.m.e.CallMethod(data, method), func(v goja.Value) bool {
		fn(v)
		return true
	})
}

func (c *console) objectRows(g *grid, data *goja.Object, props goja.Value) {
	g.column(indexColumn)
	var values []string // of rows that are no objects, "" elsewhere
	hasValues := false
	for _, key := range data.Keys() {
		g.set(indexColumn, key)
		item := data.Get(key)
		value := ""
		if obj, ok := item.(*goja.Object); ok && !engine.IsCallable(obj) {
			c.fieldCells(g, obj, props)
		} else {
			value = c.cell(item)
			hasValues = true
		}
		values = append(values, value)
		g.rows++
	}
	if hasValues {
		g.column(valuesColumn)
		g.cells[valuesColumn] = values
	}
}

// fieldCells puts the fields of a row into their columns.
func (c *console) fieldCells(g *grid, obj *goja.Object, props goja.Value) {
	names := obj.Keys()
	if list, ok := props.(*goja.Object); ok {
		names = nil
		n := int(list.Get("length").ToInteger())
		for i := range n {
			names = append(names, list.Get(c.number(i)).String())
		}
	}
	for _, name := range names {
		v := obj.Get(name)
		if v == nil {
			g.column(name)
			continue
		}
		g.set(name, c.cell(v))
	}
}

// render draws the table with the box characters that Node uses.
func (g *grid) render() string {
	widths := make([]int, len(g.names))
	for i, name := range g.names {
		widths[i] = utf8.RuneCountInString(name) + 2
		for _, cell := range g.cells[name] {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell)+2)
		}
	}
	var b strings.Builder
	rule := func(left, mid, right string) {
		b.WriteString(left)
		for i, w := range widths {
			if i > 0 {
				b.WriteString(mid)
			}
			b.WriteString(strings.Repeat("─", w))
		}
		b.WriteString(right)
	}
	row := func(cell func(i int) string) {
		b.WriteString("│")
		for i, w := range widths {
			if i > 0 {
				b.WriteString("│")
			}
			text := cell(i)
			b.WriteString(" " + text + strings.Repeat(" ", w-utf8.RuneCountInString(text)-1))
		}
		b.WriteString("│\n")
	}
	rule("┌", "┬", "┐\n")
	row(func(i int) string { return g.names[i] })
	rule("├", "┼", "┤\n")
	for r := range g.rows {
		row(func(i int) string {
			if col := g.cells[g.names[i]]; r < len(col) {
				return col[r]
			}
			return ""
		})
	}
	rule("└", "┴", "┘")
	return b.String()
}
