//go:build !linux

package eventloop

func newWaiter(WaitMode) (waiter, error) { return newChannelWaiter(), nil }
