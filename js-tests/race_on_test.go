//go:build race

package jstests

const raceEnabled = true
