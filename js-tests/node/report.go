package nodetests

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"text/tabwriter"
)

// Report is what a run found.
type Report struct {
	Suite   string
	Node    int // major version of a real Node, 0 for gonode
	Results []Result

	excluded map[string]int // by area
	status   status
	onNode   bool
}

// Unexpected returns the results that do not agree with the status file.
func (r *Report) Unexpected() []Result {
	return r.filter(func(x *Result) bool { return !x.Expected })
}

// Unsteady returns the results that agree only after a second run.
func (r *Report) Unsteady() []Result {
	return r.filter(func(x *Result) bool { return x.Again && x.Expected })
}

func (r *Report) filter(keep func(*Result) bool) []Result {
	var kept []Result
	for i := range r.Results {
		if keep(&r.Results[i]) {
			kept = append(kept, r.Results[i])
		}
	}
	return kept
}

// tally counts the verdicts of a row.
type tally struct {
	name       string
	verdicts   [3]int // by Verdict
	excluded   int
	unexpected int
}

// rows counts by area, and for net by transport. The last row is the total.
func (r *Report) rows() []tally {
	var rows []tally
	total := tally{name: "all"}
	for _, area := range Areas() {
		for _, transport := range append([]string{""}, netTransports()...) {
			row := tally{name: statusKey(area, transport), excluded: r.excluded[area]}
			for i := range r.Results {
				if x := &r.Results[i]; x.Test.Area == area && x.Transport == transport {
					row.count(x)
					total.count(x)
				}
			}
			if row.verdicts != [3]int{} {
				rows = append(rows, row)
			}
		}
		total.excluded += r.excluded[area]
	}
	return append(rows, total)
}

func (t *tally) count(r *Result) {
	t.verdicts[r.Verdict]++
	if !r.Expected {
		t.unexpected++
	}
}

// WriteTable prints the counts by area.
func (r *Report) WriteTable(w io.Writer) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "area\tpassed\tfailed\tskipped\texcluded\tunexpected\t")
	for _, row := range r.rows() {
		fmt.Fprintf(table, "%s\t%d\t%d\t%d\t%d\t%d\t\n", row.name,
			row.verdicts[Passed], row.verdicts[Failed], row.verdicts[Skipped], row.excluded, row.unexpected)
	}
	return table.Flush()
}

// WriteFailures prints a line for each failure, expected or not.
func (r *Report) WriteFailures(w io.Writer) {
	for i := range r.Results {
		x := &r.Results[i]
		if x.Verdict == Passed {
			continue
		}
		place := ""
		if x.Line != 0 {
			place = fmt.Sprintf(":%d", x.Line)
		}
		fmt.Fprintf(w, "%s\t%s%s\t%s\n", x.Verdict, x.Name(), place, x.Cause)
	}
}

// WriteUnexpected prints what does not agree with the status file.
func (r *Report) WriteUnexpected(w io.Writer) {
	for _, x := range r.Unexpected() {
		fmt.Fprintln(w, x.Complaint())
	}
}

// WriteUnsteady prints what was as expected only on the second run.
func (r *Report) WriteUnsteady(w io.Writer) {
	for _, x := range r.Unsteady() {
		fmt.Fprintf(w, "unsteady: %s: as expected (%s) only when run again, alone; at first: %s\n", x.Name(), x.Verdict, x.First)
	}
}

// Complaint says what is wrong with a result that is not as expected.
func (r *Result) Complaint() string {
	switch {
	case r.Verdict == Passed:
		return fmt.Sprintf("unexpected pass: %s: %s says: %s", r.Name(), statusFile, r.Reason)
	case r.Reason != "":
		return fmt.Sprintf("unexpectedly %s: %s: %s; %s says: %s", r.Verdict, r.Name(), r.Cause, statusFile, r.Reason)
	default:
		return fmt.Sprintf("unexpectedly %s: %s: %s", r.Verdict, r.Name(), r.Cause)
	}
}

// WriteCauses prints the commonest causes of failures.
func (r *Report) WriteCauses(w io.Writer, most int) {
	counts, example := map[string]int{}, map[string]*Result{}
	for i := range r.Results {
		x := &r.Results[i]
		if x.Verdict != Failed {
			continue
		}
		kind := causeKind(x.Cause)
		counts[kind]++
		if example[kind] == nil {
			example[kind] = x
		}
	}
	kinds := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	for _, kind := range kinds[:min(most, len(kinds))] {
		fmt.Fprintf(w, "%5d  %s (%s)\n", counts[kind], kind, example[kind].Name())
	}
}

// UpdateStatus rewrites the status file in folder so that it says what the run
// showed.
func (r *Report) UpdateStatus(folder string) error {
	if r.onNode {
		return fmt.Errorf("%s is about gonode, not about Node", statusFile)
	}
	next := r.status.update(r.Results)
	return os.WriteFile(filepath.Join(folder, statusFile), []byte(next.format()), 0o644)
}
