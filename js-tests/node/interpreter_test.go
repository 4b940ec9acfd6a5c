package nodetests

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// interpreterEnv makes the test binary stand in for gonode: it then runs
// scripts of one command a line.
const interpreterEnv = "FAKE_INTERPRETER"

func TestMain(m *testing.M) {
	if os.Getenv(interpreterEnv) != "" {
		os.Exit(interpret(os.Args[1:]))
	}
	os.Exit(m.Run())
}

// interpret takes the flag --good and refuses others, as gonode refuses those
// it does not know.
func interpret(args []string) int {
	for len(args) > 0 && strings.HasPrefix(args[0], "-") {
		if args[0] == "--version" {
			fmt.Println("v24.1.2")
			return 0
		}
		if args[0] != "--good" {
			return exitBadOption
		}
		args = args[1:]
	}
	f, err := os.Open(args[0])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		command, argument, _ := strings.Cut(lines.Text(), " ")
		if code, end := perform(command, argument); end {
			return code
		}
	}
	return 0
}

func perform(command, argument string) (code int, end bool) {
	switch command {
	case "say":
		fmt.Println(os.ExpandEnv(argument))
	case "cry":
		fmt.Fprintln(os.Stderr, os.ExpandEnv(argument))
	case "exit":
		code, _ = strconv.Atoi(argument)
		return code, true
	case "exit-once": // fails on the first run only; argument is a file
		if f, err := os.OpenFile(argument, os.O_CREATE|os.O_EXCL, 0o600); err == nil {
			f.Close()
			return 1, true
		}
	case "want": // the environment
		if !slices.Contains(os.Environ(), os.ExpandEnv(argument)) {
			fmt.Fprintln(os.Stderr, "Error: no", argument)
			return 1, true
		}
	case "where":
		dir, _ := os.Getwd()
		fmt.Fprintln(os.Stderr, "Error: in", dir)
		return 1, true
	case "suicide":
		self, _ := os.FindProcess(os.Getpid())
		self.Kill()
		time.Sleep(time.Hour)
	case "hang":
		time.Sleep(time.Hour)
	case "flood":
		block := []byte(strings.Repeat("x", 1<<20))
		for {
			os.Stdout.Write(block)
		}
	case "child": // starts itself with a script that hangs; argument is where to write the pid
		startChild(argument)
	}
	return 0, false
}

func startChild(pidFile string) {
	script := filepath.Join(os.Getenv("TMPDIR"), "child.js")
	if err := os.WriteFile(script, []byte("hang\n"), 0o600); err != nil {
		panic(err)
	}
	cmd := exec.Command(os.Args[0], script)
	cmd.Stdout = os.Stdout
	detach(cmd)
	if err := cmd.Start(); err != nil {
		panic(err)
	}
	if err := os.WriteFile(pidFile, []byte(strconv.Itoa(cmd.Process.Pid)), 0o600); err != nil {
		panic(err)
	}
}
