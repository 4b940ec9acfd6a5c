package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/gonode/gonode/modules/util"
)

// envFile is the value of --env-file or --env-file-if-exists.
type envFile struct {
	path     string
	optional bool
}

// loadEnvFiles sets the variables of the files that are not set already; of
// several files the later ones count.
func (c *command) loadEnvFiles(files []envFile) error {
	given := make(map[string]bool)
	for _, file := range files {
		data, err := os.ReadFile(file.path)
		switch {
		case errors.Is(err, fs.ErrNotExist) && file.optional:
			fmt.Fprintf(c.stderr, "%s not found. Continuing without it.\n", file.path)
			continue
		case errors.Is(err, fs.ErrNotExist):
			return &usageError{file.path + ": not found"}
		case err != nil:
			return &usageError{file.path + ": invalid format"}
		}
		for _, v := range util.ParseEnv(string(data)) {
			if _, set := os.LookupEnv(v.Name); set && !given[v.Name] {
				continue
			}
			given[v.Name] = true
			if err := os.Setenv(v.Name, v.Value); err != nil {
				return &usageError{file.path + ": invalid format"}
			}
		}
	}
	return nil
}

// readCommand parses the arguments, NODE_OPTIONS and the files of --env-file,
// which may set NODE_OPTIONS themselves.
func (c *command) readCommand(args []string) (*options, error) {
	env := os.Getenv("NODE_OPTIONS")
	opts, err := parse(args, env)
	if err != nil || len(opts.envFiles) == 0 {
		return opts, err
	}
	if err := c.loadEnvFiles(opts.envFiles); err != nil {
		return nil, err
	}
	if now := os.Getenv("NODE_OPTIONS"); now != env {
		return parse(args, now)
	}
	return opts, nil
}
