// Command cmd runs Node's own tests, whose folder is given, on gonode or on a
// real Node, and prints a table by area. See the README of the folder above.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"time"

	nodetests "github.com/gonode/gonode/js-tests/node"
)

// Exit codes.
const (
	exitUnexpected = 1
	exitUsage      = 2
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// settings are the flags of the command.
type settings struct {
	nodetests.Options
	gonode, node string
	areas        string
	match        string
	transport    string
	verbose      bool
	update       bool
	causes       int
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	s, err := parse(args, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return 0
	}
	if err != nil {
		fmt.Fprintln(stderr, err)
		return exitUsage
	}
	unexpected, err := s.run(ctx, stdout, stderr)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return exitUnexpected
	}
	if unexpected > 0 && !s.update {
		return exitUnexpected
	}
	return 0
}

func parse(args []string, stderr io.Writer) (*settings, error) {
	s := &settings{}
	flags := flag.NewFlagSet("cmd", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&s.Suite, "suite", os.Getenv("GONODE_NODE_SUITE"), "Node's test `folder` (default $GONODE_NODE_SUITE)")
	flags.StringVar(&s.Lists, "lists", "js-tests/node", "`folder` of the lists, the canaries and the status file")
	flags.StringVar(&s.gonode, "gonode", "", "gonode `executable` (default: built from this tree)")
	flags.StringVar(&s.node, "node", "", "a real Node `executable` to run in place of gonode")
	flags.StringVar(&s.areas, "area", "", "`areas` to run, separated by commas (default all: "+strings.Join(nodetests.Areas(), ",")+")")
	flags.StringVar(&s.match, "match", "", "run only tests whose path matches this `regexp`")
	flags.StringVar(&s.transport, "transport", "both", "`transport` of area net: epoll, pump or both")
	flags.IntVar(&s.Parallel, "parallel", 0, "tests at a `time` (default one for each CPU)")
	flags.DurationVar(&s.Limit, "limit", nodetests.DefaultLimit, "time `limit` of a test whose list gives none")
	flags.IntVar(&s.causes, "causes", 10, "how `many` of the commonest causes of failure to print")
	flags.BoolVar(&s.verbose, "v", false, "print each failure with the first line of its error")
	flags.BoolVar(&s.update, "update-status", false, "rewrite the status file from this run")
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	if flags.NArg() > 0 {
		return nil, fmt.Errorf("unknown argument %q", flags.Arg(0))
	}
	return s, s.complete()
}

// complete checks the flags against each other and sets the options.
func (s *settings) complete() (err error) {
	switch {
	case s.Suite == "":
		return errors.New("no tests: give Node's test folder by -suite or GONODE_NODE_SUITE")
	case s.gonode != "" && s.node != "":
		return errors.New("-gonode and -node exclude each other")
	case s.node != "" && s.update:
		return errors.New("-update-status is for gonode, not for -node")
	case s.Parallel < 0 || s.Limit <= 0:
		return errors.New("-parallel and -limit must be positive")
	}
	if s.areas != "" {
		s.Areas = strings.Split(s.areas, ",")
	}
	if s.match != "" {
		if s.Match, err = regexp.Compile(s.match); err != nil {
			return fmt.Errorf("-match: %w", err)
		}
	}
	switch s.transport {
	case "both":
	case "epoll", "pump":
		s.Transports = []string{s.transport}
	default:
		return fmt.Errorf("-transport %q: neither epoll nor pump nor both", s.transport)
	}
	s.Node = s.node != ""
	return nil
}

// run prints the report and returns how many results are unexpected.
func (s *settings) run(ctx context.Context, stdout, stderr io.Writer) (unexpected int, err error) {
	remove, err := s.executable(ctx)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, remove()) }()
	done, start := 0, time.Now()
	s.Done = func(nodetests.Result) {
		if done++; done%100 == 0 {
			fmt.Fprintf(stderr, "%d done after %v\n", done, time.Since(start).Round(time.Second))
		}
	}
	report, err := nodetests.Run(ctx, s.Options)
	if err != nil {
		return 0, err
	}
	if s.update {
		if err := report.UpdateStatus(s.Lists); err != nil {
			return 0, err
		}
	}
	return len(report.Unexpected()), s.print(report, stdout)
}

func (s *settings) print(report *nodetests.Report, stdout io.Writer) error {
	if s.verbose {
		report.WriteFailures(stdout)
		fmt.Fprintln(stdout)
	}
	if !s.update {
		report.WriteUnexpected(stdout)
	}
	report.WriteUnsteady(stdout)
	if err := report.WriteTable(stdout); err != nil {
		return err
	}
	fmt.Fprintln(stdout, "\nCommonest causes of failures:")
	report.WriteCauses(stdout, s.causes)
	return nil
}

// executable chooses what to run, and builds gonode if none is given. remove
// deletes what was built.
func (s *settings) executable(ctx context.Context) (remove func() error, err error) {
	if s.Executable = s.node + s.gonode; s.Executable != "" {
		return func() error { return nil }, nil
	}
	dir, err := os.MkdirTemp("", "gonode")
	if err != nil {
		return nil, err
	}
	remove = func() error { return os.RemoveAll(dir) }
	if s.Executable, err = nodetests.Build(ctx, filepath.Clean(s.Lists), dir); err != nil {
		return nil, errors.Join(err, remove())
	}
	return remove, nil
}
