package netmodule

import (
	"container/list"
	"net/netip"
	"slices"
	"strconv"
)

// blockRules are the rules of a BlockList (Node documentation,
// "net.BlockList"). Of each kind the newest comes first.
type blockRules struct {
	addresses *list.List // of netip.Addr
	known     map[netip.Addr]*list.Element
	subnets   []subnetRule
	ranges    []rangeRule
}

type subnetRule struct {
	network netip.Addr
	bits    int
}

type rangeRule struct{ first, last netip.Addr }

func newBlockRules() *blockRules {
	return &blockRules{addresses: list.New(), known: map[netip.Addr]*list.Element{}}
}

// addAddress takes the place of an earlier rule for the same address, also if
// one of them is IPv4 in IPv6 form.
func (r *blockRules) addAddress(a netip.Addr) {
	r.removeAddress(a)
	r.known[a.Unmap()] = r.addresses.PushFront(a)
}

func (r *blockRules) removeAddress(a netip.Addr) {
	if el := r.known[a.Unmap()]; el != nil {
		r.addresses.Remove(el)
		delete(r.known, a.Unmap())
	}
}

// addRange refuses a range whose end comes first. Ends that cannot be compared
// make a rule that nothing matches.
func (r *blockRules) addRange(first, last netip.Addr) bool {
	if order, ok := compareIP(first, last); ok && order > 0 {
		return false
	}
	r.ranges = slices.Insert(r.ranges, 0, rangeRule{first, last})
	return true
}

func (r *blockRules) removeRange(first, last netip.Addr) {
	r.ranges = removeFirst(r.ranges, rangeRule{first, last})
}

func (r *blockRules) addSubnet(network netip.Addr, bits int) {
	r.subnets = slices.Insert(r.subnets, 0, subnetRule{network, bits})
}

func (r *blockRules) removeSubnet(network netip.Addr, bits int) {
	r.subnets = removeFirst(r.subnets, subnetRule{network, bits})
}

func removeFirst[T comparable](rules []T, rule T) []T {
	if i := slices.Index(rules, rule); i >= 0 {
		return slices.Delete(rules, i, i+1)
	}
	return rules
}

func (r *blockRules) clear() { *r = *newBlockRules() }

func (r *blockRules) size() int { return len(r.known) + len(r.subnets) + len(r.ranges) }

// blocks reports whether a rule matches.
func (r *blockRules) blocks(a netip.Addr) bool {
	if r.known[a.Unmap()] != nil {
		return true
	}
	for _, rule := range r.subnets {
		if rule.contains(a) {
			return true
		}
	}
	for _, rule := range r.ranges {
		if rule.contains(a) {
			return true
		}
	}
	return false
}

func (s subnetRule) contains(a netip.Addr) bool {
	if s.network.Is4() {
		a = a.Unmap()
	} else if a.Is4() {
		a = netip.AddrFrom16(a.As16())
	}
	prefix, err := s.network.Prefix(s.bits)
	return err == nil && prefix.Contains(a)
}

func (r rangeRule) contains(a netip.Addr) bool {
	after, ok := compareIP(a, r.first)
	if !ok || after < 0 {
		return false
	}
	before, ok := compareIP(a, r.last)
	return ok && before <= 0
}

// compareIP orders two addresses. An IPv4 address compares with an IPv6 one
// only if that is IPv4 in IPv6 form.
func compareIP(a, b netip.Addr) (int, bool) {
	if a.Is4() != b.Is4() {
		a, b = a.Unmap(), b.Unmap()
	}
	return a.Compare(b), a.Is4() == b.Is4()
}

// texts are the rules as Node words them.
func (r *blockRules) texts() []string {
	out := make([]string, 0, r.size())
	for el := r.addresses.Front(); el != nil; el = el.Next() {
		a := el.Value.(netip.Addr)
		out = append(out, "Address: "+familyName(a)+" "+a.String())
	}
	for _, s := range r.subnets {
		out = append(out, "Subnet: "+familyName(s.network)+" "+s.network.String()+"/"+strconv.Itoa(s.bits))
	}
	for _, s := range r.ranges {
		out = append(out, "Range: "+familyName(s.first)+" "+s.first.String()+"-"+s.last.String())
	}
	return out
}

func familyName(a netip.Addr) string {
	if a.Is4() {
		return "IPv4"
	}
	return "IPv6"
}
