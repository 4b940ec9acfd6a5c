// Random programs of clients and servers. Usage: sockets.js FIRST-SEED COUNT
//
// A transcript must not depend on how the kernel cuts or times what is sent.
// So every object has a transcript of its own, data that comes in pieces is one
// line, and the steps of a program wait until nothing moves any more.
'use strict';

const fs = require('fs');
const crypto = require('crypto');
const net = require('net');
const os = require('os');
const path = require('path');
const { Random, text } = require('./random');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sockets-'));
const settleTurns = 12;
let current;

class Program {
  constructor(seed) {
    this.seed = seed;
    this.r = new Random(seed);
    this.actors = [];
    this.reactions = 4 + this.r.below(10);
    this.unix = this.r.chance(25);
    this.idle = 0;
  }

  // actor gives an object its name and its transcript.
  actor(name, object, actions) {
    const actor = { name, object, actions, lines: [], data: 0, hash: null };
    this.actors.push(actor);
    return actor;
  }

  log(actor, ...parts) {
    this.flush(actor);
    actor.lines.push(parts.map((p) => (typeof p === 'string' ? p : text(p))).join(' '));
    this.idle = 0;
  }

  flush(actor) {
    if (actor.data > 0) actor.lines.push(`data ${actor.data} bytes, hash ${actor.hash.digest('hex').slice(0, 8)}`);
    actor.data = 0;
    actor.hash = null;
  }

  // gotData sums bytes up natively: a program that is slow meets other timers of
  // TCP.
  gotData(actor, chunk) {
    this.idle = 0;
    actor.hash ??= crypto.createHash('sha1');
    actor.hash.update(chunk);
    actor.data += chunk.length;
  }

  // settle calls fn when nothing has happened for some turns.
  settle(fn) {
    this.idle = 0;
    const turn = () => {
      if (++this.idle > settleTurns) fn();
      else setImmediate(turn);
    };
    setImmediate(turn);
  }

  // act does one random thing to an actor.
  act(actor) {
    const name = this.r.pick(actor.actions);
    this.log(actor, '>', name, actor.object instanceof net.Socket ? state(actor.object) : '');
    try {
      actions[name](this, actor);
    } catch (err) {
      this.log(actor, 'threw', err);
    }
  }

  // react is what a listener may do: something to its own object.
  react(actor) {
    if (this.reactions <= 0 || !actor.r.chance(30)) return;
    this.reactions--;
    const shared = this.r;
    this.r = actor.r;
    try {
      this.act(actor);
    } finally {
      this.r = shared;
    }
    if (actor.r.chance(8)) throw new Error('thrown in a listener');
  }

  listen(actor, names) {
    actor.r = new Random(this.seed * 131 + this.actors.length);
    for (const name of names) {
      if (actor.r.chance(10) && name !== 'error') continue;
      actor.object.on(name, (...args) => {
        this.log(actor, 'event', name, ...args.filter((a) => !(a instanceof net.Socket) && a !== this.port && a !== this.path));
        // Node itself throws when a listener of an attempt ends the socket.
        if (!name.startsWith('connectionAttempt')) this.react(actor);
      });
    }
  }

  addClient() {
    const options = { allowHalfOpen: this.r.chance(40) };
    if (this.r.chance(20)) options.highWaterMark = this.r.pick([1, 16, 1000]);
    if (this.r.chance(20)) options.noDelay = true;
    if (this.r.chance(15)) options.keepAlive = true;
    const actor = this.actor(`client${this.actors.length}`, new net.Socket(options), clientActions);
    this.listen(actor, socketEvents);
    this.readFrom(actor);
    this.connect(actor);
  }

  connect(actor) {
    const done = this.r.chance(50) ? () => this.log(actor, 'connected', actor.object.readyState) : undefined;
    if (this.unix) actor.object.connect(this.path, done);
    else actor.object.connect(this.port, '127.0.0.1', done);
  }

