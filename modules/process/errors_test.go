package process_test

import "testing"

func TestKill(t *testing.T) {
	check(t, []script{{"arguments", `
		console.log(process.kill(process.pid, 0), process.kill(String(process.pid), 0));
		for (const args of [[], ['a'], [null], [NaN], [1e20], [{}], [process.pid, 'SIGFOO'], [process.pid, {}], [process.pid, '0'],
			[99999999, 0], [process.pid, 99]]) show(() => process.kill(...args));
		try { process.kill(99999999, 0) } catch (e) { console.log(Object.entries(e).join()) }
		for (const name of ['SIGKILL', 'SIGSTOP']) show(() => process.on(name, () => {}));`,
		`true true
TypeError [ERR_INVALID_ARG_TYPE] The "pid" argument must be of type number. Received undefined
TypeError [ERR_INVALID_ARG_TYPE] The "pid" argument must be of type number. Received type string ('a')
TypeError [ERR_INVALID_ARG_TYPE] The "pid" argument must be of type number. Received null
TypeError [ERR_INVALID_ARG_TYPE] The "pid" argument must be of type number. Received type number (NaN)
TypeError [ERR_INVALID_ARG_TYPE] The "pid" argument must be of type number. Received type number (100000000000000000000)
TypeError [ERR_INVALID_ARG_TYPE] The "pid" argument must be of type number. Received an instance of Object
TypeError [ERR_UNKNOWN_SIGNAL] Unknown signal: SIGFOO
TypeError [ERR_UNKNOWN_SIGNAL] Unknown signal: {}
TypeError [ERR_UNKNOWN_SIGNAL] Unknown signal: 0
Error [ESRCH] kill ESRCH
Error [EINVAL] kill EINVAL
errno,-3,code,ESRCH,syscall,kill
Error [EINVAL] uv_signal_start EINVAL
Error [EINVAL] uv_signal_start EINVAL
`}})
}

func TestEmitWarning(t *testing.T) {
	check(t, []script{{"arguments", `
		process.on('warning', (w) => console.log(w.name, w.code, w.message, w.detail));
		for (const args of [[], [1], ['a', 1], ['a', 'b', 1], [{}], ['a', null], ['a', { code: 1 }], ['a', { type: 1 }]]) {
			show(() => process.emitWarning(...args));
		}
		process.emitWarning('text', { type: 'T', code: 'C', detail: 'd' });
		process.emitWarning('text', () => {});
		process.emitWarning(new RangeError('r'));`,
		`TypeError [ERR_INVALID_ARG_TYPE] The "warning" argument must be of type string or an instance of Error. Received undefined
TypeError [ERR_INVALID_ARG_TYPE] The "warning" argument must be of type string or an instance of Error. Received type number (1)
TypeError [ERR_INVALID_ARG_TYPE] The "type" argument must be of type string. Received type number (1)
TypeError [ERR_INVALID_ARG_TYPE] The "code" argument must be of type string. Received type number (1)
TypeError [ERR_INVALID_ARG_TYPE] The "warning" argument must be of type string or an instance of Error. Received an instance of Object
TypeError [ERR_INVALID_ARG_TYPE] The "type" argument must be of type string. Received null
TypeError [ERR_INVALID_ARG_TYPE] The "code" argument must be of type string. Received type number (1)
TypeError [ERR_INVALID_ARG_TYPE] The "type" argument must be of type string. Received type number (1)
T C text d
Warning undefined text undefined
RangeError undefined r undefined
`}})
}

func TestEnvironment(t *testing.T) {
	t.Setenv("PATH", "/bin")
	check(t, []script{
		{"assignments", `
			process.env.GN_N = null; process.env.GN_U = undefined; process.env.GN_1 = 1;
			console.log(process.env.GN_N, process.env.GN_U, process.env.GN_1, delete process.env.GN_1, process.env.GN_1, 'GN_1' in process.env);
			console.log(process.env.hasOwnProperty('GN_N'), 'toString' in process.env, Object.prototype.toString.call(process.env));
			console.log(JSON.stringify(Object.getOwnPropertyDescriptor(process.env, 'GN_N')));
			show(() => { process.env.GN_S = Symbol() }); console.log(process.env[Symbol('x')]);
			process.env.GN_UNI = 'ü€😀'; console.log(process.env.GN_UNI);
			delete process.env.GN_N; delete process.env.GN_U; delete process.env.GN_UNI;`,
			`null undefined 1 true undefined false
true true [object Object]
{"value":"null","writable":true,"enumerable":true,"configurable":true}
TypeError [undefined] Cannot convert a Symbol value to a string
undefined
ü€😀
`},
		{"loadEnvFile", `
			const fs = require('fs'), dir = fs.mkdtempSync(require('os').tmpdir() + '/env-');
			fs.writeFileSync(dir + '/e', '# no\nGN_A=1\nGN_B="two words"\n export GN_C=\'x\'\nGN_D=a # b\nPATH=spoiled\n');
			process.loadEnvFile(dir + '/e');
			console.log(process.env.GN_A, process.env.GN_B, process.env.GN_C, process.env.GN_D, process.env.PATH);
			process.loadEnvFile(Buffer.from(dir + '/e'));
			fs.rmSync(dir, { recursive: true });
			for (const bad of ['/nonexistent', 1]) show(() => process.loadEnvFile(bad));`,
			`1 two words x a /bin
Error [ENOENT] ENOENT: no such file or directory, open '/nonexistent'
TypeError [ERR_INVALID_ARG_TYPE] The "path" argument must be of type string or an instance of Buffer or URL. Received type number (1)
`},
	})
}

