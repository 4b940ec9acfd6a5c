package esm

import (
	"errors"
	"strconv"
	"strings"
	"sync"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/unistring"

	"github.com/gonode/gonode/internal/lower"
	"github.com/gonode/gonode/internal/script"
	"github.com/gonode/gonode/internal/script/asyncgen"
)

// Source is the text of an ES module, read and ready to be compiled. It does
// not change, and may be used from any goroutine.
type Source struct {
	Name     string // in stacks
	Text     string
	Requests []Request
	Imports  []Import
	Exports  []Export // without two of one name
	Async    bool     // there is an await at the top level

	Lowered *lower.Result // nil when goja runs the text as it is
	Dynamic bool          // import() is used
	Meta    bool          // import.meta is used

	mutable   []bool // of Exports: a function of the module assigns to it
	unnamed   int    // index of a default export that is a function without a name; -1 for none
	scan      *scanned
	rewritten bool // it is a lowered text
	mu        sync.Mutex
	tree      *tree // until it has been compiled
	programs  map[string]*goja.Program
}

// tree is a parsed module.
type tree struct {
	program *ast.Program
	body    *ast.FunctionLiteral
	shift   int // bytes before the text on its first line
}

// How the uses of an import get at its value.
const (
	byValue  = 'v' // a variable that is set before the body runs
	byGetter = 'g' // a call
	byReady  = 'r' // a call, until the cycle that the module is in has been evaluated
)

// Parse reads the text of a module. Its error is a *script.SyntaxError or
// script.ErrTooDeep.
func Parse(name, text string) (*Source, error) {
	text = script.Clean(text)
	if script.IsTypeScript(name) {
		return typeScript(name, text)
	}
	src, final, err := parse(name, text, text)
	if err == nil {
		return src, nil
	}
	if final {
		return nil, err
	}
	lowered, failed := lower.Lower(text, lower.Options{Name: name, Module: true})
	if failed != nil {
		return src, err
	}
	other, _, failed := parse(name, text, lowered.Code)
	if failed != nil {
		return src, err
	}
	other.Lowered = lowered
	other.nameDefault(text)
	return other, nil
}

// typeScript reads what is left of the text without its types.
func typeScript(name, text string) (*Source, error) {
	lowered, err := script.LowerTypeScript(name, text, true)
	if err != nil {
		return nil, err
	}
	src, _, err := parse(name, text, lowered.Code)
	if err != nil {
		return nil, err
	}
	src.Lowered = lowered
	src.nameDefault(text)
	return src, nil
}

// nameDefault remembers a default export that is a function without a name,
// to which lowering has given one.
func (s *Source) nameDefault(text string) {
	sc, err := scan(s.Name, text)
	if err != nil || sc.named || sc.fallback < 0 || sc.origin == 0 && sc.fallback == 0 || !sc.function {
		return
	}
	for i, e := range s.Exports {
		if e.Name == Default && e.Request < 0 {
			s.unnamed = i
		}
	}
}

// parse reads code, which is text or came of it. final tells errors about
// imports and exports, which lowering would not mend.
func parse(name, text, code string) (src *Source, final bool, err error) {
	sc, err := scan(name, code)
	if err != nil {
		return nil, !isBadToken(err), err
	}
	s := &Source{
		Name: name, Text: text, Requests: sc.requests, Imports: sc.imports, Dynamic: sc.dynamic, Meta: sc.metas,
		unnamed: -1, scan: sc, rewritten: code != text, programs: make(map[string]*goja.Program),
	}
	if s.tree, err = s.parseTree(); err != nil {
		return nil, false, quoting(err, code)
	}
	if err := s.analyse(code); err != nil {
		return nil, true, err
	}
	return s, false, nil
}

// quoting makes an error about the text without import and export statements
// show the line as it is with them.
func quoting(err error, code string) error {
	var syntax *script.SyntaxError
	if lines := script.Lines(code); errors.As(err, &syntax) && syntax.Line <= len(lines) {
		syntax.Text = lines[syntax.Line-1]
	}
	return err
}

// isBadToken tells the error of a text that the tokenizer could not read.
func isBadToken(err error) bool {
	var syntax *script.SyntaxError
	return errors.As(err, &syntax) && syntax.Message == badTokenMessage
}

// wrapper is what stands around the body: a function that makes the variables
// of the imports, and returns the body and functions that set the variables.
func (s *Source) wrapper() (before, after string) {
	n := s.scan.names
	var b, set strings.Builder
	b.WriteString("(function(" + n.dynamic + "," + n.meta + "," + n.missing + "){\"use strict\";let " + n.getters + "," + n.ready)
	for i := range s.Imports {
		b.WriteString("," + s.Imports[i].Local)
		set.WriteString(",v=>{" + s.Imports[i].Local + "=v}")
	}
	b.WriteString(";const " + n.constant + "=0;return[async function(){")
	return b.String(), "\n},(g,r)=>{" + n.getters + "=g;" + n.ready + "=r}" + set.String() + "]})"
}

