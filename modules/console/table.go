package console

import (
	"slices"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/util/types"
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
	if !ok || engine.IsCallable(data) {
		c.log(args[:min(1, len(args))])
		return
	}
	g := &grid{cells: map[string][]string{}}
	switch types.Of(data) {
	case types.Map:
		c.pairRows(g, types.Entries(data))
	case types.Set:
		c.valueRows(g, types.Entries(data), types.Keys)
	case types.MapIterator, types.SetIterator:
		c.iteratorRows(g, data)
	default:
		c.objectRows(g, data, props)
	}
	c.line(c.out, g.render(c.m.deps.Format().Width))
}

// iteratorRows draws what an iterator has not given yet.
func (c *console) iteratorRows(g *grid, iterator *goja.Object) {
	entries, kind := types.Remaining(iterator)
	if kind == types.KeysAndValues {
		c.pairRows(g, entries)
		return
	}
	c.valueRows(g, entries, kind)
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
	if obj, ok := v.(*goja.Object); ok && !isArray(obj) && len(obj.Keys()) > 2 {
		depth = -1
	}
	binding.Value(o, "depth", vm.ToValue(depth))
	if options := c.inspectOptions(c.out); options != nil {
		for _, name := range options.Keys() {
			binding.Value(o, name, options.Get(name))
		}
	}
	return c.m.deps.Format().Inspect(v, o)
}

func (c *console) pairRows(g *grid, entries []types.Entry) {
	g.column(iterationColumn)
	g.column(keyColumn)
	g.column(valuesColumn)
	for _, e := range entries {
		value := e.Value
		if value == nil { // of a Set
			value = e.Key
		}
		g.set(iterationColumn, c.number(g.rows))
		g.set(keyColumn, c.cell(e.Key))
		g.set(valuesColumn, c.cell(value))
		g.rows++
	}
}

func (c *console) valueRows(g *grid, entries []types.Entry, kind types.Iteration) {
	g.column(iterationColumn)
	g.column(valuesColumn)
	for _, e := range entries {
		value := e.Key
		if kind == types.Values && e.Value != nil {
			value = e.Value
		}
		g.set(iterationColumn, c.number(g.rows))
		g.set(valuesColumn, c.cell(value))
		g.rows++
	}
}

func (c *console) number(n int) string { return c.m.vm.ToValue(n).String() }

func (c *console) objectRows(g *grid, data *goja.Object, props goja.Value) {
	g.column(indexColumn)
	var values []string // of rows that are no objects, "" elsewhere
	hasValues := false
	for _, key := range data.Keys() {
		g.set(indexColumn, key)
		item := data.Get(key)
		value := ""
		obj, isObject := item.(*goja.Object)
		switch {
		case isObject:
			c.fieldCells(g, obj, props)
		case !goja.IsUndefined(props):
			for _, name := range c.propertyNames(props) {
				g.set(name, "")
			}
		default:
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
	if !goja.IsUndefined(props) {
		names = c.propertyNames(props)
	}
	for _, name := range names {
		if !slices.Contains(obj.GetOwnPropertyNames(), name) {
			g.column(name)
			continue
		}
		g.set(name, c.cell(obj.Get(name)))
	}
}

// render draws the table with the box characters that Node uses; width is the
// number of columns of a text.
func (g *grid) render(width func(string) int) string {
	widths := make([]int, len(g.names))
	for i, name := range g.names {
		widths[i] = width(name) + 2
		for _, cell := range g.cells[name] {
			widths[i] = max(widths[i], width(cell)+2)
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
			b.WriteString(" " + text + strings.Repeat(" ", w-width(text)-1))
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

// propertyNames are the columns that a caller chose.
func (c *console) propertyNames(props goja.Value) []string {
	list := props.(*goja.Object)
	names := make([]string, int(list.Get("length").ToInteger()))
	for i := range names {
		names[i] = list.Get(c.number(i)).String()
	}
	return names
}
