package main

// ignored are options of Node that change nothing a script could tell here:
// they tune V8 or its profilers, or switch on what is always on, or are
// accepted without effect by Node itself. Their values are ignored too.
var ignored = map[string]option{
	"--input-type":                       {env: true, value: true, set: setInputType},
	"--enable-source-maps":               flag(true, ignoreFlag),
	"--async-context-frame":              flag(true, ignoreFlag),
	"--use-openssl-ca":                   flag(true, ignoreFlag),
	"--use-bundled-ca":                   flag(true, ignoreFlag),
	"--use-system-ca":                    flag(true, ignoreFlag),
	"--verify-base-objects":              flag(true, ignoreFlag),
	"--experimental-detect-module":       flag(true, ignoreFlag),
	"--experimental-import-meta-resolve": flag(true, ignoreFlag),
	"--secure-heap":                      text(true, ignore),
	"--secure-heap-min":                  text(true, ignore),
	"--node-snapshot":                    flag(true, ignoreFlag),
	"--zero-fill-buffers":                flag(true, ignoreFlag),
	"--debug-arraybuffer-allocations":    flag(true, ignoreFlag),
	"--node-memory-debug":                flag(true, ignoreFlag),
	"--addons":                           flag(true, ignoreFlag),
	"--force-context-aware":              flag(true, ignoreFlag),
	"--napi-modules":                     flag(true, ignoreFlag),
	"--trace-sigint":                     flag(true, ignoreFlag),
	"--track-heap-objects":               flag(true, ignoreFlag),
	"--experimental-abortcontroller":     flag(true, ignoreFlag),
	"--experimental-fetch":               flag(true, ignoreFlag),
	"--experimental-global-customevent":  flag(true, ignoreFlag),
	"--experimental-global-webcrypto":    flag(true, ignoreFlag),
	"--experimental-json-modules":        flag(true, ignoreFlag),
	"--experimental-modules":             flag(true, ignoreFlag),
	"--experimental-report":              flag(true, ignoreFlag),
	"--experimental-top-level-await":     flag(true, ignoreFlag),
	"--experimental-worker":              flag(true, ignoreFlag),
	"--http-parser":                      text(true, ignore),

	"--max-old-space-size":               v8Value(true),
	"--max-old-space-size-percentage":    v8Value(true),
	"--max-semi-space-size":              v8Value(true),
	"--max-heap-size":                    v8Value(true),
	"--v8-pool-size":                     v8Value(true),
	"--stack-size":                       v8Value(false),
	"--initial-heap-size":                v8Value(false),
	"--min-semi-space-size":              v8Value(false),
	"--gc-interval":                      v8Value(false),
	"--random-seed":                      v8Value(false),
	"--optimize-for-size":                v8Flag(false),
	"--lite-mode":                        v8Flag(false),
	"--jitless":                          v8Flag(true),
	"--opt":                              v8Flag(false),
	"--sparkplug":                        v8Flag(false),
	"--maglev":                           v8Flag(false),
	"--turbofan":                         v8Flag(false),
	"--always-sparkplug":                 v8Flag(false),
	"--single-threaded":                  v8Flag(false),
	"--single-threaded-gc":               v8Flag(false),
	"--predictable":                      v8Flag(false),
	"--concurrent-recompilation":         v8Flag(false),
	"--concurrent-array-buffer-sweeping": v8Flag(false),
	"--interpreted-frames-native-stack":  v8Flag(true),
	"--perf-basic-prof":                  v8Flag(true),
	"--perf-basic-prof-only-functions":   v8Flag(true),
	"--perf-prof":                        v8Flag(true),
	"--perf-prof-unwinding-info":         v8Flag(true),
	"--harmony":                          v8Flag(false),
}

func ignore(*options, string)   {}
func ignoreFlag(*options, bool) {}

// v8Flag and v8Value are options of V8. Their values stand behind "=" only.
func v8Flag(env bool) option {
	o := flag(env, ignoreFlag)
	o.v8 = true
	return o
}

func v8Value(env bool) option {
	o := text(env, ignore)
	o.v8 = true
	return o
}