// setters is the index of the first function that sets an import in what the
// wrapper returns.
const setters = 2

func (s *Source) parseTree() (*tree, error) {
	before, after := s.wrapper()
	program, err := script.ParseWrapped(s.Name, before, s.scan.text, after)
	if err != nil {
		return nil, err
	}
	if s.rewritten {
		asyncgen.RewriteLowered(program)
	}
	body := bodyOf(program, setters+len(s.Imports))
	if body == nil || int(body.Body.RightBrace) != len(before)+len(s.scan.text)+len("\n")+1 {
		at := len(s.scan.text)
		return nil, syntaxError(s.Name, s.scan.text, at, at, "Unexpected token '}'")
	}
	body.Async, body.Generator = false, true
	return &tree{program, body, len(before)}, nil
}

// bodyOf finds the body in what the parser made of the wrapper. There is none
// when the text has closed the wrapper's brackets itself.
func bodyOf(program *ast.Program, parts int) *ast.FunctionLiteral {
	if len(program.Body) != 1 {
		return nil
	}
	st, _ := program.Body[0].(*ast.ExpressionStatement)
	if st == nil {
		return nil
	}
	outer, _ := st.Expression.(*ast.FunctionLiteral)
	if outer == nil {
		return nil
	}
	result, _ := outer.Body.List[len(outer.Body.List)-1].(*ast.ReturnStatement)
	if result == nil {
		return nil
	}
	list, _ := result.Argument.(*ast.ArrayLiteral)
	if list == nil || len(list.Value) != parts {
		return nil
	}
	body, _ := list.Value[0].(*ast.FunctionLiteral)
	return body
}

// analyse finds out what the tree tells about exports, and changes it to what
// is compiled.
func (s *Source) analyse(code string) error {
	a := &analysis{source: s, tree: s.tree, text: code, top: map[unistring.String]file.Idx{}, local: map[unistring.String][]int{}}
	return a.run()
}

// prepared is the tree as analyse leaves it, made anew when it has been used.
func (s *Source) prepared() (*tree, error) {
	if t := s.tree; t != nil {
		s.tree = nil
		return t, nil
	}
	other, err := s.parseTree()
	if err != nil {
		return nil, err
	}
	code := s.code()
	copied := &Source{Name: s.Name, Imports: s.Imports, scan: s.scan, unnamed: -1}
	a := &analysis{source: copied, tree: other, text: code, top: map[unistring.String]file.Idx{}, local: map[unistring.String][]int{}}
	return other, a.run()
}

// code is the text that is compiled, with import and export statements.
func (s *Source) code() string {
	if s.Lowered != nil {
		return s.Lowered.Code
	}
	return s.Text
}

// program compiles the module for a way of reading each import.
func (s *Source) program(modes string) (*goja.Program, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if prg := s.programs[modes]; prg != nil {
		return prg, nil
	}
	t, err := s.prepared()
	if err != nil {
		return nil, err
	}
	s.readThrough(t, modes)
	prg, err := script.CompileTree(t.program, s.Name, s.scan.text, t.shift)
	if err != nil {
		return nil, quoting(err, s.code())
	}
	s.programs[modes] = prg
	return prg, nil
}

// Body is the tree of the module's body, for naming functions in stacks. A
// default export without a name is called default there.
func (s *Source) Body() (*script.Body, error) {
	t, err := s.parseTree()
	if err != nil {
		return nil, err
	}
	for _, st := range t.body.Body.List {
		declaredNames(st, func(id *ast.Identifier) {
			if id.Name.String() == s.scan.names.fallback {
				id.Name = Default
			}
		})
	}
	return &script.Body{
		List: t.body.Body.List, Declarations: t.body.DeclarationList, File: t.program.File, Shift: t.shift, Lowered: s.Lowered,
	}, nil
}

// offset is the place in the text of a position in the tree.
func (t *tree) offset(at file.Idx) int { return int(at) - 1 - t.shift }

// position is a place in the tree.
func (t *tree) position(offset int) file.Idx { return file.Idx(offset + 1 + t.shift) }

// number is a literal of the tree.
func number(n int, at file.Idx) ast.Expression {
	return &ast.NumberLiteral{Idx: at, Literal: strconv.Itoa(n), Value: int64(n)}
}

// Check compiles the text of a module and reports what is wrong with it.
func Check(name, text string) error {
	src, err := Parse(name, text)
	if err != nil {
		return err
	}
	_, err = src.program(strings.Repeat(string(byValue), len(src.Imports)))
	return err
}
