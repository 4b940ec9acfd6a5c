package asyncgen

import (
	"strings"

	"github.com/dop251/goja/ast"
)

// The helpers that esbuild puts before a text with async generators. What it
// makes of a function is
//
//	function f(a) {
//		return __asyncGenerator(this, arguments, function* () { yield new __await(x); yield y; yield* __yieldStar(z) })
//	}
const (
	esbuildStart    = "__asyncGenerator"
	esbuildAwait    = "__await"
	esbuildDelegate = "__yieldStar"
)

// loweredBody changes the call in what was an async generator, and walks
// through the generator in it. It reports false for any other function.
func (w *walker) loweredBody(f *ast.FunctionLiteral) bool {
	if !w.lowered || f.Async || f.Generator || len(f.Body.List) == 0 {
		return false
	}
	last, ok := f.Body.List[len(f.Body.List)-1].(*ast.ReturnStatement)
	if !ok {
		return false
	}
	start, ok := last.Argument.(*ast.CallExpression)
	if !ok || !isNamed(start.Callee, esbuildStart) || len(start.ArgumentList) != 3 {
		return false
	}
	body, ok := start.ArgumentList[2].(*ast.FunctionLiteral)
	if !ok {
		return false
	}
	last.Argument = call(Start, last.Return, start.ArgumentList[0], body, start.ArgumentList[1])
	f.Source = asAsyncGenerator(f.Source)
	w.marked[f] = true
	w.generator(body)
	return true
}

// asAsyncGenerator makes the source text of a function begin as it did before
// it was lowered: its kind is told by that.
func asAsyncGenerator(source string) string {
	if rest, ok := strings.CutPrefix(source, "function"); ok {
		return "async function*" + rest
	}
	return "async *" + source
}

// loweredYield changes a yield that stands for an await or a delegation; it
// reports false for one that yields.
func (w *walker) loweredYield(e *ast.YieldExpression) bool {
	switch argument := e.Argument.(type) {
	case *ast.NewExpression:
		if isNamed(argument.Callee, esbuildAwait) && len(argument.ArgumentList) == 1 {
			e.Argument = argument.ArgumentList[0]
			return true
		}
	case *ast.CallExpression:
		if e.Delegate && isNamed(argument.Callee, esbuildDelegate) && len(argument.ArgumentList) == 1 {
			e.Argument = call(Delegate, e.Yield, argument.ArgumentList[0])
			return true
		}
	}
	return false
}

func isNamed(e ast.Expression, name string) bool {
	id, ok := e.(*ast.Identifier)
	return ok && id.Name.String() == name
}
