// util.parseArgs (Node documentation, "util.parseArgs").
(function (binding) {
  'use strict';

  const { argType, argValue, requireObject } = binding;
  const { hasOwn } = Object;

  function requireType(value, type, name) {
    if (typeof value !== type) throw argType(name, value, type);
    return value;
  }

  function requireArray(value, name) {
    if (!Array.isArray(value)) throw argType(name, value, 'Array');
    return value;
  }

  const isPresent = (value) => value !== undefined && value !== null;

  // setting is an own property of the configuration, or its default.
  function setting(config, name, fallback) {
    const value = hasOwn(config, name) ? config[name] : undefined;
    return isPresent(value) ? value : fallback;
  }

  const terminator = '--';
  const negation = 'no-';

  // Options as the script has described them.
  class Options {
    constructor(described) {
      this.described = described;
    }

    check() {
      for (const [name, option] of Object.entries(this.described)) {
        const at = `options.${name}`;
        requireObject(option, at);
        const type = setting(option, 'type');
        if (type !== 'string' && type !== 'boolean') throw argType(`${at}.type`, type, "('string|boolean')");
        this.checkShort(option, `${at}.short`);
        const multiple = setting(option, 'multiple');
        if (hasOwn(option, 'multiple')) requireType(multiple, 'boolean', `${at}.multiple`);
        const fallback = setting(option, 'default');
        if (fallback === undefined) continue;
        if (multiple) {
          requireArray(fallback, `${at}.default`)
            .forEach((value, i) => requireType(value, type, `${at}.default[${i}]`));
        } else {
          requireType(fallback, type, `${at}.default`);
        }
      }
    }

    checkShort(option, at) {
      if (!hasOwn(option, 'short')) return;
      if (requireType(option.short, 'string', at).length !== 1) {
        throw argValue(at, option.short, 'must be a single character');
      }
    }

    has(name) { return hasOwn(this.described, name); }

    get(name, property) {
      const option = this.has(name) ? this.described[name] : undefined;
      return option !== undefined && option !== null && hasOwn(option, property) ? option[property] : undefined;
    }

    type(name) { return this.get(name, 'type'); }

    // long is the name of the option with this letter.
    long(letter) {
      const found = Object.keys(this.described).find((name) => this.get(name, 'short') === letter);
      return found === undefined ? letter : found;
    }
  }

  const isOptionLike = (arg) => typeof arg === 'string' && arg.length > 1 && arg[0] === '-';
  const isLong = (arg) => arg.length > 2 && arg.startsWith('--');
  const isShort = (arg) => arg.length === 2 && arg[0] === '-' && arg[1] !== '-';

  // tokenize tells what each argument is.
  function tokenize(args, options) {
    const tokens = [];
    // A group of letters stands for several arguments at one index.
    const queue = args.map((arg, index) => ({ arg, index }));

    function push(name, rawName, index, value, inlineValue) {
      tokens.push({ kind: 'option', name, rawName, index, value, inlineValue });
    }

    // takesNext gives a string option the argument behind it.
    function pushWithNext(name, rawName, index) {
      if (options.type(name) === 'string' && queue.length > 0 && isPresent(queue[0].arg)) {
        push(name, rawName, index, queue.shift().arg, false);
      } else {
        push(name, rawName, index, undefined, undefined);
      }
    }

    while (queue.length > 0) {
      const { arg, index } = queue.shift();
      if (arg === terminator) {
        tokens.push({ kind: 'option-terminator', index });
        for (const rest of queue) tokens.push({ kind: 'positional', index: rest.index, value: rest.arg });
        break;
      }
      if (!isOptionLike(arg)) {
        tokens.push({ kind: 'positional', index, value: arg });
      } else if (isShort(arg)) {
        pushWithNext(options.long(arg[1]), arg, index);
      } else if (!isLong(arg)) {
        const name = options.long(arg[1]);
        if (options.type(name) === 'string') {
          push(name, `-${arg[1]}`, index, arg.slice(2), true);
        } else {
          queue.unshift(...letters(arg, options).map((letter) => ({ arg: letter, index })));
        }
      } else {
        const equals = arg.indexOf('=', 3);
        if (equals === -1) {
          pushWithNext(arg.slice(2), arg, index);
        } else {
          push(arg.slice(2, equals), arg.slice(0, equals), index, arg.slice(equals + 1), true);
        }
      }
    }
    return tokens;
  }

  // letters takes a group such as -abc apart; what follows the letter of a
  // string option is its value.
  function letters(group, options) {
    const parts = [];
    for (let i = 1; i < group.length; i++) {
      if (options.type(options.long(group[i])) === 'string' && i + 1 < group.length) {
        parts.push(`-${group.slice(i)}`);
        break;
      }
      parts.push(`-${group[i]}`);
    }
    return parts;
  }

  // Parser judges tokens and gathers values.
  class Parser {
    constructor(options, { strict, allowPositionals, allowNegative }) {
      Object.assign(this, { options, strict, allowPositionals, allowNegative });
      this.values = { __proto__: null };
      this.positionals = [];
    }

    take(token) {
      if (token.kind === 'option') {
        if (this.strict) this.checkOption(token);
        this.store(token, this.negate(token) ? false : token.value);
      } else if (token.kind === 'positional') {
        if (!this.allowPositionals) throw binding.unexpectedPositional(token.value);
        this.positionals.push(token.value);
      }
    }

    // negate reads --no-name as name. It reports whether it did.
    negate(token) {
      if (!this.allowNegative || !token.name.startsWith(negation) || token.value !== undefined) return false;
      token.name = token.name.slice(negation.length);
      return true;
    }

    // known is the name of the option that an argument is about.
    known({ name }) {
      const positive = name.slice(negation.length);
      return this.allowNegative && name.startsWith(negation) && this.options.type(positive) === 'boolean' ?
        positive : name;
    }

    checkOption(token) {
      const { rawName } = token;
      const name = this.known(token);
      if (!this.options.has(name)) throw this.unknown(rawName);
      const short = this.options.get(name, 'short');
      const shown = `${short ? `-${short}, ` : ''}--${name}`;
      const type = this.options.type(name);
      if (type === 'string' && typeof token.value !== 'string') {
        throw binding.invalidValue(`Option '${shown} <value>' argument missing`);
      }
      if (type === 'boolean' && isPresent(token.value)) {
        throw binding.invalidValue(`Option '${shown}' does not take an argument`);
      }
      if (!token.inlineValue && isOptionLike(token.value)) throw this.ambiguous(token);
    }

    unknown(rawName) {
      const hint = this.allowPositionals ?
        `. To specify a positional argument starting with a '-', place it at the end of the command after '--', as in '-- "${rawName}"` : '';
      return binding.unknownOption(rawName, hint);
    }

    ambiguous({ name, rawName }) {
      const example = rawName.startsWith('--') ? `'${rawName}=-XYZ'` : `'--${name}=-XYZ' or '${rawName}-XYZ'`;
      return binding.invalidValue(`Option '${rawName}' argument is ambiguous.
Did you forget to specify the option argument for '${rawName}'?
To specify an option argument starting with a dash use ${example}.`);
    }

    store({ name }, value) {
      if (name === '__proto__') return;
      const stored = value === undefined ? true : value;
      if (!this.options.get(name, 'multiple')) {
        this.values[name] = stored;
      } else if (this.values[name]) {
        this.values[name].push(stored);
      } else {
        this.values[name] = [stored];
      }
    }

    fillDefaults() {
      for (const name of Object.keys(this.options.described)) {
        const value = this.options.get(name, 'default');
        if (value !== undefined && this.values[name] === undefined && name !== '__proto__') this.values[name] = value;
      }
    }
  }

  return function parseArgs(config = {}) {
    const args = setting(config, 'args', undefined);
    const strict = setting(config, 'strict', true);
    const positional = setting(config, 'allowPositionals', !strict);
    const wantsTokens = setting(config, 'tokens', false);
    const allowNegative = setting(config, 'allowNegative', false);
    const described = setting(config, 'options', { __proto__: null });
    const list = args === undefined ? binding.mainArguments() : requireArray(args, 'args');
    requireType(strict, 'boolean', 'strict');
    requireType(positional, 'boolean', 'allowPositionals');
    requireType(wantsTokens, 'boolean', 'tokens');
    requireType(allowNegative, 'boolean', 'allowNegative');
    requireObject(described, 'options');
    const options = new Options(described);
    options.check();
    const tokens = tokenize(list, options);
    const parser = new Parser(options, { strict, allowPositionals: positional, allowNegative });
    tokens.forEach((token) => parser.take(token));
    parser.fillDefaults();
    const result = { values: parser.values, positionals: parser.positionals };
    if (wantsTokens) result.tokens = tokens;
    return result;
  };
});
