// Command cmd compares random programs on gonode and on a Node.
//
//	go run ./js-tests/differential/cmd -node /path/to/node -program streams -count 2000
//
// It exits with 1 when a program differs, and shows where.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/gonode/gonode/js-tests/differential"
)

func main() {
	node := flag.String("node", "node", "the Node that is right")
	gonode := flag.String("gonode", "", "the gonode to compare; empty builds one")
	folder := flag.String("programs", "js-tests/differential/programs", "folder of the programs")
	program := flag.String("program", "streams", "name of the program, without .js")
	from := flag.Int("from", 1, "first seed")
	count := flag.Int("count", 2000, "number of programs")
	batch := flag.Int("batch", 200, "programs in one process")
	flag.Parse()
	differing, err := run(*node, *gonode, filepath.Join(*folder, *program+".js"), *from, *count, *batch)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	fmt.Printf("%s: %d programs, seeds %d to %d, %d differ\n", *program, *count, *from, *from+*count-1, differing)
	if differing > 0 {
		os.Exit(1)
	}
}

func run(node, gonode, script string, from, count, batch int) (differing int, err error) {
	if gonode == "" {
		dir, err := os.MkdirTemp("", "gonode-")
		if err != nil {
			return 0, err
		}
		defer os.RemoveAll(dir)
		gonode = filepath.Join(dir, "gonode")
		if out, err := exec.Command("go", "build", "-o", gonode, "./cmd/gonode").CombinedOutput(); err != nil {
			return 0, fmt.Errorf("%w\n%s", err, out)
		}
	}
	for first := from; first < from+count; first += batch {
		n, err := compare(node, gonode, differential.Batch{Script: script, First: first, Count: min(batch, from+count-first)})
		if err != nil {
			return differing, err
		}
		differing += n
	}
	return differing, nil
}

func compare(node, gonode string, b differential.Batch) (int, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	found, err := differential.Compare(ctx, b, node, gonode)
	for _, d := range found {
		fmt.Print(d)
	}
	return len(found), err
}
