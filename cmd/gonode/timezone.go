package main

import (
	"os"
	"time"
)

// setTimeZone makes a time zone that of Date. Go knows one local zone for the
// whole program, which here runs one script. Without a name it is the
// system's; a name that nobody knows means UTC, as in the C library.
func setTimeZone(name string) {
	if name == "" {
		time.Local = systemZone()
		return
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		zone = time.UTC
	}
	time.Local = zone
}

// systemZone reads the zone of the system anew: Go's own is settled by TZ at
// its start.
func systemZone() *time.Location {
	data, err := os.ReadFile("/etc/localtime")
	if err != nil {
		return time.UTC
	}
	zone, err := time.LoadLocationFromTZData("Local", data)
	if err != nil {
		return time.UTC
	}
	return zone
}
