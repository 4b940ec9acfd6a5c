(function (names) {
  'use strict';
  const list = names;
  const bare = new Set(names.map((name) => name.replace(/^--?/, '')));
  const exact = new Set(names);

  // The options that NODE_OPTIONS may hold. Nothing changes it, not even the
  // methods of Set: what they see is an empty set below it.
  class NodeEnvironmentFlagsSet extends Set {
    add() { return this; }
    delete() { return false; }
    clear() {}
    has(key) {
      if (typeof key !== 'string') return false;
      const name = key.replace(/_/g, '-');
      if (name[0] === '-') return exact.has(name.replace(/=.*$/s, ''));
      return bare.has(name);
    }
    entries() { return new Set(list).entries(); }
    forEach(callback, thisArg) {
      for (const name of list) Reflect.apply(callback, thisArg, [name, name, this]);
    }
    get size() { return list.length; }
    values() { return list.values(); }
  }
  const proto = NodeEnvironmentFlagsSet.prototype;
  for (const name of ['keys', Symbol.iterator]) {
    Object.defineProperty(proto, name, { value: proto.values, writable: true, configurable: true });
  }
  Object.freeze(NodeEnvironmentFlagsSet);
  Object.freeze(proto);
  return Object.freeze(new NodeEnvironmentFlagsSet());
})
