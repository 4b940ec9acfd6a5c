package nodetests

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"time"
)

// canary is a program of ours with a known verdict, written against the
// suite's own test/common.
type canary struct {
	name    string
	path    string
	verdict Verdict
	says    *regexp.Regexp // matches its cause or what it prints
	limit   time.Duration
}

// CanaryError means that a canary got another verdict than it must get, so no
// other verdict of this executable means anything.
type CanaryError struct {
	Name string
	Want string
	Got  string
}

func (e *CanaryError) Error() string {
	return fmt.Sprintf("canary %s: want %s, got %s", e.Name, e.Want, e.Got)
}

// canaryLine is a directive in the comment that starts a canary.
var canaryLine = regexp.MustCompile(`^// (Verdict|Says|Limit): (.+)$`)

// parseCanary reads the directives of a canary.
func parseCanary(name, source string) (canary, error) {
	c := canary{name: name, limit: DefaultLimit}
	judged := false
	for line := range strings.Lines(source) {
		m := canaryLine.FindStringSubmatch(strings.TrimSpace(line))
		if m == nil {
			continue
		}
		var err error
		switch m[1] {
		case "Verdict":
			judged = true
			err = c.setVerdict(m[2])
		case "Says":
			c.says, err = regexp.Compile(m[2])
		case "Limit":
			c.limit, err = time.ParseDuration(m[2])
		}
		if err != nil {
			return c, fmt.Errorf("canary %s: %s: %w", name, m[1], err)
		}
	}
	if !judged || c.says == nil && c.verdict != Passed {
		return c, fmt.Errorf("canary %s: it needs a Verdict, and Says unless that is passed", name)
	}
	return c, nil
}

func (c *canary) setVerdict(word string) error {
	for _, v := range []Verdict{Passed, Failed, Skipped} {
		if v.String() == word {
			c.verdict = v
			return nil
		}
	}
	return fmt.Errorf("%q is no verdict", word)
}

// loadCanaries reads all canaries of a folder.
func loadCanaries(folder string) ([]canary, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.js"))
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("no canaries in %s", folder)
	}
	var all []canary
	for _, path := range paths {
		source, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		c, err := parseCanary(filepath.Base(path), string(source))
		if err != nil {
			return nil, err
		}
		if c.path, err = filepath.Abs(path); err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, nil
}

// control is the canary that must pass. Where it does not, test/common does
// not even load, and the others would only repeat that.
const control = "passes.js"

// runCanaries returns a CanaryError for each canary with a wrong verdict.
func (r *runner) runCanaries(ctx context.Context) error {
	all, err := loadCanaries(filepath.Join(r.Lists, canaryFolder))
	if err != nil {
		return err
	}
	for i := range all {
		if all[i].name != control {
			continue
		}
		if err := r.runCanary(ctx, &all[i], 0); err != nil {
			return fmt.Errorf("no test can pass: %w", err)
		}
	}
	errs := make([]error, len(all))
	free := make(chan int, r.Parallel) // slots
	for slot := range r.Parallel {
		free <- slot
	}
	var group sync.WaitGroup
	for i := range all {
		slot := <-free
		group.Go(func() {
			errs[i] = r.runCanary(ctx, &all[i], slot)
			free <- slot
		})
	}
	group.Wait()
	return errors.Join(errs...)
}

func (r *runner) runCanary(ctx context.Context, c *canary, slot int) error {
	p := process{argv: []string{r.Executable, c.path}, env: []string{"CANARY_SUITE=" + r.suite}, limit: c.limit}
	o, err := r.execute(ctx, p, slot, true)
	if err != nil {
		return fmt.Errorf("canary %s: %w", c.name, err)
	}
	return c.check(o)
}

// check compares the verdict on o with the one the canary must get. A failure
// must also be the right failure: one that does not even load proves nothing.
func (c *canary) check(o outcome) error {
	verdict, cause := judge(o)
	want, got := c.verdict.String(), verdict.String()
	if c.says != nil {
		want += fmt.Sprintf(" with %q", c.says)
	}
	if cause != "" {
		got += ": " + cause
	}
	if verdict != c.verdict || c.says != nil && !c.says.MatchString(cause+"\n"+o.stdout+o.stderr) {
		return &CanaryError{Name: c.name, Want: want, Got: got}
	}
	return nil
}
