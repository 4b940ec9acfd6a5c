// Random programs over streams. Usage: streams.js FIRST-SEED COUNT
'use strict';

const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished, compose } = require('stream');
const { runAll } = require('./random');

const events = ['data', 'end', 'readable', 'error', 'close', 'drain', 'finish', 'pause', 'resume', 'pipe', 'unpipe', 'prefinish'];

function program(r, log) {
  const streams = Array.from({ length: 1 + r.below(3) }, (_, i) => makeStream(r, log, 'abc'[i]));
  for (const s of streams) listen(r, log, s, streams);
  let left = 6 + r.below(14);
  const later = [
    (fn) => fn(), (fn) => process.nextTick(fn), (fn) => Promise.resolve().then(fn), (fn) => setImmediate(fn),
    (fn) => setImmediate(() => setImmediate(fn)),
  ];
  const act = () => {
    if (left-- <= 0) return;
    const s = r.pick(streams);
    const name = r.pick(s.actions);
    r.pick(later)(() => {
      log(s.name, name, 'begin', state(s.stream));
      try {
        actions[name](r, s, streams, log);
      } catch (err) {
        log(s.name, name, 'threw', err);
      }
      log(s.name, name, 'done', state(s.stream));
    });
  };
  for (let i = 2 + r.below(6); i > 0; i--) act();
  // What happens in listeners draws from what is left.
  program.act = act;
}

function makeStream(r, log, name) {
  const objectMode = r.chance(20);
  const highWaterMark = r.pick([undefined, 0, 1, 3, 5, 16]);
  const options = { objectMode, highWaterMark };
  if (r.chance(15)) options.autoDestroy = false;
  if (r.chance(10)) options.emitClose = false;
  if (r.chance(15)) options.encoding = r.pick(['utf8', 'hex', 'base64']);
  if (r.chance(15)) options.decodeStrings = false;
  if (r.chance(20)) options.allowHalfOpen = false;
  const ctx = { r, log, name, produced: 0 };
  const kind = r.pick(['readable', 'writable', 'duplex', 'transform', 'passthrough', 'readable', 'writable']);
  if (r.chance(25)) options.construct = callbackStep(ctx, 'construct');
  if (r.chance(25)) options.destroy = destroyStep(ctx);
  const reads = () => Object.assign(options, { read: readStep(ctx) });
  const writes = () => {
    options.write = writeStep(ctx, 'write');
    if (r.chance(30)) options.writev = writevStep(ctx);
    if (r.chance(40)) options.final = callbackStep(ctx, 'final');
  };
  const made = { name };
  switch (kind) {
    case 'readable':
      reads();
      made.stream = new Readable(options);
      made.actions = readActions;
      break;
    case 'writable':
      writes();
      made.stream = new Writable(options);
      made.actions = writeActions;
      break;
    case 'duplex':
      reads();
      writes();
      made.stream = new Duplex(options);
      made.actions = bothActions;
      break;
    case 'transform':
      options.transform = transformStep(ctx);
      if (r.chance(50)) options.flush = callbackStep(ctx, 'flush');
      made.stream = new Transform(options);
      made.actions = bothActions;
      break;
    default:
      made.stream = new PassThrough(options);
      made.actions = bothActions;
  }
  made.objectMode = objectMode;
  made.ctx = ctx;
  log(name, kind, JSON.stringify(options));
  return made;
}

// settle calls back now or later, well or with an error; now and then twice.
function settle(ctx, what, callback, ...values) {
  const { r, log, name } = ctx;
  const fail = r.chance(6) ? new Error(`${what} failed`) : null;
  const call = () => {
    log(name, what, 'calls back', fail);
    callback(fail, ...values);
  };
  switch (r.below(6)) {
    case 0: case 1: return call();
    case 2: return process.nextTick(call);
    case 3: return queueMicrotask(call);
    case 4: return setImmediate(call);
    default: return r.chance(30) ? (log(name, what, 'never'), undefined) : call();
  }
}