  readFrom(actor) {
    if (actor.r.chance(85)) actor.object.on('data', (chunk) => this.gotData(actor, chunk));
    else if (actor.r.chance(50)) {
      actor.object.on('readable', () => {
        let chunk;
        while ((chunk = actor.object.read()) !== null) this.gotData(actor, chunk);
      });
    }
  }

  start(done) {
    const options = { allowHalfOpen: this.r.chance(40), pauseOnConnect: this.r.chance(10) };
    const server = net.createServer(options);
    const actor = this.actor('server', server, serverActions);
    actor.r = new Random(this.seed);
    for (const name of ['listening', 'close', 'error', 'drop']) {
      server.on(name, (err) => this.log(actor, 'event', name, err instanceof Error ? err : ''));
    }
    let accepted = 0;
    server.on('connection', (socket) => {
      const side = this.actor(`accepted${accepted++}`, socket, acceptedActions);
      this.log(side, 'accepted', state(socket));
      this.listen(side, socketEvents);
      this.readFrom(side);
      this.react(side);
    });
    this.path = path.join(folder, `${this.seed}.sock`);
    const listening = () => {
      this.port = this.unix ? 0 : server.address().port;
      this.addClient();
      this.settle(() => this.steps(4 + this.r.below(12), done));
    };
    if (this.unix) server.listen(this.path, listening);
    else server.listen(0, '127.0.0.1', listening);
  }

  steps(left, done) {
    if (left === 0) {
      this.finish(done);
      return;
    }
    if (this.actors.length < 6 && this.r.chance(10)) this.addClient();
    else this.act(this.r.pick(this.actors));
    this.settle(() => {
      for (const actor of this.actors) this.note(actor);
      this.steps(left - 1, done);
    });
  }

  note(actor) {
    const now = actor.object instanceof net.Socket ? state(actor.object) :
      `[${actor.object.listening} ${actor.object._connections}]`;
    if (now !== actor.noted) this.log(actor, now);
    actor.noted = now;
  }

  finish(done) {
    for (const actor of this.actors) {
      actor.object instanceof net.Socket ? actor.object.destroy() : actor.object.close();
    }
    this.settle(() => {
      console.log(`${this.seed}: program`);
      for (const actor of this.actors) {
        this.flush(actor);
        for (const line of actor.lines) console.log(`${this.seed}: ${actor.name}: ${line}`);
      }
      done();
    });
  }
}

const socketEvents = ['connectionAttempt', 'connectionAttemptFailed', 'connect', 'ready', 'end', 'finish', 'close', 'error', 'drain', 'timeout', 'pause', 'resume', 'pipe', 'unpipe'];

function state(s) {
  return `[${s.readyState} ${s.connecting ? 'connecting' : s.pending ? 'pending' : 'there'} ` +
    `r${+s.readable}${+s.readableEnded}${s.readableFlowing} w${+s.writable}${+s.writableEnded}${+s.writableFinished},${s.writableLength},${s.writableCorked} ` +
    `${+s.destroyed}${+s.closed}${s.errored ? 'E' : ''} in ${s.bytesRead} out ${s.bytesWritten}]`;
}

function said(p, actor, what) {
  return (...args) => {
    p.log(actor, what, ...args);
    p.react(actor);
  };
}

function payload(p) {
  const length = p.r.pick([1, 5, 5, 20, 1000, 70000]);
  const body = 'abcdefghij'.repeat(Math.ceil(length / 10)).slice(0, length);
  return p.r.chance(50) ? body : Buffer.from(body);
}

