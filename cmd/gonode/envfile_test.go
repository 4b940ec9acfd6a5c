package main

import "testing"

// TestEnvFile: the files set what is not set, later ones win, and NODE_OPTIONS
// in them counts.
func TestEnvFile(t *testing.T) {
	inFolder(t, map[string]string{
		"one.env": "GONODE_A=1\nGONODE_B=1\nGONODE_SET=file\n",
		"two.env": "GONODE_B=2\nNODE_OPTIONS=\"--stack-trace-limit=3\"\n",
	})
	cmd := gonode(t, "--env-file=one.env", "--env-file", "two.env", "--env-file-if-exists=none.env",
		"-p", "[process.env.GONODE_A, process.env.GONODE_B, process.env.GONODE_SET, Error.stackTraceLimit].join()")
	for i, entry := range cmd.Env {
		if entry == "NODE_OPTIONS=" {
			cmd.Env = append(cmd.Env[:i], cmd.Env[i+1:]...)
			break
		}
	}
	cmd.Env = append(cmd.Env, "GONODE_SET=outside")
	out, err := cmd.Output()
	if err != nil || string(out) != "1,2,outside,3\n" {
		t.Errorf("%q, %v", out, err)
	}
}

// TestTimeZone: TZ in process.env changes what Date shows.
func TestTimeZone(t *testing.T) {
	out, err := gonode(t, "-p", "process.env.TZ = 'Europe/London'; new Date(1523709296789).getHours()").Output()
	if err != nil || string(out) != "13\n" {
		t.Errorf("%q, %v", out, err)
	}
}
