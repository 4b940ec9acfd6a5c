package engine

import "github.com/dop251/goja"

// SymbolFor is Symbol.for(name).
func (e *Engine) SymbolFor(name string) *goja.Symbol {
	symbol := e.VM.Get("Symbol").(*goja.Object)
	fn, _ := Callable(symbol.Get("for"))
	return fn(goja.FunctionCall{This: symbol, Arguments: []goja.Value{e.VM.ToValue(name)}}).(*goja.Symbol)
}

// WellKnownSymbol is Symbol[name], or nil where neither the engine nor the
// runtime defines it (Symbol.dispose).
func (e *Engine) WellKnownSymbol(name string) *goja.Symbol {
	sym, _ := e.VM.Get("Symbol").(*goja.Object).Get(name).(*goja.Symbol)
	return sym
}
