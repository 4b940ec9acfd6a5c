// Package nodetests runs Node's own tests, the ones of its test/ folder, on
// gonode or on a real Node, and compares the outcome with what is expected.
// The tests themselves are not part of this repository: their folder is given
// by path. The command in cmd and go test call it.
//
// Which tests count stands in tests/AREA.txt (lists.go), which of them gonode
// is known to fail in status.txt (status.go). A run must agree with both: a
// failure that is not listed and a pass of a test that is listed are errors
// alike, so the files stay true. Before each run the canaries, programs with a
// known verdict, show that the verdicts mean something (canaries.go).
//
// Concurrency: Run starts one goroutine for each parallel slot; tests of
// test/sequential run alone afterwards. Nothing is shared between runs, but a
// run sets the umask and the core file limit of the process, as Node's
// tools/test.py does for its own.
package nodetests
