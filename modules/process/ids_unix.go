//go:build unix

package process

import (
	"math"
	"os"
	"os/user"
	"strconv"
	"strings"
	"syscall"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

// installIDs defines the user and group functions that Node has on POSIX
// systems.
func (m *Module) installIDs() {
	for _, g := range []struct {
		name string
		get  func() int
	}{
		{"getuid", os.Getuid}, {"geteuid", os.Geteuid}, {"getgid", os.Getgid}, {"getegid", os.Getegid},
	} {
		m.methods(binding.Method{Name: g.name, Fn: func(goja.FunctionCall) goja.Value { return m.vm.ToValue(g.get()) }})
	}
	m.methods(binding.Method{Name: "getgroups", Fn: m.getgroups})
	m.methods(
		binding.Method{Name: "setegid", Length: 1, Fn: m.setID("setegid", lookupGroup, func(id int) error { return syscall.Setregid(-1, id) })},
		binding.Method{Name: "seteuid", Length: 1, Fn: m.setID("seteuid", lookupUser, func(id int) error { return syscall.Setreuid(-1, id) })},
		binding.Method{Name: "setgid", Length: 1, Fn: m.setID("setgid", lookupGroup, syscall.Setgid)},
		binding.Method{Name: "setuid", Length: 1, Fn: m.setID("setuid", lookupUser, syscall.Setuid)},
		binding.Method{Name: "setgroups", Length: 1, Fn: m.setgroups},
		binding.Method{Name: "initgroups", Length: 2, Fn: m.initgroups},
	)
}

func (m *Module) getgroups(goja.FunctionCall) goja.Value {
	ids, err := os.Getgroups()
	if err != nil {
		panic(m.systemError("getgroups", err))
	}
	effective := os.Getegid()
	list := make([]any, 0, len(ids)+1)
	seen := false
	for _, id := range ids {
		seen = seen || id == effective
		list = append(list, id)
	}
	if !seen {
		list = append(list, effective)
	}
	return m.vm.NewArray(list...)
}

// identity says how names of users or groups become numbers.
type identity struct {
	kind   string // as ERR_UNKNOWN_CREDENTIAL words it
	lookup func(name string) (string, error)
}

var lookupUser = identity{"User", func(name string) (string, error) {
	u, err := user.Lookup(name)
	if err != nil {
		return "", err
	}
	return u.Uid, nil
}}

var lookupGroup = identity{"Group", func(name string) (string, error) {
	g, err := user.LookupGroup(name)
	if err != nil {
		return "", err
	}
	return g.Gid, nil
}}

func (m *Module) setID(name string, who identity, set func(int) error) binding.NativeFunc {
	return func(c goja.FunctionCall) goja.Value {
		id := m.parseID("id", c.Argument(0), who)
		if !m.cfg.MayChangeIDs {
			panic(m.credentialError(name, errNotPermitted))
		}
		if err := set(id); err != nil {
			panic(m.credentialError(name, err))
		}
		return nil
	}
}

// credentialError is the error of the functions here: "EPERM, Operation not
// permitted", with the system's own words.
func (m *Module) credentialError(call string, err error) *goja.Object {
	sys := nodeerr.FromGo(err, call)
	text := err.Error()
	if text != "" {
		text = strings.ToUpper(text[:1]) + text[1:]
	}
	obj := nodeerr.Plain(m.vm, "Error", sys.Code+", "+text)
	binding.Value(obj, "errno", m.vm.ToValue(-sys.Errno))
	binding.Value(obj, "code", m.vm.ToValue(sys.Code))
	binding.Value(obj, "syscall", m.vm.ToValue(call))
	return obj
}

// initgroups sets the groups of a user, and one more: initgroups(3).
func (m *Module) initgroups(c goja.FunctionCall) goja.Value {
	who, extra := c.Argument(0), c.Argument(1)
	if !goja.IsString(who) && !goja.IsNumber(who) {
		panic(nodeerr.ArgType(m.vm, "user", who, "number", "string"))
	}
	group := m.parseID("extraGroup", extra, lookupGroup)
	account, err := accountOf(who)
	if err != nil {
		nodeerr.Throw(m.vm, "ERR_UNKNOWN_CREDENTIAL", lookupUser.kind, who.String())
	}
	if !m.cfg.MayChangeIDs {
		panic(m.credentialError("initgroups", errNotPermitted))
	}
	ids, err := groupsOf(account, group)
	if err == nil {
		err = syscall.Setgroups(ids)
	}
	if err != nil {
		panic(m.credentialError("initgroups", err))
	}
	return nil
}

func accountOf(v goja.Value) (*user.User, error) {
	if goja.IsString(v) {
		return user.Lookup(v.String())
	}
	return user.LookupId(v.String())
}

// groupsOf are the groups that a user is in, with one more.
func groupsOf(account *user.User, extra int) ([]int, error) {
	names, err := account.GroupIds()
	if err != nil {
		return nil, err
	}
	ids := []int{extra}
	for _, name := range names {
		id, err := strconv.Atoi(name)
		if err != nil {
			return nil, err
		}
		if id != extra {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

func (m *Module) parseID(name string, v goja.Value, who identity) int {
	switch {
	case goja.IsString(v):
		if text, err := who.lookup(v.String()); err == nil {
			if id, err := strconv.Atoi(text); err == nil {
				return id
			}
		}
		nodeerr.Throw(m.vm, "ERR_UNKNOWN_CREDENTIAL", who.kind, v.String())
	case !goja.IsNumber(v):
		panic(nodeerr.ArgType(m.vm, name, v, "number", "string"))
	case v.ToFloat() != math.Trunc(v.ToFloat()):
		panic(nodeerr.OutOfRange(m.vm, name, "an integer", v))
	case v.ToFloat() < 0 || v.ToFloat() > maxUint32:
		panic(nodeerr.OutOfRange(m.vm, name, ">= 0 && <= 4294967295", v))
	}
	return int(v.ToInteger())
}

func (m *Module) setgroups(c goja.FunctionCall) goja.Value {
	list, ok := c.Argument(0).(*goja.Object)
	if !ok || list.ClassName() != "Array" {
		panic(nodeerr.ArgType(m.vm, "groups", c.Argument(0), "Array"))
	}
	n := int(list.Get("length").ToInteger())
	ids := make([]int, n)
	for i := range n {
		key := strconv.Itoa(i)
		ids[i] = m.parseID("groups["+key+"]", list.Get(key), lookupGroup)
	}
	if !m.cfg.MayChangeIDs {
		panic(m.credentialError("setgroups", errNotPermitted))
	}
	if err := syscall.Setgroups(ids); err != nil {
		panic(m.credentialError("setgroups", err))
	}
	return nil
}
