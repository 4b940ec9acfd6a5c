// process.finalization calls back for what is still held at the end.
// Expect-Stdout-File: finalization.golden
// Process: own (exit listeners)
// Args: x
'use strict';

process.removeAllListeners('warning');
const { register, registerBeforeExit, unregister } = process.finalization;
const [a, b, c] = [{ name: 'a' }, { name: 'b' }, { name: 'c' }];
globalThis.held = [a, b, c];
register(a, (obj, event) => console.log(obj.name, event));
registerBeforeExit(b, (obj, event) => console.log(obj.name, event));
register(c, () => console.log('never'));
unregister(c);
for (const bad of [undefined, null, []]) {
  try {
    register(bad, () => {});
  } catch (err) {
    console.log(err.code, err.message);
  }
}
console.log(process.listenerCount('exit'), process.listenerCount('beforeExit'));
