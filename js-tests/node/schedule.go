package nodetests

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
)

// runAll runs the jobs: parallel ones side by side, then sequential ones, then
// once more, alone, those that were not as expected. A busy machine makes tests
// of time and order fail; a second run alone tells those from broken ones, and
// the report names them.
func (r *runner) runAll(ctx context.Context, jobs []job) ([]Result, error) {
	var side, alone, again []int
	for i := range jobs {
		if jobs[i].test.Sequential() {
			alone = append(alone, i)
		} else {
			side = append(side, i)
		}
	}
	results := make([]Result, len(jobs))
	if err := r.runSome(ctx, jobs, results, side, r.Parallel); err != nil {
		return nil, err
	}
	if err := r.runSome(ctx, jobs, results, alone, 1); err != nil {
		return nil, err
	}
	for i := range results {
		if !results[i].Expected {
			again = append(again, i)
		}
	}
	return results, r.runAgain(ctx, jobs, results, again)
}

// runSome runs the jobs with the given indexes, some at a time.
func (r *runner) runSome(ctx context.Context, jobs []job, results []Result, which []int, atATime int) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	queue := make(chan int)
	var slots sync.WaitGroup
	var mu sync.Mutex // guards calls of Done
	for slot := range atATime {
		slots.Go(func() {
			for i := range queue {
				result, err := r.runTest(ctx, &jobs[i], slot, atATime > 1)
				if err != nil {
					cancel(err)
					continue
				}
				results[i] = result
				mu.Lock()
				r.Done(result)
				mu.Unlock()
			}
		})
	}
	for _, i := range which {
		queue <- i
	}
	close(queue)
	slots.Wait()
	return context.Cause(ctx)
}

func (r *runner) runAgain(ctx context.Context, jobs []job, results []Result, which []int) error {
	for _, i := range which {
		result, err := r.runTest(ctx, &jobs[i], 0, false)
		if err != nil {
			return err
		}
		result.Again, result.First = true, firstCause(&results[i])
		results[i] = result
	}
	return nil
}

// firstCause says how a run went whose result is about to be replaced.
func firstCause(r *Result) string {
	if r.Verdict == Passed {
		return "passed"
	}
	return r.Cause
}

// runTest runs one job and compares its verdict with what is expected.
func (r *runner) runTest(ctx context.Context, j *job, slot int, parallel bool) (Result, error) {
	if err := ctx.Err(); err != nil {
		return Result{}, err
	}
	argv := append(append([]string{r.Executable}, j.meta.flags...), filepath.Join(r.suite, filepath.FromSlash(j.test.Path)))
	env := j.meta.env
	if j.transport != "" {
		env = append([]string{"GONODE_NET_TRANSPORT=" + j.transport}, env...)
	}
	p := process{argv: argv, env: env, limit: max(r.Limit, j.test.Limit)}
	o, err := r.execute(ctx, p, slot, parallel)
	if err != nil {
		return Result{}, fmt.Errorf("%s: %w", j.test.Path, err)
	}
	result := Result{Test: *j.test, Transport: j.transport, Output: o.stdout + o.stderr, Duration: o.duration}
	result.Verdict, result.Cause = judge(o)
	result.Cause = causeOf(j.test, r.clean.clean(result.Cause))
	if result.Verdict == Failed && j.missing != nil {
		result.Cause += " (without " + strings.Join(j.missing, " ") + ")"
	}
	if result.Verdict == Failed {
		result.Line = errorPlace(path.Base(j.test.Path), o.stderr+o.stdout)
	}
	r.compare(&result)
	return result, nil
}

// compare sets what was expected of a result.
func (r *runner) compare(result *Result) {
	if !r.Node {
		e, _ := r.status.lookup(result.Test.Path, result.Transport)
		result.Reason = e.reason
		result.Expected = r.status.asExpected(result.Test.Path, result.Transport, result.Verdict)
		return
	}
	if only := result.Test.Node; only != 0 && only != r.major {
		result.Reason = fmt.Sprintf("passes on Node %d only", only)
		result.Expected = true // it may pass: the remark is about one snapshot of the tests
		return
	}
	result.Expected = result.Verdict == Passed
}

// execute runs p in a folder of its own below the folder of the run, which is
// gone afterwards. p.env are variables beyond the usual ones.
func (r *runner) execute(ctx context.Context, p process, slot int, parallel bool) (o outcome, err error) {
	if p.home, err = os.MkdirTemp(r.dir, ""); err != nil {
		return o, err
	}
	defer func() { err = errors.Join(err, removeAll(p.home)) }()
	if err := os.Chmod(p.home, 0o755); err != nil {
		return o, err
	}
	p.dir = filepath.Dir(r.suite)
	p.env = append(r.environment(p.home, slot, parallel), p.env...)
	return p.run(ctx)
}

// environment is what test/common and its helpers read.
func (r *runner) environment(home string, slot int, parallel bool) []string {
	env := append(inherited(),
		"NODE_TEST_DIR="+home,
		"TMPDIR="+home,
		"NODE_TEST_KNOWN_GLOBALS=0",
		"NODE_SKIP_FLAG_CHECK=1",
		"TEST_THREAD_ID="+strconv.Itoa(slot),
	)
	if r.major >= 25 {
		// test/common looks at localStorage, and looking is worth a warning there.
		env = append(env, "NODE_OPTIONS=--no-experimental-webstorage")
	}
	if parallel {
		return append(env, "TEST_PARALLEL=1")
	}
	return append(env, "TEST_PARALLEL=0", "NODE_COMMON_PORT="+strconv.Itoa(r.port))
}

// freePort finds a port for the sequential tests, which use a fixed one, so
// that two runs on a machine do not meet.
func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	return l.Addr().(*net.TCPAddr).Port, l.Close()
}
