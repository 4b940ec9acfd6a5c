package nodetests

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"time"
)

// DefaultLimit is the time limit of a test whose list says nothing else.
const DefaultLimit = 30 * time.Second

// Options says what to run on what.
type Options struct {
	Suite      string         // Node's test folder, or the folder around it
	Lists      string         // this package's folder
	Executable string         // gonode, or Node if Node is set
	Node       bool           // Executable is a real Node: it must pass all that counts for its version
	Areas      []string       // nil: all
	Match      *regexp.Regexp // only tests whose path matches; nil: all
	Transports []string       // of area net, on gonode; nil: all
	Parallel   int            // tests at a time; 0: one for each CPU
	Limit      time.Duration  // time limit of a test; 0: DefaultLimit
	Done       func(Result)   // called after each test, from one goroutine at a time; may be nil
}

// Result is one test on one transport.
type Result struct {
	Test      Test
	Transport string // "" outside area net and on Node
	Verdict   Verdict
	Cause     string // in one line, fit for the status file; "" if it passed
	Output    string // all that it printed
	Line      int    // of the test's file, where it failed; 0 if that is not known
	Duration  time.Duration
	Expected  bool
	Reason    string // what the status file says
	Again     bool   // the first run was not as expected; this is a second one, alone
	First     string // cause of that first run
}

// Name is the path of the test, with its transport.
func (r *Result) Name() string { return statusKey(r.Test.Path, r.Transport) }

// runner is a run under way.
type runner struct {
	Options
	suite    string
	dir      string // temporary, of this run
	major    int    // of a real Node, else 0
	status   status
	accepted map[string]bool // flags the executable takes
	clean    *sanitizer
	port     int // for the sequential tests
}

// Run runs the canaries and then the tests, and compares them with the status
// file. It fails if the run itself could not be done: what the tests did is in
// the report.
func Run(ctx context.Context, o Options) (_ *Report, err error) {
	r, all, err := newRunner(ctx, o)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, removeAll(r.dir)) }()
	jobs, report, err := r.plan(ctx, all)
	if err != nil {
		return nil, err
	}
	if err := r.runCanaries(ctx); err != nil {
		return nil, err
	}
	if report.Results, err = r.runAll(ctx, jobs); err != nil {
		return nil, err
	}
	return report, nil
}

// newRunner reads everything a run needs and makes its folder.
func newRunner(ctx context.Context, o Options) (r *runner, tests []Test, err error) {
	r = &runner{Options: o}
	if r.suite, err = findSuite(o.Suite); err != nil {
		return nil, nil, err
	}
	if err := r.readLists(&tests); err != nil {
		return nil, nil, err
	}
	r.defaults()
	if r.Executable, err = filepath.Abs(o.Executable); err != nil {
		return nil, nil, err
	}
	if o.Node {
		if r.major, err = nodeMajor(ctx, r.Executable); err != nil {
			return nil, nil, err
		}
	}
	if err := hostSettings(); err != nil {
		return nil, nil, err
	}
	return r, tests, r.makeFolder()
}

func (r *runner) readLists(tests *[]Test) error {
	all, err := loadLists(filepath.Join(r.Lists, listsFolder), Areas())
	if err != nil {
		return err
	}
	if err := checkFiles(r.suite, all); err != nil {
		return err
	}
	if r.status, err = readStatus(filepath.Join(r.Lists, statusFile)); err != nil {
		return err
	}
	if err := r.status.checkNames(all); err != nil {
		return err
	}
	*tests, err = selectTests(all, r.Areas, r.Match)
	return err
}

// selectTests keeps the tests of the areas, in the order of Areas, that match.
func selectTests(all []Test, areas []string, match *regexp.Regexp) ([]Test, error) {
	for _, area := range areas {
		if !slices.Contains(Areas(), area) {
			return nil, fmt.Errorf("no area is called %q", area)
		}
	}
	var tests []Test
	for _, t := range all {
		if (areas == nil || slices.Contains(areas, t.Area)) && (match == nil || match.MatchString(t.Path)) {
			tests = append(tests, t)
		}
	}
	if len(tests) == 0 {
		return nil, errors.New("no test is selected")
	}
	return tests, nil
}

func (r *runner) defaults() {
	if r.Parallel == 0 {
		r.Parallel = runtime.NumCPU()
	}
	if r.Limit == 0 {
		r.Limit = DefaultLimit
	}
	if r.Transports == nil {
		r.Transports = netTransports()
	}
	if r.Done == nil {
		r.Done = func(Result) {}
	}
}

// makeFolder makes the folder of the run. Its name is short, as UNIX socket
// paths are limited to about 100 bytes.
func (r *runner) makeFolder() (err error) {
	if r.dir, err = os.MkdirTemp("", "nt"); err != nil {
		return err
	}
	if r.dir, err = filepath.EvalSymlinks(r.dir); err != nil {
		return err
	}
	r.clean = newSanitizer(map[string]string{
		r.dir: "<tmp>", r.suite: "<suite>", filepath.Dir(r.suite): "<suite>/..", r.Executable: "<executable>",
	})
	r.port, err = freePort()
	return errors.Join(err, os.Chmod(r.dir, 0o755)) // a test may give up its user id
}

// job is one run of a test.
type job struct {
	test      *Test
	transport string
	meta      metadata
	missing   []string // flags the executable does not take
}

// plan makes the jobs and a report with what does not run.
func (r *runner) plan(ctx context.Context, tests []Test) ([]job, *Report, error) {
	report := &Report{Suite: r.suite, Node: r.major, excluded: map[string]int{}, status: r.status, onNode: r.Node}
	var jobs []job
	var flags []string
	for i := range tests {
		t := &tests[i]
		if t.Excluded != "" {
			report.excluded[t.Area]++
			continue
		}
		source, err := os.ReadFile(filepath.Join(r.suite, filepath.FromSlash(t.Path)))
		if err != nil {
			return nil, nil, err
		}
		meta, err := parseMetadata(string(source))
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", t.Path, err)
		}
		flags = append(flags, meta.flags...)
		for _, transport := range r.transports(t) {
			jobs = append(jobs, job{test: t, transport: transport, meta: meta})
		}
	}
	if !r.Node {
		var err error
		if r.accepted, err = acceptedFlags(ctx, r.Executable, r.dir, flags); err != nil {
			return nil, nil, err
		}
		dropFlags(jobs, r.accepted)
	}
	return jobs, report, nil
}

// dropFlags takes from the jobs the flags that the executable refuses.
func dropFlags(jobs []job, accepted map[string]bool) {
	for i := range jobs {
		var known []string
		for _, flag := range jobs[i].meta.flags {
			if accepted[flag] {
				known = append(known, flag)
			} else {
				jobs[i].missing = append(jobs[i].missing, flag)
			}
		}
		jobs[i].meta.flags = known
	}
}

// transports lists the transports the test runs on now.
func (r *runner) transports(t *Test) []string {
	if r.Node {
		return []string{""}
	}
	var chosen []string
	for _, transport := range transportsOf(t) {
		if transport == "" || slices.Contains(r.Transports, transport) {
			chosen = append(chosen, transport)
		}
	}
	return chosen
}
