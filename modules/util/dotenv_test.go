package util

import (
	"slices"
	"testing"
)

func TestParseEnv(t *testing.T) {
	tests := []struct {
		name, content string
		want          []EnvVar
	}{
		{"nothing", "", nil},
		{"plain", "A=1\nB = 2 \n", []EnvVar{{"A", "1"}, {"B", "2"}}},
		{"sorted, the last counts", "B=1\nA=2\nB=3", []EnvVar{{"A", "2"}, {"B", "3"}}},
		{"comments", "# A=1\nB=1 # two\nC=#", []EnvVar{{"B", "1"}, {"C", ""}}},
		{"quotes", "A='x # y'\nB=\"a\\nb\"\nC='a\\nb'\nD=`q`", []EnvVar{{"A", "x # y"}, {"B", "a\nb"}, {"C", `a\nb`}, {"D", "q"}}},
		{"several lines", "A=\"x\ny\" rest\nB=1", []EnvVar{{"A", "x\ny"}, {"B", "1"}}},
		{"quote without end", "A=\"x # y\nB=1", []EnvVar{{"A", `"x # y`}, {"B", "1"}}},
		{"no value", "A=\nB", []EnvVar{{"A", ""}}},
		{"blank value takes the next line", "A= \nB=2", []EnvVar{{"A", "B=2"}}},
		{"export", "export A=1\nexportB=2", []EnvVar{{"A", "1"}, {"exportB", "2"}}},
		{"no name", "=1\nA=2", []EnvVar{{"A", "2"}}},
		{"carriage returns", "A=1\r\nB=2\r\n", []EnvVar{{"A", "1"}, {"B", "2"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := ParseEnv(tt.content); !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func FuzzParseEnv(f *testing.F) {
	for _, seed := range []string{"A=1", "export A=\"x\\ny\" # z\nB='", "=\n", "A=`\n`"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, content string) {
		vars := ParseEnv(content)
		for i := 1; i < len(vars); i++ {
			if vars[i-1].Name >= vars[i].Name {
				t.Fatalf("%q: names out of order: %q", content, vars)
			}
		}
	})
}
