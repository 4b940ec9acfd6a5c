package legacyurl

import (
	"slices"
	"strings"
)

// Resolve is what a link means on the page at source.
func Resolve(source, link Record) Record {
	r := source
	r.Hash = link.Hash
	switch {
	case link.Href != nil && *link.Href == "":
	case link.Slashes && value(link.Protocol) == "":
		r = link
		r.Protocol = source.Protocol
		if slashed(value(r.Protocol)) && value(r.Hostname) != "" && value(r.Pathname) == "" {
			r.Pathname, r.Path = text("/"), text("/")
		}
	case value(link.Protocol) != "" && !same(link.Protocol, r.Protocol):
		if !slashed(*link.Protocol) {
			r = link
		} else {
			r.changeProtocol(link)
		}
	default:
		newResolver(&r, link).run()
	}
	r.setHref()
	return r
}

// changeProtocol goes to a link of another protocol that has slashes. The
// first name of its path is the host where it names none.
func (r *Record) changeProtocol(link Record) {
	r.Protocol = link.Protocol
	r.Pathname = link.Pathname
	if value(link.Host) == "" && !strings.HasPrefix(*link.Protocol, "file") {
		path := strings.Split(value(link.Pathname), "/")
		host := ""
		for len(path) > 0 && host == "" {
			host, path = path[0], path[1:]
		}
		link.Host = text(host)
		if link.Hostname == nil {
			link.Hostname = text("")
		}
		for len(path) == 0 || path[0] != "" || len(path) < 2 {
			path = slices.Insert(path, 0, "")
		}
		r.Pathname = text(strings.Join(path, "/"))
	}
	r.Search, r.Query = link.Search, link.Query
	r.Host = text(value(link.Host))
	r.Auth, r.Port = link.Auth, link.Port
	if r.Hostname = link.Hostname; value(link.Hostname) == "" {
		r.Hostname = link.Host
	}
	if value(r.Pathname) != "" || value(r.Search) != "" {
		r.setPath()
	}
	r.Slashes = r.Slashes || link.Slashes
}

// resolver resolves a link of the same protocol, or of none.
type resolver struct {
	r        *Record
	link     Record
	path     []string // of the result
	linkPath []string

	linkAbsolute  bool // the link starts at the root, or at another host
	endAbsolute   bool // the result has to start with a slash
	removeAllDots bool
	hostInPath    bool // of mailto: and the like .. may change the host
}

func newResolver(r *Record, link Record) *resolver {
	v := &resolver{r: r, link: link}
	sourceAbsolute := strings.HasPrefix(value(r.Pathname), "/")
	v.linkAbsolute = value(link.Host) != "" || strings.HasPrefix(value(link.Pathname), "/")
	v.endAbsolute = v.linkAbsolute || sourceAbsolute || value(r.Host) != "" && value(link.Pathname) != ""
	v.removeAllDots = v.endAbsolute
	v.path, v.linkPath = segments(r.Pathname), segments(link.Pathname)
	v.hostInPath = value(r.Protocol) != "" && !slashed(*r.Protocol)
	return v
}

func segments(path *string) []string {
	if value(path) == "" {
		return nil
	}
	return strings.Split(*path, "/")
}

// first compares the first segment; no segment is like none.
func first(path []string, s string) bool { return len(path) > 0 && path[0] == s }

func (v *resolver) run() {
	if v.hostInPath {
		v.moveHostToPath()
	}
	switch {
	case v.linkAbsolute:
		v.takeHost()
		v.takeQuery()
		v.path = v.linkPath
	case len(v.linkPath) > 0:
		v.path = append(v.path[:max(0, len(v.path)-1)], v.linkPath...)
		v.takeQuery()
	case v.link.Search != nil:
		switch {
		case v.hostInPath && len(v.path) == 0:
			v.r.Host, v.r.Hostname = nil, nil
		case v.hostInPath:
			v.moveHostFromPath(false)
		}
		v.takeQuery()
		v.r.setPath()
		return
	}
	if len(v.path) == 0 {
		v.r.Pathname, v.r.Path = nil, nil
		if value(v.r.Search) != "" {
			v.r.Path = text("/" + *v.r.Search)
		}
		return
	}
	v.resolveDots()
	v.finish()
}