func TestRest(t *testing.T) {
	check(t, []script{
		{"getBuiltinModule", `
			const g = process.getBuiltinModule;
			console.log(g('net') === require('net'), g('node:net') === require('net'), g('nope'), g('test'), typeof g('node:test'));
			show(() => g(1));`,
			`true true undefined undefined function
TypeError [ERR_INVALID_ARG_TYPE] The "id" argument must be of type string. Received type number (1)
`},
		{"source maps", `
			console.log(process.sourceMapsEnabled);
			process.setSourceMapsEnabled(true); console.log(process.sourceMapsEnabled);
			process.setSourceMapsEnabled(false); console.log(process.sourceMapsEnabled);
			show(() => process.setSourceMapsEnabled(1));`,
			`false
true
false
TypeError [ERR_INVALID_ARG_TYPE] The "enabled" argument must be of type boolean. Received type number (1)
`},
		{"capture callback", `
			show(() => process.setUncaughtExceptionCaptureCallback(1));
			process.setUncaughtExceptionCaptureCallback(() => {});
			show(() => process.setUncaughtExceptionCaptureCallback(() => {}));
			console.log(process.hasUncaughtExceptionCaptureCallback());
			process.setUncaughtExceptionCaptureCallback(null);
			console.log(process.hasUncaughtExceptionCaptureCallback());`,
			`TypeError [ERR_INVALID_ARG_TYPE] The "fn" argument must be of type function or null. Received type number (1)
Error [ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET] ` + "`process.setupUncaughtExceptionCapture()` was called while a capture callback was already active" + `
true
false
`},
		{"object", `
			console.log(Object.prototype.toString.call(process), process instanceof require('events'), process instanceof process.constructor);
			console.log(process.eventNames().join(), require('process') === process);
			show(() => process.nextTick()); show(() => process.nextTick(1)); show(() => process.binding('nope'));`,
			`[object process] true true
newListener,removeListener,warning true
TypeError [ERR_INVALID_ARG_TYPE] The "callback" argument must be of type function. Received undefined
TypeError [ERR_INVALID_ARG_TYPE] The "callback" argument must be of type function. Received type number (1)
Error [undefined] No such module: nope
`},
		{"kinds", `
			const kinds = {};
			for (const k of ['version', 'versions', 'arch', 'platform', 'release', 'argv', 'execArgv', 'env', 'pid', 'ppid', 'execPath', 'title',
				'argv0', 'stdin', 'stdout', 'stderr', 'features', 'config', 'exitCode', 'domain', 'report', 'finalization', 'allowedNodeEnvironmentFlags',
				'abort', 'chdir', 'cwd', 'umask', 'kill', 'exit', 'reallyExit', 'uptime', 'hrtime', 'cpuUsage', 'threadCpuUsage', 'resourceUsage',
				'memoryUsage', 'constrainedMemory', 'availableMemory', 'emitWarning', 'nextTick', 'getActiveResourcesInfo', 'getBuiltinModule',
				'loadEnvFile', 'setSourceMapsEnabled', 'dlopen', 'execve', 'openStdin', 'getuid', 'geteuid', 'getgid', 'getegid', 'getgroups', 'setuid',
				'seteuid', 'setgid', 'setegid', 'setgroups', 'initgroups', 'ref', 'unref', 'binding', '_linkedBinding', '_rawDebug', '_kill',
				'_fatalException', '_getActiveHandles', '_getActiveRequests', 'setUncaughtExceptionCaptureCallback',
				'hasUncaughtExceptionCaptureCallback', 'send', 'connected', 'channel', 'mainModule']) {
				const v = process[k], kind = v === null ? 'null' : Array.isArray(v) ? 'array' : typeof v;
				(kinds[kind] ??= []).push(k);
			}
			console.log(Object.entries(kinds).map(([k, v]) => k + ' ' + v.length).join());
			console.log(kinds.undefined.join(), kinds.object.join());`,
			`string 6,object 11,array 2,number 2,undefined 5,null 1,function 46
exitCode,send,connected,channel,mainModule versions,release,env,stdin,stdout,stderr,features,config,report,finalization,allowedNodeEnvironmentFlags
`},
	})
}
