package buffer

import (
	"crypto/rand"
	"fmt"
	"math"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

func (m *Module) installFile() {
	proto := binding.Prototype(m.blobs.file)
	binding.Accessors(m.vm, proto, true,
		binding.Accessor{Name: "name", Get: func(this goja.Value) goja.Value { return m.vm.ToValue(m.requireFile(this).name) }},
		binding.Accessor{Name: "lastModified", Get: func(this goja.Value) goja.Value {
			return m.vm.ToValue(m.requireFile(this).lastModified)
		}},
	)
	m.finishClass(proto, "File", "size", "type", "name", "lastModified")
}

// checkFile checks the number of arguments of new File.
func (m *Module) checkFile(c goja.FunctionCall) goja.Value {
	if c.Argument(0).ToInteger() < 2 {
		panic(nodeerr.New(m.vm, "ERR_MISSING_ARGS", "\"fileBits\" and \"fileName\" arguments"))
	}
	return goja.Undefined()
}

// initFile makes a File of a Blob: (this, fileName, options).
func (m *Module) initFile(c goja.FunctionCall) goja.Value {
	b := m.requireBlob(c.Argument(0))
	if _, ok := c.Argument(1).(*goja.Symbol); ok {
		panic(m.vm.NewTypeError("Cannot convert a Symbol value to a string"))
	}
	b.name = string(DecodeString(c.Argument(1), UTF8))
	b.lastModified = m.lastModified(m.dictionary(c.Argument(2)))
	b.isFile = true
	return goja.Undefined()
}

// lastModified is the option of that name, or now.
func (m *Module) lastModified(options *goja.Object) float64 {
	if options != nil {
		if v := options.Get("lastModified"); isDefined(v) {
			if f := number(v); !math.IsNaN(f) {
				return f
			}
			return 0
		}
	}
	now := m.vm.Get("Date").(*goja.Object).Get("now").(*goja.Object)
	return m.call(now, goja.Undefined()).ToFloat()
}

func (m *Module) requireFile(v goja.Value) *blob {
	b, ok := m.blobOf(v)
	if !ok || !b.isFile {
		panic(nodeerr.New(m.vm, "ERR_INVALID_THIS", "File"))
	}
	return b
}

const objectURLPrefix = "blob:nodedata:"

// CreateObjectURL is URL.createObjectURL(blob): the URL under which
// resolveObjectURL finds the data.
func (m *Module) CreateObjectURL(v goja.Value) (string, error) {
	m.Exports() // Blob is made with the rest of the module
	b, ok := m.blobOf(v)
	if !ok {
		return "", fmt.Errorf("buffer: %v is no Blob", v)
	}
	if m.blobs.urls == nil {
		m.blobs.urls = make(map[string]*blob)
	}
	url := objectURLPrefix + randomUUID()
	m.blobs.urls[url] = b
	return url, nil
}

// RevokeObjectURL is URL.revokeObjectURL(url).
func (m *Module) RevokeObjectURL(url string) { delete(m.blobs.urls, url) }

// resolveObjectURL is buffer.resolveObjectURL(url).
func (m *Module) resolveObjectURL(c goja.FunctionCall) goja.Value {
	url, _, _ := strings.Cut(c.Argument(0).String(), "#")
	b, ok := m.blobs.urls[url]
	if !ok {
		return goja.Undefined()
	}
	return m.blobObject(&blob{data: b.data, kind: b.kind})
}

// randomUUID is a version 4 UUID.
func randomUUID() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails
	b[6] = b[6]&0x0F | 0x40
	b[8] = b[8]&0x3F | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}
