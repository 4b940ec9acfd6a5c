package netmodule

import (
	"math"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/nodeerr"
)

// maxTypeOfService is the largest value of the byte.
const maxTypeOfService = 255

// checkTypeOfService reads a type of service; not a number is no number here.
func (m *Module) checkTypeOfService(v goja.Value, name string) int {
	if goja.IsNumber(v) && math.IsNaN(v.ToFloat()) {
		panic(nodeerr.ArgType(m.vm, name, v, "number"))
	}
	return m.checkInt32(v, name, 0, maxTypeOfService)
}

// setTypeOfService is socket.setTypeOfService(tos); without a connection it is
// kept for the next one.
func (s *Socket) setTypeOfService(c goja.FunctionCall) {
	tos := s.m.checkTypeOfService(c.Argument(0), "tos")
	s.tos = tos
	if s.conn == nil || s.connecting {
		return
	}
	if err := s.conn.SetTypeOfService(tos); err != nil {
		panic(s.m.errorObject(err, "setTypeOfService"))
	}
}

// typeOfService is socket.getTypeOfService(): the system's value while there is
// a connection.
func (s *Socket) typeOfService() goja.Value {
	if s.conn == nil || s.connecting {
		return s.m.vm.ToValue(s.tos)
	}
	tos, err := s.conn.TypeOfService()
	if err != nil {
		panic(s.m.errorObject(err, "getTypeOfService"))
	}
	return s.m.vm.ToValue(tos)
}
