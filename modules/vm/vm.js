// The checks and classes of node:vm (Node documentation, "VM (executing
// JavaScript)").
(function (host) {
  'use strict';
  const int32 = [-(2 ** 31), 2 ** 31 - 1];
  const uint32 = 2 ** 32 - 1;
  const anonymous = 'evalmachine.<anonymous>';

  // The native side of contexts, by contextified object and by global object.
  const contexts = new WeakMap();

  const constants = Object.freeze({
    __proto__: null,
    USE_MAIN_CONTEXT_DEFAULT_LOADER: Symbol('vm_dynamic_import_main_context_default'),
    DONT_CONTEXTIFY: Symbol('vm_context_no_contextify'),
  });

  function checkObject(value, name) {
    if (typeof value !== 'object' || value === null) throw host.argType(name, value, 'object');
  }

  function checkOptions(options) {
    checkObject(options, 'options');
    return options;
  }

  function checkOptional(check, value, name) {
    if (value !== undefined) check(value, name);
  }

  function checkCachedData(value) {
    if (value !== undefined && !ArrayBuffer.isView(value)) {
      throw host.argType('options.cachedData', value, 'Buffer', 'TypedArray', 'DataView');
    }
  }

  // where are the options that say where a text comes from.
  function where({ filename = anonymous, lineOffset = 0, columnOffset = 0 }) {
    host.validateString(filename, 'options.filename');
    host.validateInteger(lineOffset, 'options.lineOffset', ...int32);
    host.validateInteger(columnOffset, 'options.columnOffset', ...int32);
    return { filename, lineOffset, columnOffset };
  }

  function checkImport(value) {
    if (value === undefined || value === constants.USE_MAIN_CONTEXT_DEFAULT_LOADER) return;
    host.validateFunction(value, 'options.importModuleDynamically');
  }

  function contextOf(object, name = 'contextifiedObject') {
    checkObjectOrFunction(object, 'object');
    const context = contexts.get(object);
    if (context === undefined) throw host.argType(name, object, 'vm.Context');
    return context;
  }

  function checkObjectOrFunction(value, name) {
    if (typeof value !== 'function') checkObject(value, name);
  }

  // timeoutOf checks the options of a run and returns its limit; 0 is none.
  function timeoutOf(options) {
    const { timeout, displayErrors = true, breakOnSigint = false } = checkOptions(options);
    if (timeout !== undefined) host.validateInteger(timeout, 'options.timeout', 1, uint32);
    host.validateBoolean(displayErrors, 'options.displayErrors');
    host.validateBoolean(breakOnSigint, 'options.breakOnSigint');
    return timeout ?? 0;
  }

  let nativeOf;

  class Script {
    #native;

    constructor(code, options = {}) {
      code = `${code}`;
      if (typeof options === 'string') options = { filename: options };
      else checkOptions(options);
      const { filename, lineOffset, columnOffset } = where(options);
      const { cachedData, produceCachedData = false, importModuleDynamically } = options;
      checkCachedData(cachedData);
      host.validateBoolean(produceCachedData, 'options.produceCachedData');
      checkImport(importModuleDynamically);
      this.#native = host.compile(filename, code, lineOffset, columnOffset);
      // Data for a cache is for the engine that made it: none is ours.
      if (cachedData !== undefined) this.cachedDataRejected = true;
      this.sourceURL = magicComment(code, 'sourceURL');
      this.sourceMapURL = magicComment(code, 'sourceMappingURL');
    }

    runInThisContext(options = {}) {
      const timeout = timeoutOf(options);
      return host.runInThisContext(nativeOf(this), timeout);
    }

    runInContext(contextifiedObject, options = {}) {
      const context = contextOf(contextifiedObject);
      const timeout = timeoutOf(options);
      return host.runInContext(nativeOf(this), context, timeout);
    }

    runInNewContext(contextObject, options = {}) {
      const context = createContext(contextObject, contextOptions(options));
      return this.runInContext(context, options);
    }

    static {
      nativeOf = (script) => script.#native;
    }
  }
  Object.defineProperty(Script, 'length', { value: 1 });
  Object.defineProperty(Script.prototype.runInThisContext, 'length', { value: 1 });
  Object.defineProperty(Script.prototype.runInContext, 'length', { value: 2 });
  Object.defineProperty(Script.prototype.runInNewContext, 'length', { value: 2 });
  const unbuilt = (name, what) => Object.defineProperty(host.notImplemented(what), 'name', { value: name });
  Object.defineProperty(Script.prototype, 'createCachedData', {
    value: unbuilt('createCachedData', 'vm.Script.createCachedData'), writable: true, configurable: true,
  });

  // magicComment is what the last comment of the form //# name=value says.
  function magicComment(code, name) {
    const found = [...code.matchAll(new RegExp(`^.*?//[#@] ${name}=([^\\s'"]*)[ \\t]*$`, 'gm'))];
    return found.length > 0 ? found[found.length - 1][1] : undefined;
  }

  // contextOptions are the options for a context among those of a run, with
  // the names that createContext gives them.
  function contextOptions(options) {
    const { contextName: name, contextOrigin: origin, contextCodeGeneration, microtaskMode } = checkOptions(options);
    checkOptional(host.validateString, name, 'options.contextName');
    checkOptional(host.validateString, origin, 'options.contextOrigin');
    checkCodeGeneration(contextCodeGeneration, 'options.contextCodeGeneration');
    checkOptional(host.validateString, microtaskMode, 'options.microtaskMode');
    return { name, origin, codeGeneration: contextCodeGeneration, microtaskMode };
  }

  function checkCodeGeneration(value, name) {
    if (value === undefined) return;
    checkObject(value, name);
    checkOptional(host.validateBoolean, value.strings, `${name}.strings`);
    checkOptional(host.validateBoolean, value.wasm, `${name}.wasm`);
  }

  function createContext(contextObject = {}, options = {}) {
    const vanilla = contextObject === constants.DONT_CONTEXTIFY;
    if (!vanilla) {
      checkObjectOrFunction(contextObject, 'object');
      if (contexts.has(contextObject)) return contextObject;
    }
    const { name, origin, codeGeneration, microtaskMode, importModuleDynamically } = checkOptions(options);
    checkOptional(host.validateString, name, 'options.name');
    checkOptional(host.validateString, origin, 'options.origin');
    checkCodeGeneration(codeGeneration, 'options.codeGeneration');
    if (microtaskMode !== undefined && microtaskMode !== 'afterEvaluate') {
      throw host.argValue('options.microtaskMode', host.inspect(microtaskMode), "must be one of: 'afterEvaluate', undefined");
    }
    checkImport(importModuleDynamically);
    const object = vanilla ? {} : contextObject;
    const context = host.contextify(object, codeGeneration?.strings ?? true);
    const global = host.globalOf(context);
    contexts.set(object, context);
    contexts.set(global, context);
    return vanilla ? global : object;
  }
  Object.defineProperty(createContext, 'length', { value: 0 });

  function isContext(object) {
    checkObjectOrFunction(object, 'object');
    return contexts.has(object);
  }

  // named lets the options of a run be the name of the file.
  const named = (options) => (typeof options === 'string' ? { filename: options } : options);

  function runInContext(code, contextifiedObject, options) {
    contextOf(contextifiedObject);
    options = named(options);
    return new Script(code, options).runInContext(contextifiedObject, options);
  }

  function runInNewContext(code, contextObject, options) {
    options = named(options);
    if (options !== undefined) contextOptions(options);
    const context = createContext(contextObject, options === undefined ? {} : contextOptions(options));
    return runInContext(code, context, options);
  }

  function runInThisContext(code, options) {
    options = named(options);
    return new Script(code, options).runInThisContext(options);
  }

  function createScript(code, options) {
    return new Script(code, options);
  }

  function compileFunction(code, params, options = {}) {
    host.validateString(code, 'code');
    if (params !== undefined) {
      if (!Array.isArray(params)) throw host.argType('params', params, 'Array');
      params.forEach((param, i) => host.validateString(param, `params[${i}]`));
    }
    const { filename, lineOffset, columnOffset } = where({ filename: '', ...checkOptions(options) });
    const {
      cachedData, produceCachedData = false, parsingContext, contextExtensions = [], importModuleDynamically,
    } = options;
    checkCachedData(cachedData);
    host.validateBoolean(produceCachedData, 'options.produceCachedData');
    let context;
    if (parsingContext !== undefined) {
      context = typeof parsingContext === 'object' && parsingContext !== null ? contexts.get(parsingContext) : undefined;
      if (context === undefined) throw host.argType('options.parsingContext', parsingContext, 'Context');
    }
    if (!Array.isArray(contextExtensions)) throw host.argType('options.contextExtensions', contextExtensions, 'Array');
    contextExtensions.forEach((extension, i) => checkObject(extension, `options.contextExtensions[${i}]`));
    checkImport(importModuleDynamically);
    const fn = host.compileFunction(code, params ?? [], filename, lineOffset, columnOffset, context, contextExtensions);
    if (cachedData !== undefined) fn.cachedDataRejected = true;
    return fn;
  }
  Object.defineProperty(compileFunction, 'length', { value: 2 });

  return {
    Script, createContext, createScript, runInContext, runInNewContext, runInThisContext, isContext, compileFunction,
    measureMemory: unbuilt('measureMemory', 'vm.measureMemory'), constants,
  };
})