function callbackStep(ctx, what) {
  return function (callback) {
    ctx.log(ctx.name, what);
    settle(ctx, what, callback);
  };
}

function destroyStep(ctx) {
  return function (err, callback) {
    ctx.log(ctx.name, 'destroy step', err);
    settle(ctx, 'destroy', (fail) => callback(fail || err));
  };
}

function writeStep(ctx, what) {
  return function (chunk, encoding, callback) {
    ctx.log(ctx.name, what, chunk, encoding);
    if (ctx.r.chance(4)) throw new Error('write threw');
    settle(ctx, what, callback);
  };
}

function writevStep(ctx) {
  return function (chunks, callback) {
    ctx.log(ctx.name, 'writev', chunks.length, ...chunks.map((c) => c.chunk));
    settle(ctx, 'writev', callback);
  };
}

function transformStep(ctx) {
  return function (chunk, encoding, callback) {
    ctx.log(ctx.name, 'transform', chunk, encoding);
    for (let i = ctx.r.below(3); i > 0; i--) ctx.log(ctx.name, 'pushes', this.push(chunk));
    if (ctx.r.chance(50)) settle(ctx, 'transform', callback, chunk);
    else settle(ctx, 'transform', callback);
  };
}

function readStep(ctx) {
  return function (size) {
    const { r, log, name } = ctx;
    log(name, 'read step', size);
    if (r.chance(4)) throw new Error('read threw');
    const give = () => {
      for (let i = 1 + r.below(2); i > 0; i--) {
        const more = ctx.produced++ < 8 ? this.push(`${name}${ctx.produced}`) : this.push(null);
        log(name, 'pushed', more);
        if (ctx.produced > 8) return;
      }
    };
    switch (r.below(5)) {
      case 0: return give();
      case 1: return process.nextTick(give);
      case 2: return queueMicrotask(give);
      case 3: return setImmediate(give);
      default: return undefined;
    }
  };
}

function listen(r, log, s, streams) {
  for (const event of events) {
    if (!r.chance(event === 'error' ? 85 : event === 'data' || event === 'readable' ? 25 : 50)) continue;
    s.stream.on(event, (arg) => {
      log(s.name, `'${event}'`, event === 'pipe' || event === 'unpipe' ? '' : arg, state(s.stream));
      if (r.chance(15)) program.act();
      if (event === 'readable' && r.chance(80)) {
        let chunk;
        while ((chunk = s.stream.read(r.chance(30) ? r.below(4) : undefined)) !== null) log(s.name, 'got', chunk);
      }
      if (r.chance(2)) throw new Error(`listener of ${event} threw`);
    });
  }
}

const said = (s, log, what) => (...args) => log(s.name, what, ...args.map((a) => (a === undefined ? 'nothing' : a)));

