//go:build !linux

package transport

// newHostNetwork: there is no poller here, so pumps it is.
func newHostNetwork(b *base, _ bool) Network { return newPumpNetwork(b, hostDialer{}) }
