# make check is what CI runs; it contains the README's test command.

STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
CROSS := darwin/amd64 darwin/arm64 windows/amd64 windows/arm64 freebsd/amd64 freebsd/arm64 linux/arm64

.PHONY: check fmt vet staticcheck tidy test race bulk packages cross build bench

check: fmt vet staticcheck tidy cross test race bulk

fmt:
	@out=$$(gofmt -l .); if [ -n "$$out" ]; then echo "gofmt would change:"; echo "$$out"; exit 1; fi

vet:
	go vet ./...

staticcheck:
	go run $(STATICCHECK) ./...

tidy:
	go mod tidy -diff

test:
	go test ./...

race:
	go test -race ./...

# Bulk transfers run without the race detector, which would only measure itself.
bulk:
	go test -tags bulk -run Bulk ./...

# Packages from npm, unmodified; npm fetches them.
packages:
	go test -tags packages ./js-tests/packages

cross:
	@for t in $(CROSS); do \
		echo "build $$t"; \
		GOOS=$${t%/*} GOARCH=$${t#*/} CGO_ENABLED=0 go build -o /dev/null ./... || exit 1; \
	done

build:
	CGO_ENABLED=0 go build -trimpath -ldflags '-s -w' -o bin/gonode ./cmd/gonode

# Needs a real Node: make bench NODE=/path/to/node
bench: build
	go run ./bench -gonode bin/gonode -node $(NODE)
