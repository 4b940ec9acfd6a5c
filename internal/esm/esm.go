// Package esm is ES modules for an engine that has none. Parse turns the text
// of a module into tables of what it imports and exports and a function that
// goja can compile; Linker joins modules and evaluates them by the algorithms
// of ECMAScript's chapter "Modules" (cyclic module records), with Go in the
// place of the engine; ExportNames tells which names a CommonJS module is
// going to export. Package modules/module finds the files and calls this one.
//
// # How a module runs
//
// Import and export statements are blanked out of the text, so that everything
// else stays at its line and column. What is left becomes the body of a
// generator function. Its first step makes functions and hands out a getter
// for each export, which is what instantiating a module means; the second
// runs it up to its first top-level await, which is a yield here. A name that
// is imported is a variable of a function around the body. It is filled before
// the body runs, when its value cannot change any more; in cycles, and when
// the exporter assigns to it later, its uses become calls of the exporter's
// getter.
//
// # Concurrency
//
// A Source is read-only and may be shared through a Cache by the runtimes of a
// process. A Linker and its Modules belong to the goroutine of their VM.
//
// # Differences from V8
//
// A direct eval sees imported names only when they cannot change. Of early
// errors those are found that goja finds, those about the names of imports and
// exports, and return and arguments outside functions.
package esm

// Names that stand for something else in tables.
const (
	Namespace = "*"       // the whole module
	Default   = "default" // the default export
)

// Attribute is one of `with { key: "value" }`.
type Attribute struct{ Key, Value string }

// Request is a module that another one asks for.
type Request struct {
	Specifier  string
	Attributes []Attribute
	Offset     int // of the specifier in the text
}

// Import is one imported name.
type Import struct {
	Request int    // index in Requests
	Name    string // as the other module exports it; Namespace for all
	Local   string
	Offset  int // of Name in the text
}

// Export is one exported name. It is local, or passed on from another module.
type Export struct {
	Name    string // empty for `export *`
	Local   string // the variable, when the export is local
	Request int    // index in Requests, else -1
	Import  string // the other module's name for it; Namespace for all
	Offset  int
}
