//go:build unix

package main

import (
	"fmt"
	"regexp"
)

// sample is what one round of a job measured: a cost, of which less is better,
// and what came out of it.
type sample struct{ cost, rate float64 }

// job is one kind of work for a server. Its script is bench/scripts/net/NAME.js,
// and the server in Go under the same name shows what the machine allows.
type job struct {
	name, script  string
	cost, rate    string // the units
	measure       func(c config, s *server) (sample, error)
	needsUpstream bool
}

var jobs = []job{
	{name: "echo, 50 connections", script: "echo", cost: "us of CPU per message", rate: "messages/s", measure: echoes(50)},
	{name: "echo, 500 connections", script: "echo", cost: "us of CPU per message", rate: "messages/s", measure: echoes(500)},
	{name: "download", script: "download", cost: "s of CPU per GB", rate: "MB/s", measure: download},
	{name: "upload", script: "upload", cost: "s of CPU per GB", rate: "MB/s", measure: upload},
	{name: "pipe proxy, 8 clients", script: "pipe", cost: "s of CPU per GB", rate: "MB/s", measure: pipe, needsUpstream: true},
	{name: "connect, request, close", script: "request", cost: "us of CPU per connection", rate: "connections/s", measure: request},
	{name: "idle connections", script: "idle", cost: "bytes of memory each", rate: "connections", measure: idle},
	{name: "line protocol", script: "lines", cost: "us of CPU per line", rate: "lines/s", measure: lines},
}

// contestant is one way to run the jobs.
type contestant struct {
	name    string
	command func(script string) []string
	env     []string
	samples []sample
}

func contestants(c config) []*contestant {
	script := func(binary string) func(string) []string {
		return func(name string) []string { return []string{binary, scriptPath(name)} }
	}
	return []*contestant{
		{name: "node", command: script(c.node)},
		{name: "gonode epoll", command: script(c.gonode), env: []string{"GONODE_NET_TRANSPORT=epoll"}},
		{name: "gonode pump", command: script(c.gonode), env: []string{"GONODE_NET_TRANSPORT=pump"}},
		{name: "go", command: func(name string) []string { return []string{self(), "-serve", name} }},
	}
}

// network runs the jobs whose names match.
func network(c config) error {
	match, err := regexp.Compile(c.match)
	if err != nil {
		return err
	}
	for _, j := range jobs {
		if match.MatchString(j.name) {
			if err := j.run(c); err != nil {
				return fmt.Errorf("%s: %w", j.name, err)
			}
		}
	}
	if match.MatchString("collect") {
		return collect(c)
	}
	return nil
}

func (j job) run(c config) error {
	list := contestants(c)
	for range c.rounds {
		for _, x := range list {
			if err := j.round(c, x); err != nil {
				return fmt.Errorf("%s: %w", x.name, err)
			}
		}
	}
	fmt.Printf("%s: %s, %d rounds\n", j.name, j.cost, c.rounds)
	base := median(costs(list[0].samples))
	for _, x := range list {
		cost := median(costs(x.samples))
		fmt.Printf("  %-13s %8.2f, ratio to node %.2f, %.0f %s\n", x.name, cost, cost/base, median(rates(x.samples)), j.rate)
		fmt.Printf("    %.2f\n", costs(x.samples))
	}
	return nil
}

func (j job) round(c config, x *contestant) error {
	env := x.env
	if j.needsUpstream {
		upstream, err := newEchoUpstream()
		if err != nil {
			return err
		}
		defer upstream.close()
		env = append(env[:len(env):len(env)], "UPSTREAM="+upstream.port)
	}
	s, err := startServer(x.command(j.script), env)
	if err != nil {
		return err
	}
	defer s.stop()
	one, err := j.measure(c, s)
	if err != nil {
		return err
	}
	x.samples = append(x.samples, one)
	return nil
}

func costs(list []sample) (out []float64) {
	for _, s := range list {
		out = append(out, s.cost)
	}
	return out
}

func rates(list []sample) (out []float64) {
	for _, s := range list {
		out = append(out, s.rate)
	}
	return out
}
