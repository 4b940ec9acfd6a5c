// Functions that wait for the running one.
const lines = () => new Error('x').stack.split('\n').slice(1).map((s) => s.trim()).join(' | ');
async function first() { print('sync: ' + lines().split(' | ').slice(1, 3).join(' | ')); }
async function inner() { await 1; print('resumed: ' + lines()); }
async function outer() { await inner(); await 1; print('later: ' + lines()); }
async function outermost() { const x = [await outer()]; }
class C { async m() { await 1; await inner(); } static async s() { await new C().m(); } }
const arrow = async () => { await C.s(); };
first().then(outermost).then(arrow).then(() => (async () => { await (async () => { await inner(); })(); })())
  .then(() => { print('reaction: ' + lines()); })
  .then(function named() { print('reaction: ' + lines()); (function () { print('called: ' + lines()); })(); });
async function thrower() { await 1; throw new RangeError('late'); }
async function catcher() { try { await thrower(); } catch (e) { print(e.stack.split('\n').slice(1).map((s) => s.trim()).join(' | ')); } }
catcher().then(() => deep(6));
async function deep(n) { await 1; if (n) await deep(n - 1); else print('deep: ' + lines()); }
