// Methods of AsyncLocalStorage, namely run, exit, enterWith, disable, defaults and names, bind,
// snapshot, withScope, and that storages do not disturb each other
// Expect-Stdout-File: storage.golden
'use strict';
const { AsyncLocalStorage } = require('async_hooks');

const show = (label, fn) => {
  try {
    console.log(label, fn());
  } catch (err) {
    console.log(label, 'throws', err.name, err.code);
  }
};

const als = new AsyncLocalStorage();
show('outside', () => als.getStore());
show('run', () => als.run('a', (...args) => [als.getStore(), ...args], 1, 2));
show('nested', () => als.run('a', () => [als.run('b', () => als.getStore()), als.getStore()]));
show('exit', () => als.run('a', () => [als.exit((x) => [als.getStore(), x], 1), als.getStore()]));
show('this', () => als.run('a', function() {
  return this;
}));
show('thrown', () => {
  try {
    als.run('a', () => { throw new Error('x'); });
  } catch {
    return als.getStore();
  }
  return 'no exception';
});
show('no function', () => als.run('a'));

als.enterWith('entered');
show('enterWith', () => als.getStore());
show('the same store', () => {
  als.run('entered', () => als.enterWith('leaks'));
  return als.getStore();
});
als.disable();
show('disabled', () => als.getStore());
show('enabled again', () => als.run('again', () => als.getStore()));

const named = new AsyncLocalStorage({ defaultValue: 7, name: 'storage' });
show('name', () => [named.name, als.name]);
show('default', () => named.getStore());
show('default, run', () => named.run(undefined, () => named.getStore()));
show('default, exit', () => named.exit(() => named.getStore()));
show('options', () => new AsyncLocalStorage(null));
show('options', () => new AsyncLocalStorage(1));

const bound = als.run('bound', () => AsyncLocalStorage.bind(function add(x, y) {
  return [als.getStore(), this.n, x + y];
}));
show('bind', () => [bound.name, bound.length, bound.call({ n: 1 }, 2, 3)]);
show('bind', () => AsyncLocalStorage.bind(1));
const snapshot = als.run('kept', () => AsyncLocalStorage.snapshot());
show('snapshot', () => als.run('other', () => snapshot((...args) => [als.getStore(), ...args], 1, 2)));

const scoped = new AsyncLocalStorage();
const outer = scoped.withScope('outer');
const inner = scoped.withScope('inner');
show('withScope', () => scoped.getStore());
inner.dispose();
show('withScope', () => scoped.getStore());
outer[Symbol.dispose]();
show('withScope', () => scoped.getStore());
inner.dispose();
show('disposed twice', () => scoped.getStore());

const other = new AsyncLocalStorage();
als.run('one', () => {
  other.run('two', () => show('two storages', () => [als.getStore(), other.getStore()]));
  other.enterWith('stays');
});
show('after run', () => [als.getStore(), other.getStore()]);
als.run('one', () => {
  other.run('two', () => als.disable());
  show('disabled inside', () => [als.getStore(), other.getStore()]);
});

class Sub extends AsyncLocalStorage {}
show('subclass', () => new Sub().run('s', () => 'ran'));
show('receiver', () => AsyncLocalStorage.prototype.run.call({}, 1, () => 2));
