package regexp

import (
	"slices"
	"testing"
	"unicode/utf16"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
)

// TestUnits pins how goja keeps its strings, which units looks into.
func TestUnits(t *testing.T) {
	vm := goja.New()
	const long = "a long text with an ä somewhere in it"
	for name, c := range map[string]struct {
		v     goja.Value
		ascii bool
		want  string
	}{
		"ascii":            {vm.ToValue("abc"), true, "abc"},
		"imported ascii":   {vm.ToValue("a text that is longer than that"), true, "a text that is longer than that"},
		"imported unicode": {vm.ToValue(long), false, long},
		"unicode":          {goja.StringFromUTF16(utf16.Encode([]rune("ä😀"))), false, "ä😀"},
		"empty":            {vm.ToValue(""), true, ""},
	} {
		var u units
		narrow, wide := u.of(c.v.(goja.String))
		if c.ascii != (wide == nil) {
			t.Errorf("%s: %v %v", name, narrow, wide)
		}
		got := string(narrow)
		if wide != nil {
			got = string(utf16.Decode(wide))
		}
		if got != c.want {
			t.Errorf("%s: %q", name, got)
		}
	}
	s := goja.StringFromUTF16(utf16.Encode([]rune("äbc")))
	var u units
	if _, wide := u.of(s); !slices.Equal(wide, copied(s)) {
		t.Errorf("%v, want %v", wide, copied(s))
	}
	if n := testing.AllocsPerRun(100, func() { u.of(s) }); n > 2 {
		t.Errorf("%v allocations: the units are copied", n)
	}
}

func TestPresentable(t *testing.T) {
	for source, want := range map[string]string{
		"": "(?:)", "a": "a", "/": `\/`, `\/`: `\/`, "[/]": "[/]", "\n": `\n`, "a\\\nb": `a\nb`, "\u2028": `\u2028`,
	} {
		if got := presentable(goja.StringFromUTF16(utf16.Encode([]rune(source)))); got.String() != want {
			t.Errorf("%q: %q, want %q", source, got, want)
		}
	}
}

// TestCachesAreBounded uses more expressions than the caches hold.
func TestCachesAreBounded(t *testing.T) {
	e := engine.New()
	Install(e)
	v, err := e.VM.RunString(`
		let n = 0;
		const kept = /kept(\d)/g;
		for (let i = 0; i < 3000; i++) if (new RegExp('x' + i).test('x' + i)) n++;
		n + ',' + kept.exec('kept7')[1] + ',' + kept.source`)
	if err != nil || v.String() != `3000,7,kept(\d)` {
		t.Error(v, err)
	}
}

func BenchmarkInstall(b *testing.B) {
	for range b.N {
		Install(engine.New())
	}
}

func BenchmarkEngineAlone(b *testing.B) {
	for range b.N {
		engine.New()
	}
}
