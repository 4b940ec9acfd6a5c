package crypto

import (
	"crypto/rand"
	"encoding/binary"
	"encoding/hex"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/nodeerr"
)

// randomUUID is crypto.randomUUID: version 4 of RFC 9562.
func (m *Module) randomUUID(c goja.FunctionCall) goja.Value {
	m.checkUUIDOptions(c.Argument(0))
	var id [16]byte
	must(rand.Read(id[:]))
	return m.vm.ToValue(uuidText(id, 4))
}

// randomUUIDv7 is crypto.randomUUIDv7: the time in milliseconds, and random
// bits.
func (m *Module) randomUUIDv7(c goja.FunctionCall) goja.Value {
	m.checkUUIDOptions(c.Argument(0))
	var id [16]byte
	must(rand.Read(id[6:]))
	var ms [8]byte
	binary.BigEndian.PutUint64(ms[:], uint64(m.deps.Now().UnixMilli()))
	copy(id[:6], ms[2:])
	return m.vm.ToValue(uuidText(id, 7))
}

// checkUUIDOptions checks the one option; there is no cache of random bytes to
// switch off.
func (m *Module) checkUUIDOptions(v goja.Value) {
	options := m.options(v)
	if options == nil {
		return
	}
	disable := option(options, "disableEntropyCache")
	if _, ok := disable.Export().(bool); !ok && !goja.IsUndefined(disable) {
		panic(nodeerr.ArgType(m.vm, "options.disableEntropyCache", disable, "boolean"))
	}
}

// uuidText sets the version and the variant and writes the id.
func uuidText(id [16]byte, version byte) string {
	id[6] = id[6]&0x0f | version<<4
	id[8] = id[8]&0x3f | 0x80
	var text [36]byte
	at := 0
	for i, part := range [][]byte{id[:4], id[4:6], id[6:8], id[8:10], id[10:]} {
		if i > 0 {
			text[at] = '-'
			at++
		}
		at += hex.Encode(text[at:], part)
	}
	return string(text[:])
}
