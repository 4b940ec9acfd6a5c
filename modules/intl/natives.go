package intl

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/dop251/goja"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"github.com/gonode/gonode/internal/binding"
)

// zoneOf gives a time zone its proper name, or undefined if there is none of
// that name. Without a name it is the local one.
func (m *module) zoneOf(c goja.FunctionCall) goja.Value {
	name := ""
	if goja.IsUndefined(c.Argument(0)) {
		name = m.localZone()
	} else {
		name = c.Argument(0).String()
	}
	if minutes, ok := parseOffset(name); ok {
		return m.vm.ToValue(offsetName(minutes))
	}
	proper, _, ok := findZone(name)
	if !ok {
		return goja.Undefined()
	}
	return m.vm.ToValue(proper)
}

// localZone is the name of the zone that dates are shown in.
func (m *module) localZone() string {
	if m.deps.ZoneName != nil {
		if name := m.deps.ZoneName(); name != "" {
			return name
		}
	}
	if _, _, ok := findZone(time.Local.String()); ok && time.Local.String() != "Local" {
		return time.Local.String()
	}
	return SystemZone()
}

// SystemZone is the name of the system's time zone, or "UTC".
func SystemZone() string {
	if target, err := filepath.EvalSymlinks("/etc/localtime"); err == nil {
		if _, name, ok := strings.Cut(target, "zoneinfo/"); ok {
			return name
		}
	}
	if text, err := os.ReadFile("/etc/timezone"); err == nil {
		return strings.TrimSpace(string(text))
	}
	return "UTC"
}

// utcNames are the names that stand for UTC.
var utcNames = map[string]bool{
	"UTC": true, "ETC/UTC": true, "ETC/GMT": true, "GMT": true, "ETC/UCT": true, "UCT": true, "ZULU": true,
	"ETC/ZULU": true, "UNIVERSAL": true, "ETC/UNIVERSAL": true, "ETC/GREENWICH": true, "GREENWICH": true,
}

// findZone looks a zone up, whatever the case of its letters.
func findZone(name string) (proper string, loc *time.Location, ok bool) {
	if utcNames[strings.ToUpper(name)] {
		return "UTC", time.UTC, true
	}
	if name == "" || strings.EqualFold(name, "local") {
		return "", nil, false
	}
	for _, spelling := range []string{name, titled(name)} {
		if loc, err := time.LoadLocation(spelling); err == nil {
			return spelling, loc, true
		}
	}
	return "", nil, false
}

// titled spells a zone as most are: America/New_York.
func titled(name string) string {
	b := []byte(strings.ToLower(name))
	for i := range b {
		if (i == 0 || b[i-1] == '/' || b[i-1] == '_' || b[i-1] == '-') && 'a' <= b[i] && b[i] <= 'z' {
			b[i] -= 'a' - 'A'
		}
	}
	return string(b)
}

// parseOffset reads ±hh, ±hhmm and ±hh:mm.
func parseOffset(name string) (minutes int, ok bool) {
	if len(name) < 3 || name[0] != '+' && name[0] != '-' {
		return 0, false
	}
	digits := name[1:]
	if len(digits) == 5 && digits[2] == ':' {
		digits = digits[:2] + digits[3:]
	}
	if len(digits) == 2 {
		digits += "00"
	}
	n, err := strconv.ParseUint(digits, 10, 16)
	if err != nil || len(digits) != 4 || n/100 > 23 || n%100 > 59 {
		return 0, false
	}
	minutes = int(n/100*60 + n%100)
	if name[0] == '-' {
		minutes = -minutes
	}
	return minutes, true
}

func offsetName(minutes int) string {
	sign := "+"
	if minutes < 0 {
		sign, minutes = "-", -minutes
	}
	two := func(n int) string { return strconv.Itoa(n/10) + strconv.Itoa(n%10) }
	return sign + two(minutes/60) + ":" + two(minutes%60)
}

// fields takes a time in milliseconds apart in a zone that zoneOf has named.
func (m *module) fields(c goja.FunctionCall) goja.Value {
	name := c.Argument(1).String()
	var loc *time.Location
	if minutes, ok := parseOffset(name); ok {
		loc = time.FixedZone(name, minutes*60)
	} else {
		_, loc, _ = findZone(name)
	}
	t := time.UnixMilli(c.Argument(0).ToInteger()).In(loc)
	abbreviation, offset := t.Zone()
	obj := m.vm.NewObject()
	for _, f := range []struct {
		name  string
		value any
	}{
		{"year", t.Year()}, {"month", int(t.Month())}, {"day", t.Day()}, {"weekday", int(t.Weekday())},
		{"hour", t.Hour()}, {"minute", t.Minute()}, {"second", t.Second()}, {"millisecond", t.Nanosecond() / 1e6},
		{"abbreviation", abbreviation}, {"offset", offset / 60},
	} {
		binding.Value(obj, f.name, m.vm.ToValue(f.value))
	}
	return obj
}

// collation is one way to order strings.
type collation struct {
	sensitivity string
	numeric     bool
}

// compare orders two strings as English does.
func (m *module) compare(c goja.FunctionCall) goja.Value {
	col := m.collator(collation{c.Argument(2).String(), c.Argument(3).ToBoolean()})
	return m.vm.ToValue(col.CompareString(c.Argument(0).String(), c.Argument(1).String()))
}

// collator is made once for each way.
func (m *module) collator(key collation) *collate.Collator {
	if col := m.collators[key]; col != nil {
		return col
	}
	var opts []collate.Option
	switch key.sensitivity {
	case "base":
		opts = append(opts, collate.IgnoreCase, collate.IgnoreDiacritics)
	case "accent":
		opts = append(opts, collate.IgnoreCase)
	}
	if key.numeric {
		opts = append(opts, collate.Numeric)
	}
	col := collate.New(language.English, opts...)
	m.collators[key] = col
	return col
}
