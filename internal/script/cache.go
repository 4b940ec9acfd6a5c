package script

import (
	"sync"

	"github.com/dop251/goja"
)

// Compiler compiles the text of the file name.
type Compiler func(name, text string) (*goja.Program, error)

// DefaultCacheSize is the amount of source text that a ProgramCache keeps
// programs of, in bytes.
const DefaultCacheSize = 64 << 20

// ProgramCache keeps compiled programs, so that the runtimes of one process
// compile each file once. Programs are found by kind ("module", "script"),
// name and text: a file that changes is compiled again. When the texts outgrow
// the limit, the oldest programs are dropped.
//
// It is safe for concurrent use. Those who share a cache must use the same
// Compiler for one kind.
type ProgramCache struct {
	mu      sync.Mutex
	entries map[programKey]*cacheEntry
	order   []programKey // oldest first
	size    int
	limit   int
}

type programKey struct{ kind, name, text string }

type cacheEntry struct {
	once sync.Once
	prg  *goja.Program
	err  error
}

// NewProgramCache makes a cache for limit bytes of source text; zero means
// DefaultCacheSize.
func NewProgramCache(limit int) *ProgramCache {
	if limit <= 0 {
		limit = DefaultCacheSize
	}
	return &ProgramCache{entries: make(map[programKey]*cacheEntry), limit: limit}
}

// Compile returns the program of a text, compiling it when it is not there
// yet. Concurrent calls for one text compile it once. Failures are not kept.
func (c *ProgramCache) Compile(kind, name, text string, compile Compiler) (*goja.Program, error) {
	key := programKey{kind, name, text}
	entry := c.entry(key)
	entry.once.Do(func() { entry.prg, entry.err = compile(name, text) })
	if entry.err != nil {
		c.drop(key, entry)
	}
	return entry.prg, entry.err
}

// Len is the number of programs kept.
func (c *ProgramCache) Len() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.entries)
}

func (c *ProgramCache) entry(key programKey) *cacheEntry {
	c.mu.Lock()
	defer c.mu.Unlock()
	if entry, ok := c.entries[key]; ok {
		return entry
	}
	entry := &cacheEntry{}
	c.entries[key] = entry
	c.order = append(c.order, key)
	c.size += len(key.text)
	for c.size > c.limit && len(c.order) > 1 {
		c.remove(c.order[0])
	}
	return entry
}

func (c *ProgramCache) drop(key programKey, entry *cacheEntry) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.entries[key] == entry {
		c.remove(key)
	}
}

func (c *ProgramCache) remove(key programKey) {
	delete(c.entries, key)
	c.size -= len(key.text)
	for i, k := range c.order {
		if k == key {
			c.order = append(c.order[:i], c.order[i+1:]...)
			return
		}
	}
}
