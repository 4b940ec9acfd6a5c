package intl

import "testing"

func TestOffsets(t *testing.T) {
	for name, want := range map[string]string{"+05:30": "+05:30", "-0800": "-08:00", "+01": "+01:00"} {
		minutes, ok := parseOffset(name)
		if !ok || offsetName(minutes) != want {
			t.Errorf("%s: %d %v", name, minutes, ok)
		}
	}
	for _, bad := range []string{"", "+", "+5", "+24:00", "+01:60", "UTC", "+1:00", "+ab:cd"} {
		if n, ok := parseOffset(bad); ok {
			t.Errorf("%q is %d", bad, n)
		}
	}
}

func TestZones(t *testing.T) {
	for name, want := range map[string]string{
		"utc": "UTC", "Etc/GMT": "UTC", "europe/BERLIN": "Europe/Berlin", "America/New_York": "America/New_York",
	} {
		if got, _, ok := findZone(name); !ok || got != want {
			t.Errorf("%s: %s %v", name, got, ok)
		}
	}
	for _, bad := range []string{"", "Local", "Foo/Bar", "../etc/passwd"} {
		if got, _, ok := findZone(bad); ok {
			t.Errorf("%q is %s", bad, got)
		}
	}
}
