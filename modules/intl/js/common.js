(function (klass, define, getter, tag, refuse) {
  'use strict';
  // What the classes of Intl share: state that nobody sees, locales, options.

  class Slot extends (function (o) { return o; }) {
    #state;
    constructor(o, state) { super(o); this.#state = state; }
    static of(o) { return o !== null && typeof o === 'object' && #state in o ? o.#state : undefined; }
  }

  function receiver(v) {
    if (v === null || (typeof v !== 'object' && typeof v !== 'function')) return String(v);
    return `#<${(typeof v.constructor === 'function' && v.constructor.name) || 'Object'}>`;
  }

  // canonical brings a language tag into its usual spelling.
  function canonical(text) {
    if (!/^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-[a-wyz0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?$/i.test(text)) {
      throw new RangeError('Incorrect locale information provided');
    }
    let extension = false;
    return text.toLowerCase().split('-').map((part, i) => {
      if (part.length === 1) extension = true;
      if (i === 0 || extension) return part;
      if (part.length === 4 && /^[a-z]/.test(part)) return part[0].toUpperCase() + part.slice(1);
      return part.length === 2 ? part.toUpperCase() : part;
    }).join('-');
  }

  function list(locales) {
    if (locales === undefined) return [];
    if (locales === null) throw new TypeError('Cannot convert undefined or null to object');
    const out = [];
    for (const tagText of typeof locales === 'string' ? [locales] : Array.from(Object(locales))) {
      if (typeof tagText !== 'string' && (tagText === null || typeof tagText !== 'object')) {
        throw new TypeError('Incorrect locale information provided');
      }
      const name = canonical(String(tagText));
      if (!out.includes(name)) out.push(name);
    }
    return out;
  }

  // Only American English is here. Another language is refused: whoever asked
  // for it would take what English looks like for an answer.
  const supported = (name) => name === 'en' || name === 'en-US';
  function resolve(locales, what) {
    const names = list(locales);
    if (names.length === 0) return 'en-US';
    return names.find(supported) ?? refuse(`${what} for ${names[0]}`);
  }

  // option reads one option, which must be one of values if there are any.
  function option(options, name, values, fallback, what, type = 'string') {
    const v = options[name];
    if (v === undefined) return fallback;
    if (type === 'boolean') return Boolean(v);
    const text = String(v);
    if (values && !values.includes(text)) {
      throw new RangeError(`Value ${text} out of range for ${what} options property ${name}`);
    }
    return text;
  }
  function integer(options, name, least, most, fallback) {
    const v = options[name];
    if (v === undefined) return fallback;
    const n = Number(v);
    if (!(n >= least && n <= most)) throw new RangeError(`${name} value is out of range.`);
    return Math.floor(n);
  }
  // refuseOptions throws for what is valid but not built.
  function refuseOptions(options, what, ...names) {
    for (const name of names) {
      if (options[name] !== undefined) refuse(`${what} option ${name}`);
    }
  }

  // make defines one class. init returns the state of an instance.
  function make(name, callable, init) {
    const Class = klass(name, 0, (newTarget, proto, ...args) => {
      if (newTarget === undefined && !callable) throw new TypeError(`Constructor Intl.${name} requires 'new'`);
      const obj = Object.create(proto);
      new Slot(obj, { kind: name, ...init(args[0], args[1]) });
      return obj;
    });
    const state = (o, method) => {
      const s = Slot.of(o);
      if (s?.kind !== name) {
        throw new TypeError(`Method ${method.startsWith('get ') ? 'get ' : ''}Intl.${name}.prototype.${method.replace('get ', '')} called on incompatible receiver ${receiver(o)}`);
      }
      return s;
    };
    const unbuilt = (method, length) => define(Class.prototype, method, method, length, () => refuse(`Intl.${name}.prototype.${method}`));
    define(Class, 'supportedLocalesOf', 'supportedLocalesOf', 1, (locales) => list(locales).filter(supported));
    define(Class.prototype, 'resolvedOptions', 'resolvedOptions', 0, function () {
      return state(this, 'resolvedOptions').resolved();
    });
    tag(Class.prototype, `Intl.${name}`);
    return { Class, state, unbuilt };
  }

  const join = (parts) => parts.map((p) => p.value).join('');

  return { list, resolve, option, integer, refuseOptions, make, join, define, getter, refuse };
})
