package transport

// IgnoresFlags reports that the connection works the same when others make its
// descriptor blocking: sockets are asked call by call.
func (c *rawConn) IgnoresFlags() bool { return c.kind != kindPipe }
