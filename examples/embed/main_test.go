package main

import (
	"strings"
	"testing"
)

func TestEmbed(t *testing.T) {
	var out strings.Builder
	if err := run(&out); err != nil {
		t.Fatal(err)
	}
	want := "welcome, visitor 1\nwelcome, visitor 2\nthe script greeted 2 visitors\n"
	if out.String() != want {
		t.Errorf("got %q, want %q", out.String(), want)
	}
}
