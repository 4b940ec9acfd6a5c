// What listeners of 'warning' get, in which order.
process.on('warning', (w) => console.log(w.name, w.code, w.message, w.detail));
process.emitWarning('plain');
process.emitWarning('typed', 'CustomWarning', 'C01');
process.emitWarning('options', { type: 'T', code: 'C02', detail: 'more' });
process.emitWarning(Object.assign(new Error('given'), { name: 'GivenWarning' }));
process.emitWarning('old', 'DeprecationWarning', 'DEP0');
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('promise'));
const e = new (require('events'))();
for (let i = 0; i < 12; i++) e.on('x', () => {});
console.log('sync');
