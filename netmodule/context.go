package netmodule

// captureContext takes the async context for the handle of a connection that
// is made now, which its events run in.
func (s *Socket) captureContext(pipe bool) {
	kind := "TCPWRAP"
	if pipe {
		kind = "PIPEWRAP"
	}
	s.ctx = s.m.e.Capture(kind, nil)
	if s.server != nil {
		// A server accepts outside every script's context.
		s.ctx.Stores = nil
	}
}

// captureContext does the same for a listening handle.
func (srv *Server) captureContext() {
	kind := "TCPSERVERWRAP"
	if srv.pipe {
		kind = "PIPESERVERWRAP"
	}
	srv.ctx = srv.m.e.Capture(kind, nil)
}

// connectKind is the type of a connect request.
func connectKind(pipe bool) string {
	if pipe {
		return "PIPECONNECTWRAP"
	}
	return "TCPCONNECTWRAP"
}