// moveHostToPath treats the hosts as the first segments of the paths.
func (v *resolver) moveHostToPath() {
	v.path = withHost(v.path, v.r.Host)
	v.r.Hostname, v.r.Host, v.r.Port = text(""), text(""), nil
	if value(v.link.Protocol) != "" {
		v.linkPath = withHost(v.linkPath, v.link.Host)
		v.link.Hostname, v.link.Host, v.link.Port = nil, nil, nil
		v.r.Auth = nil
	}
	v.endAbsolute = v.endAbsolute && (first(v.linkPath, "") || first(v.path, ""))
}

func withHost(path []string, host *string) []string {
	switch {
	case value(host) == "":
		return path
	case first(path, ""):
		path[0] = *host
		return path
	}
	return slices.Insert(path, 0, *host)
}

// moveHostFromPath undoes moveHostToPath; a user may come along.
func (v *resolver) moveHostFromPath(isAbsolute bool) {
	host := ""
	if !isAbsolute && len(v.path) > 0 {
		host, v.path = v.path[0], v.path[1:]
	}
	if parts := strings.Split(host, "@"); len(parts) > 1 && parts[0] != "" {
		v.r.Auth = text(parts[0])
		host = parts[1]
	}
	v.r.Host, v.r.Hostname = text(host), text(host)
}

// takeHost takes the link's host; another host ends the user's session.
func (v *resolver) takeHost() {
	if v.link.Host != nil {
		if !same(v.r.Host, v.link.Host) {
			v.r.Auth = nil
		}
		v.r.Host, v.r.Port = v.link.Host, v.link.Port
	}
	if v.link.Hostname != nil {
		if !same(v.r.Hostname, v.link.Hostname) {
			v.r.Auth = nil
		}
		v.r.Hostname = v.link.Hostname
	}
}

func (v *resolver) takeQuery() { v.r.Search, v.r.Query = v.link.Search, v.link.Query }

// resolveDots removes . and .. with what they stand for.
func (v *resolver) resolveDots() {
	last := v.path[len(v.path)-1]
	somewhere := value(v.r.Host) != "" || value(v.link.Host) != "" || len(v.path) > 1
	endsInSlash := somewhere && (last == "." || last == "..") || last == ""
	up := 0
	for i := len(v.path) - 1; i >= 0; i-- {
		switch name := v.path[i]; {
		case name == "..":
			up++
		case name == ".":
		case up > 0:
			up--
		default:
			continue
		}
		v.path = slices.Delete(v.path, i, i+1)
	}
	if !v.endAbsolute && !v.removeAllDots {
		for ; up > 0; up-- {
			v.path = slices.Insert(v.path, 0, "..")
		}
	}
	if v.endAbsolute && !first(v.path, "") {
		v.path = slices.Insert(v.path, 0, "")
	}
	if endsInSlash && !strings.HasSuffix(strings.Join(v.path, "/"), "/") {
		v.path = append(v.path, "")
	}
}

// finish puts the path back together.
func (v *resolver) finish() {
	isAbsolute := first(v.path, "")
	if v.hostInPath {
		v.moveHostFromPath(isAbsolute)
	}
	if (v.endAbsolute || value(v.r.Host) != "" && len(v.path) > 0) && !isAbsolute {
		v.path = slices.Insert(v.path, 0, "")
	}
	v.r.Pathname, v.r.Path = nil, nil
	if len(v.path) > 0 {
		v.r.Pathname = text(strings.Join(v.path, "/"))
	}
	if v.r.Pathname != nil || v.r.Search != nil {
		v.r.setPath()
	}
	if value(v.link.Auth) != "" {
		v.r.Auth = v.link.Auth
	}
	v.r.Slashes = v.r.Slashes || v.link.Slashes
}