const actions = {
  read: (r, s, streams, log) => log(s.name, 'read gives', s.stream.read(r.pick([undefined, 0, 1, 2, 5, 100]))),
  push: (r, s, streams, log) => log(s.name, 'push gives', s.stream.push(r.pick(['p', 'pushed', '', null, Buffer.from('b')]))),
  unshift: (r, s, streams, log) => log(s.name, 'unshift gives', s.stream.unshift(r.pick(['u', 'unshifted']))),
  pause: (r, s) => s.stream.pause(),
  resume: (r, s) => s.stream.resume(),
  isPaused: (r, s, streams, log) => log(s.name, 'paused', s.stream.isPaused()),
  onData: (r, s, streams, log) => s.stream.on('data', said(s, log, 'late data')),
  onReadable: (r, s, streams, log) => s.stream.on('readable', () => log(s.name, 'late readable', s.stream.read())),
  offData: (r, s) => s.stream.removeAllListeners('data'),
  offReadable: (r, s) => s.stream.removeAllListeners('readable'),
  setEncoding: (r, s) => s.stream.setEncoding(r.pick(['utf8', 'hex'])),
  pipe: (r, s, streams) => {
    const to = streams.filter((t) => t.stream.write && t !== s);
    if (to.length) s.stream.pipe(r.pick(to).stream, r.chance(30) ? { end: false } : undefined);
  },
  unpipe: (r, s, streams) => {
    const to = r.pick(streams);
    if (r.chance(50)) s.stream.unpipe();
    else s.stream.unpipe(to.stream);
  },
  iterate: async (r, s, streams, log) => {
    try {
      const it = s.stream.iterator({ destroyOnReturn: r.chance(50) });
      for (let i = 1 + r.below(4); i > 0; i--) {
        const step = await it.next();
        log(s.name, 'step', step.done, step.value);
        if (step.done) return;
      }
      await it.return();
      log(s.name, 'iterator returned');
    } catch (err) {
      log(s.name, 'iterator failed', err);
    }
  },
  toArray: (r, s, streams, log) => {
    s.stream.toArray().then((all) => log(s.name, 'array', all.length, ...all), (err) => log(s.name, 'no array', err));
  },
  write: (r, s, streams, log) => {
    const callback = r.chance(50) ? said(s, log, 'written') : undefined;
    log(s.name, 'write gives', s.stream.write(r.pick(['w', 'words', '', Buffer.from('bytes'), 'é']), callback));
  },
  writeEncoded: (r, s, streams, log) => log(s.name, 'write gives', s.stream.write('6162', r.pick(['hex', 'latin1', 'utf8']), said(s, log, 'written'))),
  end: (r, s, streams, log) => {
    if (r.chance(40)) s.stream.end();
    else if (r.chance(50)) s.stream.end('last');
    else s.stream.end('last', said(s, log, 'ended'));
  },
  cork: (r, s) => s.stream.cork(),
  uncork: (r, s) => s.stream.uncork(),
  setDefaultEncoding: (r, s) => s.stream.setDefaultEncoding(r.pick(['hex', 'utf8'])),
  destroy: (r, s) => s.stream.destroy(),
  destroyWith: (r, s) => s.stream.destroy(new Error('destroyed')),
  finished: (r, s, streams, log) => finished(s.stream, r.chance(30) ? { readable: r.chance(50), writable: r.chance(50) } : {}, said(s, log, 'finished')),
  pipeline: (r, s, streams, log) => {
    const to = streams.filter((t) => t.stream.write && t !== s);
    if (to.length) pipeline(s.stream, r.pick(to).stream, said(s, log, 'pipeline'));
  },
  compose: (r, s, streams, log) => {
    const c = compose(s.stream, new PassThrough({ objectMode: s.objectMode }));
    c.on('data', said(s, log, 'composed data')).on('end', said(s, log, 'composed end'));
    c.on('error', said(s, log, 'composed error')).on('close', said(s, log, 'composed close'));
  },
};

const common = ['destroy', 'destroyWith', 'finished'];
const readActions = ['read', 'read', 'push', 'unshift', 'pause', 'resume', 'resume', 'isPaused', 'onData', 'onReadable', 'offData',
  'offReadable', 'setEncoding', 'pipe', 'pipe', 'unpipe', 'iterate', 'toArray', 'pipeline', 'compose', ...common];
const writeActions = ['write', 'write', 'write', 'writeEncoded', 'end', 'cork', 'uncork', 'uncork', 'setDefaultEncoding', ...common];
const bothActions = [...readActions, ...writeActions];

function state(s) {
  const parts = [];
  if (s._readableState) {
    parts.push(`r${s.readableLength},${s.readableFlowing},${+s.readable}${+s.readableEnded}${+s.readableDidRead}${+s.readableAborted}`);
  }
  if (s._writableState) {
    parts.push(`w${s.writableLength},${s.writableCorked},${+s.writable}${+s.writableEnded}${+s.writableFinished}${+s.writableNeedDrain}`);
  }
  parts.push(`${+s.destroyed}${+s.closed}${s.errored ? 'E' : ''}`);
  return `[${parts.join(' ')}]`;
}

runAll(program, Number(process.argv[2]), Number(process.argv[3]), 6);
