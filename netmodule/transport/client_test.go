package transport

import (
	"fmt"
	"io"
	"net"
)

// clientVariable makes the test binary an echo client: "address conns count".
const clientVariable = "GONODE_TEST_ECHO_CLIENT"

// echoClient is what runClients runs.
func echoClient(arguments string) error {
	var address string
	var conns, count int
	if _, err := fmt.Sscan(arguments, &address, &conns, &count); err != nil {
		return err
	}
	errs := make(chan error, conns)
	for i := range conns {
		messages := count / conns
		if i < count%conns {
			messages++
		}
		go func() { errs <- pingPong(address, messages) }()
	}
	for range conns {
		if err := <-errs; err != nil {
			return err
		}
	}
	return nil
}

func pingPong(address string, messages int) error {
	conn, err := net.Dial("tcp4", address)
	if err != nil {
		return err
	}
	defer conn.Close()
	message := make([]byte, 64)
	for range messages {
		if _, err := conn.Write(message); err != nil {
			return err
		}
		if _, err := io.ReadFull(conn, message); err != nil {
			return err
		}
	}
	return nil
}
