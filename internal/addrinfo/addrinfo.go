// Package addrinfo has the flags of getaddrinfo that dns.lookup and
// net.connect take as hints (Node documentation, "Supported getaddrinfo
// flags"). Their values are the platform's.
package addrinfo
