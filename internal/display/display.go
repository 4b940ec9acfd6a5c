// Package display is how built-in modules tell util.inspect what to print of
// objects whose state is a Go value and no set of properties.
//
// Such a state implements Shower. The inspector asks it for the properties,
// in the order in which Node's object has them, among those that the object
// really has. Only the loop goroutine comes here.
package display

import (
	"slices"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/util/primordials"
)

// Property is one line between the brackets. Without a value it is a property
// of the object itself, and printed as such.
type Property struct {
	Key   primordials.Key
	Value goja.Value
}

// Shower is a native state that shows as properties. own are the properties of
// the object that would be printed without it.
type Shower interface {
	Display(own []Property) []Property
}

// Named is a property with a string for a name.
func Named(name string, v goja.Value) Property {
	return Property{Key: primordials.NameKey(name), Value: v}
}

// Symbolic is a property under a symbol that nothing else has. Only its
// description can be seen.
func Symbolic(description string, v goja.Value) Property {
	return Property{Key: primordials.SymbolKey(goja.NewSymbol(description)), Value: v}
}

// Layout says where the properties of a state stand among the object's own.
type Layout struct {
	names   []placed
	symbols []Property
}

// placed is a property that follows a number of the object's own names.
type placed struct {
	Property
	after int
}

// Add puts a property behind the ones there are, once so many of the object's
// own names have been printed.
func (l *Layout) Add(after int, name string, v goja.Value) {
	l.names = append(l.names, placed{Named(name, v), after})
}

// Before puts properties right before the named one.
func (l *Layout) Before(name string, props ...Property) { l.insert(name, 0, props) }

// After puts properties right after the named one.
func (l *Layout) After(name string, props ...Property) { l.insert(name, 1, props) }

func (l *Layout) insert(name string, offset int, props []Property) {
	for at := range l.names {
		if l.names[at].Key != primordials.NameKey(name) {
			continue
		}
		for i, p := range props {
			l.names = slices.Insert(l.names, at+offset+i, placed{p, l.names[at+i*(1-offset)].after})
		}
		return
	}
}

// Symbols appends properties under symbols.
func (l *Layout) Symbols(props ...Property) { l.symbols = append(l.symbols, props...) }

// SymbolsFirst puts properties before the other symbols.
func (l *Layout) SymbolsFirst(props ...Property) { l.symbols = slices.Concat(props, l.symbols) }

// Merge is the layout with the object's own properties in their places: names
// first, symbols after them. What the object really has wins.
func (l *Layout) Merge(own []Property) []Property {
	all := make([]Property, 0, len(own)+len(l.names)+len(l.symbols))
	waiting := slices.DeleteFunc(slices.Clone(l.names), func(p placed) bool { return contains(own, p.Key) })
	printed := 0
	for _, p := range own {
		if p.Key.Symbol != nil {
			break
		}
		for len(waiting) > 0 && waiting[0].after <= printed {
			all, waiting = append(all, waiting[0].Property), waiting[1:]
		}
		all = append(all, p)
		printed++
	}
	for _, p := range waiting {
		all = append(all, p.Property)
	}
	all = append(all, l.symbols...)
	return append(all, own[printed:]...)
}

func contains(props []Property, key primordials.Key) bool {
	return slices.ContainsFunc(props, func(p Property) bool { return p.Key == key })
}
