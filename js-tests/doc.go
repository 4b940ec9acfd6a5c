// Package jstests runs the JavaScript conformance suite: every .js file in the
// folders below, on gonode and on a real Node alike. It is called by go test
// only and exports nothing.
//
// A file says in its header comment how it is started and what it must do
// (header_test.go), the judge compares that with what happened
// (judge_test.go), and the same judge serves all ways to run a file:
// gonode in a process of its own, gonode inside the test binary, and Node.
// README.md describes the conventions and the flags.
//
// Concurrency: files run in parallel. They share nothing but the built
// binary; each has its own temporary folder, which is also its working
// directory when it runs in a process of its own.
package jstests
