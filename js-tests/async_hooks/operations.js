// The context of a callback is the one its operation was started in, whatever
// kind of operation that is
// Expect-Stdout-File: operations.golden
'use strict';
const { AsyncLocalStorage, AsyncResource } = require('async_hooks');
const crypto = require('crypto');
const dns = require('dns');
const { EventEmitter, once } = require('events');
const fs = require('fs');
const { Writable, finished } = require('stream');

const als = new AsyncLocalStorage();
const seen = {};
const see = (label) => { seen[label] = als.getStore(); };
const within = (name, fn) => als.run(name, fn);

within('tick', () => process.nextTick(see, 'nextTick'));
within('immediate', () => setImmediate(see, 'setImmediate'));
within('timeout', () => setTimeout(see, 1, 'setTimeout'));
within('microtask', () => queueMicrotask(() => see('queueMicrotask')));
within('promise', () => Promise.resolve().then(() => see('then')));
within('async', async () => {
  await null;
  see('await');
  await new Promise((resolve) => setTimeout(resolve, 1));
  see('await timer');
});
within('interval', () => {
  let runs = 0;
  const timer = setInterval(() => {
    see(`interval ${++runs}`);
    // Lasts for this callback alone.
    als.enterWith('entered');
    if (runs === 2) clearInterval(timer);
  }, 1);
});

within('stat', () => fs.stat(__filename, () => see('fs.stat')));
within('readFile', () => fs.readFile(__filename, () => see('fs.readFile')));
within('fs promise', () => fs.promises.stat(__filename).then(() => see('fs.promises')));
within('stream', () => {
  fs.createReadStream(__filename).on('open', () => see('stream open')).on('data', () => see('stream data'))
    .on('close', () => see('stream close'));
});
within('lookup', () => dns.lookup('127.0.0.1', () => see('dns.lookup')));
within('random', () => crypto.randomBytes(8, () => see('randomBytes')));
within('pbkdf2', () => crypto.pbkdf2('a', 'b', 1, 8, 'sha1', () => see('pbkdf2')));

const emitter = new EventEmitter();
within('on', () => emitter.on('x', () => see('listener')));
within('once', () => once(emitter, 'x').then(() => see('events.once')));
within('emit', () => emitter.emit('x'));

const controller = new AbortController();
within('listen', () => controller.signal.addEventListener('abort', () => see('abort')));
within('abort', () => controller.abort());
within('signal timeout', () => AbortSignal.timeout(1).addEventListener('abort', () => see('AbortSignal.timeout')));
within('timers/promises', () => require('timers/promises').setTimeout(1).then(() => see('timers/promises')));

const sink = new Writable({
  write(chunk, encoding, done) {
    see(`_write ${chunk}`);
    setTimeout(done, 1);
  },
});
within('write 1', () => sink.write('1', () => see('write callback 1')));
within('write 2', () => sink.write('2', () => see('write callback 2')));
within('finished', () => finished(sink, () => see('finished')));
within('end', () => sink.end());

const resource = within('resource', () => new AsyncResource('TEST'));
within('elsewhere', () => resource.runInAsyncScope(see, null, 'runInAsyncScope'));
within('bound', () => { resource.bound = AsyncResource.bind(() => see('AsyncResource.bind')); });
within('elsewhere', () => resource.bound());

within('rejected', () => { Promise.reject(new Error('nobody handles')); });
process.on('unhandledRejection', () => see('unhandledRejection'));
within('thrower', () => setTimeout(() => {
  als.enterWith('at the throw');
  throw new Error('nobody catches');
}, 2));
within('listener', () => process.on('uncaughtException', () => see('uncaughtException')));

als.enterWith('main');
setTimeout(() => see('after enterWith'), 1);
process.on('exit', () => {
  see('exit');
  for (const label of Object.keys(seen).sort()) console.log(`${label}: ${seen[label]}`);
});
