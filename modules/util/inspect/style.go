package inspect

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/wtf8"
)

// styleColors are util.inspect.styles, in Node's order. Styles without an
// entry, such as that of property names, have no colour.
var styleColors = []struct{ style, color string }{
	{"special", "cyan"},
	{"number", "yellow"},
	{"bigint", "yellow"},
	{"boolean", "yellow"},
	{"undefined", "grey"},
	{"null", "bold"},
	{"string", "green"},
	{"symbol", "green"},
	{"date", "magenta"},
	{"regexp", "red"},
	{"module", "underline"},
}

// colorCode is the pair of ANSI codes that switches a colour on and off.
type colorCode struct {
	name    string
	on, off int
}

// colorCodes are util.inspect.colors, in Node's order.
var colorCodes = []colorCode{
	{"reset", 0, 0}, {"bold", 1, 22}, {"dim", 2, 22}, {"italic", 3, 23}, {"underline", 4, 24}, {"blink", 5, 25},
	{"inverse", 7, 27}, {"hidden", 8, 28}, {"strikethrough", 9, 29}, {"doubleunderline", 21, 24},
	{"black", 30, 39}, {"red", 31, 39}, {"green", 32, 39}, {"yellow", 33, 39}, {"blue", 34, 39},
	{"magenta", 35, 39}, {"cyan", 36, 39}, {"white", 37, 39},
	{"bgBlack", 40, 49}, {"bgRed", 41, 49}, {"bgGreen", 42, 49}, {"bgYellow", 43, 49}, {"bgBlue", 44, 49},
	{"bgMagenta", 45, 49}, {"bgCyan", 46, 49}, {"bgWhite", 47, 49},
	{"framed", 51, 54}, {"overlined", 53, 55},
	{"gray", 90, 39}, {"redBright", 91, 39}, {"greenBright", 92, 39}, {"yellowBright", 93, 39},
	{"blueBright", 94, 39}, {"magentaBright", 95, 39}, {"cyanBright", 96, 39}, {"whiteBright", 97, 39},
	{"bgGray", 100, 49}, {"bgRedBright", 101, 49}, {"bgGreenBright", 102, 49}, {"bgYellowBright", 103, 49},
	{"bgBlueBright", 104, 49}, {"bgMagentaBright", 105, 49}, {"bgCyanBright", 106, 49}, {"bgWhiteBright", 107, 49},
}

// colorAliases are further names, which are not enumerable.
var colorAliases = []struct{ alias, color string }{
	{"grey", "gray"}, {"blackBright", "gray"}, {"bgGrey", "bgGray"}, {"bgBlackBright", "bgGray"},
	{"faint", "dim"}, {"crossedout", "strikethrough"}, {"strikeThrough", "strikethrough"},
	{"crossedOut", "strikethrough"}, {"conceal", "hidden"}, {"swapColors", "inverse"},
	{"swapcolors", "inverse"}, {"doubleUnderline", "doubleunderline"},
}

// style colours a text, when colours are on, by what it stands for.
func (p *printer) style(text, kind string) string {
	if p.stylize != nil {
		return wtf8.ToString(p.vm, p.e.Call(p.stylize, goja.Undefined(), wtf8.Value(text), p.vm.ToValue(kind)))
	}
	if !p.Colors {
		return text
	}
	return p.colored(text, kind)
}

// colored puts the codes of a style around a text.
func (i *Inspector) colored(text, kind string) string {
	on, off, ok := i.codes(kind)
	if !ok {
		return text
	}
	return "\x1b[" + on + "m" + text + "\x1b[" + off + "m"
}

// codes are the codes of a style. Scripts may change the tables once they
// have seen them.
func (i *Inspector) codes(kind string) (on, off string, ok bool) {
	if i.styles == nil {
		return standardCodes(kind)
	}
	name := i.styles.Get(kind)
	if name == nil || goja.IsUndefined(name) {
		return "", "", false
	}
	pair, isObject := i.colors.Get(name.String()).(*goja.Object)
	if !isObject {
		return "", "", false
	}
	return pair.Get("0").String(), pair.Get("1").String(), true
}

func standardCodes(kind string) (on, off string, ok bool) {
	for _, s := range styleColors {
		if s.style == kind {
			c := codeOf(s.color)
			return itoa(c.on), itoa(c.off), true
		}
	}
	return "", "", false
}

// codeOf finds a colour by its name or alias.
func codeOf(name string) colorCode {
	for _, a := range colorAliases {
		if a.alias == name {
			name = a.color
			break
		}
	}
	for _, c := range colorCodes {
		if c.name == name {
			return c
		}
	}
	return colorCode{}
}
