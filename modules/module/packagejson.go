package module

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"strings"
)

// jsonKind is the type of a JSON value.
type jsonKind uint8

const (
	jsonNull jsonKind = iota
	jsonBool
	jsonNumber
	jsonString
	jsonArray
	jsonObject
)

// jsonValue is a JSON value whose objects keep the order of their members, on
// which conditions depend.
type jsonValue struct {
	kind    jsonKind
	text    string // of a string, or the source of anything else
	items   []jsonValue
	members []jsonMember
}

type jsonMember struct {
	key   string
	value jsonValue
}

// get is the member of an object.
func (v *jsonValue) get(key string) (*jsonValue, bool) {
	for i := range v.members {
		if v.members[i].key == key {
			return &v.members[i].value, true
		}
	}
	return nil, false
}

// packageConfig is what the loader needs of a package.json.
type packageConfig struct {
	path    string // of the file
	dir     string
	name    string
	main    string
	typ     string // "module", "commonjs" or "none"
	exports *jsonValue
	imports *jsonValue // only an object
}

var errNotObject = errors.New("not an object")

// parsePackage reads the text of a package.json. Members of another type than
// they should have are ignored, as on Node.
func parsePackage(data []byte) (*packageConfig, error) {
	dec := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF"))))
	dec.UseNumber()
	if err := openObject(dec); err != nil {
		return nil, err
	}
	p := &packageConfig{typ: "none"}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return nil, err
		}
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			return nil, err
		}
		if err := p.member(key.(string), raw); err != nil {
			return nil, err
		}
	}
	if _, err := dec.Token(); err != nil { // the closing brace
		return nil, err
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, errors.New("text after the object")
	}
	return p, nil
}

func openObject(dec *json.Decoder) error {
	t, err := dec.Token()
	if err != nil {
		return err
	}
	if t != json.Delim('{') {
		return errNotObject
	}
	return nil
}

func (p *packageConfig) member(key string, raw json.RawMessage) error {
	switch key {
	case "name", "main", "type", "exports", "imports":
	default:
		return nil
	}
	v, err := parseJSON(raw)
	if err != nil {
		return err
	}
	switch {
	case key == "exports":
		if p.exports = nil; v.kind == jsonString || v.kind == jsonArray || v.kind == jsonObject {
			p.exports = &v
		}
	case key == "imports":
		if p.imports = nil; v.kind == jsonObject {
			p.imports = &v
		}
	case v.kind != jsonString:
	case key == "name":
		p.name = v.text
	case key == "main":
		p.main = v.text
	case v.text == "module" || v.text == "commonjs":
		p.typ = v.text
	}
	return nil
}

// parseJSON reads a valid JSON text into an ordered value.
func parseJSON(raw []byte) (jsonValue, error) {
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	return readJSON(dec)
}

func readJSON(dec *json.Decoder) (jsonValue, error) {
	t, err := dec.Token()
	if err != nil {
		return jsonValue{}, err
	}
	switch t := t.(type) {
	case nil:
		return jsonValue{kind: jsonNull, text: "null"}, nil
	case bool:
		text := "false"
		if t {
			text = "true"
		}
		return jsonValue{kind: jsonBool, text: text}, nil
	case json.Number:
		return jsonValue{kind: jsonNumber, text: t.String()}, nil
	case string:
		return jsonValue{kind: jsonString, text: t}, nil
	}
	if t == json.Delim('[') {
		return readArray(dec)
	}
	return readObject(dec)
}

func readArray(dec *json.Decoder) (jsonValue, error) {
	v := jsonValue{kind: jsonArray}
	for dec.More() {
		item, err := readJSON(dec)
		if err != nil {
			return v, err
		}
		v.items = append(v.items, item)
	}
	_, err := dec.Token()
	return v, err
}

func readObject(dec *json.Decoder) (jsonValue, error) {
	v := jsonValue{kind: jsonObject}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return v, err
		}
		value, err := readJSON(dec)
		if err != nil {
			return v, err
		}
		if old, ok := v.get(key.(string)); ok {
			*old = value
			continue
		}
		v.members = append(v.members, jsonMember{key.(string), value})
	}
	_, err := dec.Token()
	return v, err
}

// printed is the value as Node's error texts print it.
func (v *jsonValue) printed() string {
	switch v.kind {
	case jsonArray, jsonObject:
		return v.source()
	}
	return v.text
}

// source is the value as JSON.stringify writes it.
func (v *jsonValue) source() string {
	var b bytes.Buffer
	v.write(&b)
	return b.String()
}

func (v *jsonValue) write(b *bytes.Buffer) {
	switch v.kind {
	case jsonString:
		b.WriteString(quoteJSON(v.text))
	case jsonArray:
		b.WriteByte('[')
		for i := range v.items {
			if i > 0 {
				b.WriteByte(',')
			}
			v.items[i].write(b)
		}
		b.WriteByte(']')
	case jsonObject:
		b.WriteByte('{')
		for i := range v.members {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(quoteJSON(v.members[i].key))
			b.WriteByte(':')
			v.members[i].value.write(b)
		}
		b.WriteByte('}')
	default:
		b.WriteString(v.text)
	}
}

// quoteJSON is JSON.stringify of a string.
func quoteJSON(s string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		return `""`
	}
	return string(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
}

// packages reads package.json files and remembers them, also those that are
// missing.
type packages struct {
	files FS
	read  map[string]*packageConfig // by path of the file; nil for none
}

// at is the package.json of a directory, or nil. Its error is a
// *resolveError.
func (p *packages) at(dir string) (*packageConfig, error) {
	path := joinPath(dir, "package.json")
	if config, ok := p.read[path]; ok {
		return config, nil
	}
	if strings.IndexByte(path, 0) >= 0 {
		return nil, nil // no file has such a name
	}
	data, err := p.files.ReadFile(path)
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) && !isNotDirectory(err) {
			return nil, err
		}
		p.read[path] = nil
		return nil, nil
	}
	config, err := parsePackage(data)
	if err != nil {
		return nil, invalidConfig(path, "", "")
	}
	config.path, config.dir = path, dir
	p.read[path] = config
	return config, nil
}

// scope is the package that a file belongs to: the nearest package.json above
// it, but none beyond a node_modules directory.
func (p *packages) scope(file string) (*packageConfig, error) {
	for dir := dirPath(file); ; dir = dirPath(dir) {
		if baseName(dir) == "node_modules" {
			return nil, nil
		}
		if config, err := p.at(dir); config != nil || err != nil {
			return config, err
		}
		if dir == dirPath(dir) {
			return nil, nil
		}
	}
}
