package esm

import "sync"

// DefaultCacheSize is the amount of text that a Cache keeps, in bytes.
const DefaultCacheSize = 32 << 20

// Cache keeps parsed modules, so that the runtimes of one process parse and
// compile each text once. When the texts outgrow the limit, the oldest are
// dropped. It is safe for concurrent use.
type Cache struct {
	mu      sync.Mutex
	entries map[cacheKey]*Source
	order   []cacheKey // oldest first
	size    int
	limit   int
}

type cacheKey struct{ name, text string }

// NewCache makes a cache for limit bytes of text; zero means DefaultCacheSize.
func NewCache(limit int) *Cache {
	if limit <= 0 {
		limit = DefaultCacheSize
	}
	return &Cache{entries: make(map[cacheKey]*Source), limit: limit}
}

// Parse is the function Parse, by way of the cache. Failures are not kept.
func (c *Cache) Parse(name, text string) (*Source, error) {
	key := cacheKey{name, text}
	c.mu.Lock()
	src := c.entries[key]
	c.mu.Unlock()
	if src != nil {
		return src, nil
	}
	src, err := Parse(name, text)
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if other := c.entries[key]; other != nil {
		return other, nil
	}
	c.entries[key] = src
	c.order = append(c.order, key)
	c.size += len(text)
	for c.size > c.limit && len(c.order) > 1 {
		c.size -= len(c.order[0].text)
		delete(c.entries, c.order[0])
		c.order = c.order[1:]
	}
	return src, nil
}
