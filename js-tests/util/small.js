// parseEnv, diff, getCallSites, aborted, transferableAbortSignal,
// isDeepStrictEqual, toUSVString, stripVTControlCharacters.
// Expect-Stdout-File: small.golden
// Needs-Node: 24
'use strict';

const util = require('util');
const { transcript } = require('../common');

const log = transcript();

function attempt(fn) {
  try {
    log(fn());
  } catch (err) {
    log(err.name, err.code, err.message);
  }
}

for (const text of ['A=1\nB = two # c\nexport C=\'x\'', 'A="x\\ny"\nB=`a\nb`', 'A="open\nB=1', '', '# nothing', 'Z=1\nA=2\nZ=3']) {
  attempt(() => JSON.stringify(util.parseEnv(text)));
}
attempt(() => util.parseEnv(1));
attempt(() => JSON.stringify(util.diff('12345678', '12!!5!7!')));
attempt(() => JSON.stringify(util.diff(['a', 'b', 'c'], ['a', 'c', 'd'])));
attempt(() => JSON.stringify(util.diff('same', 'same')));
attempt(() => util.diff([1], ['a']));
attempt(() => util.diff(1, 'a'));

function named() { return util.getCallSites(2); }
const sites = named();
log(sites.length, sites[0].functionName, sites[1].functionName === '', sites[0].scriptName === __filename, sites[0].lineNumber, sites[0].columnNumber === sites[0].column);
log(Object.keys(sites[0]).join(), typeof sites[0].scriptId, Object.getPrototypeOf(sites[0]));
for (const args of [[0], [201], ['x'], [1.5], [1, { sourceMap: 1 }], [1, 1], [{ sourceMap: 'x' }]]) attempt(() => util.getCallSites(...args));

(async () => {
  const controller = util.transferableAbortController();
  const waiting = util.aborted(controller.signal, {});
  controller.abort();
  await waiting;
  log('aborted', await util.aborted(AbortSignal.abort(), {}));
  for (const args of [[], [{}, {}], [controller.signal], [controller.signal, null], [controller.signal, 5]]) {
    await util.aborted(...args).catch((err) => log(err.name, err.code, err.message));
  }
})();
attempt(() => { const { signal } = new AbortController(); return util.transferableAbortSignal(signal) === signal; });
attempt(() => util.transferableAbortSignal({}));
log(util.isDeepStrictEqual([1, { a: new Set([1]) }], [1, { a: new Set([1]) }]), util.isDeepStrictEqual([1], ['1']), util.isDeepStrictEqual(NaN, NaN));
attempt(() => JSON.stringify([util.toUSVString('a\ud800'), util.toUSVString(5)]));
attempt(() => util.toUSVString(Symbol('s')));
for (const text of ['\u001b[31mred\u001b[39m', '\u001b]8;;https://example.org\u0007link\u001b]8;;\u0007', '\u009b1mx', '\u001b[38;2;1;2;3mx', '\u001b', 'plain']) {
  attempt(() => JSON.stringify(util.stripVTControlCharacters(text)));
}
attempt(() => util.stripVTControlCharacters(5));
