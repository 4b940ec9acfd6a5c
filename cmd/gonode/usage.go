package main

// usage is what --help prints.
const usage = `Usage: gonode [options] [ script.js ] [arguments]

Options:
  -                             script read from standard input (the default
                                when it is no terminal)
  --                            end of the options
  -c, --check                   check the syntax of the script, do not run it
  -C, --conditions=...          additional condition of package exports
  --disable-warning=...         do not print warnings with this code or type
  -e, --eval=...                run a text as a script
  --expose-gc                   make the global function gc
  -h, --help                    print this text
  --no-deprecation              do not print deprecation warnings
  --no-warnings                 do not print warnings
  -p, --print [...]             run a text and print its value
  -r, --require=...             load a module before the script (repeatable)
  --stack-trace-limit=...       initial value of Error.stackTraceLimit
  --throw-deprecation           throw on deprecated calls
  --title=...                   initial value of process.title
  --trace-deprecation           print deprecation warnings with their stacks
  --trace-uncaught              print where values that are no errors were thrown
  --trace-warnings              print warnings with their stacks
  --unhandled-rejections=...    throw (the default), strict, warn, none or
                                warn-with-error-code
  -v, --version                 print the version of Node that this one follows

These options of Node are accepted and change nothing: --max-old-space-size,
--max-semi-space-size, --max-heap-size, --stack-size, --v8-pool-size,
--secure-heap, --optimize-for-size, --lite-mode, --enable-source-maps,
--abort-on-uncaught-exception, --pending-deprecation, --verify-base-objects,
--use-openssl-ca, --use-bundled-ca, --use-system-ca, --experimental-fetch,
--experimental-require-module, --network-family-autoselection,
--input-type=commonjs.

Environment:
  NODE_OPTIONS                  options before those of the command line
  NODE_NO_WARNINGS=1            as --no-warnings
  NODE_PATH                     directories to search for modules
  GONODE_NET_TRANSPORT          epoll or pump: how sockets are driven
`