const actions = {
  write: (p, a) => {
    const ok = a.object.write(payload(p), p.r.chance(60) ? said(p, a, 'written') : undefined);
    p.log(a, 'write', ok);
  },
  writeEncoded: (p, a) => p.log(a, 'write', a.object.write('616263', 'hex', said(p, a, 'written'))),
  writeBad: (p, a) => a.object.write(p.r.pick([5, null, {}, undefined])),
  end: (p, a) => {
    const form = p.r.below(4);
    if (form === 0) a.object.end();
    else if (form === 1) a.object.end(payload(p));
    else if (form === 2) a.object.end(said(p, a, 'ended'));
    else a.object.end(payload(p), said(p, a, 'ended'));
  },
  destroy: (p, a) => a.object.destroy(),
  destroyWith: (p, a) => a.object.destroy(new Error('given')),
  destroySoon: (p, a) => a.object.destroySoon(),
  resetAndDestroy: (p, a) => a.object.resetAndDestroy(),
  pause: (p, a) => a.object.pause(),
  resume: (p, a) => a.object.resume(),
  cork: (p, a) => a.object.cork(),
  uncork: (p, a) => a.object.uncork(),
  setTimeout: (p, a) => p.log(a, a.object.setTimeout(p.r.pick([0, 100000])) === a.object, a.object.timeout),
  setNoDelay: (p, a) => p.log(a, a.object.setNoDelay(p.r.chance(50)) === a.object),
  setKeepAlive: (p, a) => p.log(a, a.object.setKeepAlive(true, 1000) === a.object),
  refUnref: (p, a) => a.object.unref().ref(),
  setEncoding: (p, a) => a.object.setEncoding('latin1'),
  read: (p, a) => {
    const chunk = a.object.read();
    if (chunk !== null) p.gotData(a, chunk);
  },
  echo: (p, a) => a.object.pipe(a.object),
  unpipe: (p, a) => a.object.unpipe(),
  offData: (p, a) => a.object.removeAllListeners('data'),
  onData: (p, a) => a.object.on('data', (chunk) => p.gotData(a, chunk)),
  halfOpen: (p, a) => { a.object.allowHalfOpen = p.r.chance(50); },
  addresses: (p, a) => p.log(a, String(a.object.remoteAddress), String(a.object.remoteFamily), String(a.object.localAddress),
    typeof a.object.remotePort, typeof a.object.localPort, Object.keys(a.object.address()).join()),
  emitByHand: (p, a) => a.object.emit(p.r.pick(['timeout', 'drain', 'lookup'])),
  reconnect: (p, a) => {
    if (a.object.destroyed) p.connect(a);
  },
  later: (p, a) => {
    const when = p.r.pick([process.nextTick, queueMicrotask, setImmediate]);
    when(() => p.react(a));
  },
  close: (p, a) => a.object.close((err) => p.log(a, 'closed', err)),
  getConnections: (p, a) => a.object.getConnections((err, n) => p.log(a, 'connections', err, n)),
  maxConnections: (p, a) => { a.object.maxConnections = p.r.below(3); },
  address: (p, a) => p.log(a, typeof a.object.address()),
  listenAgain: (p, a) => {
    if (!a.object.listening && !p.unix) a.object.listen(0, '127.0.0.1', () => { p.port = a.object.address().port; });
    else a.object.listen(0);
  },
};

const socketActions = ['write', 'write', 'write', 'write', 'writeEncoded', 'writeBad', 'end', 'end', 'destroy', 'destroyWith', 'destroySoon',
  'resetAndDestroy', 'pause', 'resume', 'resume', 'cork', 'uncork', 'uncork', 'setTimeout', 'setNoDelay', 'setKeepAlive', 'refUnref',
  'setEncoding', 'read', 'unpipe', 'offData', 'onData', 'halfOpen', 'addresses', 'emitByHand', 'later'];
// If both sides sent back what they get, it would never end.
const acceptedActions = [...socketActions, 'echo'];
const clientActions = [...socketActions, 'reconnect', 'reconnect', 'reconnect'];
const serverActions = ['close', 'getConnections', 'maxConnections', 'address', 'listenAgain'];

process.on('uncaughtException', (err) => current.log(current.actors[0], 'uncaught', err));
process.on('exit', () => fs.rmSync(folder, { recursive: true }));

function run(seed, last) {
  if (seed === last) process.exit(); // a program may have left something open
  current = new Program(seed);
  current.start(() => run(seed + 1, last));
}

const [first, count] = process.argv.slice(2).map(Number);
run(first, first + count);
