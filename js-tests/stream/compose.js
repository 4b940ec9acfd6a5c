// stream.compose, readable.compose and Duplex.from.
// Expect-Stdout-File: compose.golden
'use strict';

const { Readable, Writable, Duplex, Transform, PassThrough, compose } = require('stream');
const { transcript } = require('../common');

const log = transcript();
const upper = () => new Transform({
  transform(chunk, encoding, callback) {
    callback(null, String(chunk).toUpperCase());
  },
});
const attempt = (name, run) => {
  try {
    const s = run();
    log(name, s.constructor.name, s.readable, s.writable, s.readableObjectMode, s.writableObjectMode);
    s.on('error', (err) => log(name, 'error', err.name, err.code, err.message)).destroy();
  } catch (err) {
    log(name, err.name, err.code, err.message.split(/ Received (Read|Writ)able/)[0]);
  }
};
const sink = (into) => new Writable({
  write(chunk, encoding, callback) {
    into.push(String(chunk));
    callback();
  },
});

log('names', JSON.stringify(Duplex.from.name), Duplex.from.length, compose.name, compose.length);
const kinds = {
  nothing: () => undefined, null: () => null, number: () => 1, text: () => 'text', array: () => ['1', '2'], object: () => ({}),
  readable: () => new PassThrough(), onlyReadable: () => new Readable({ read() {} }), onlyWritable: () => sink([]),
  pair: () => ({ readable: new Readable({ read() {} }), writable: sink([]) }), half: () => ({ readable: new Readable({ read() {} }) }),
  returnsNumber: () => () => 1, returnsNothing: () => () => {}, returnsArray: () => () => [1],
  returnsPromise: () => () => new Promise(() => {}), promise: () => Promise.resolve(1), thenable: () => ({ then: 1 }),
};
for (const [name, make] of Object.entries(kinds)) {
  attempt(`from ${name}`, () => Duplex.from(make()));
  attempt(`compose ${name}`, () => compose(make()));
  if (!['object', 'pair', 'half', 'thenable', 'promise'].includes(name)) {
    attempt(`compose(_, ${name})`, () => compose(upper(), make()));
    attempt(`compose(${name}, _)`, () => compose(make(), upper()));
    attempt(`readable.compose(${name})`, () => new PassThrough().compose(make()));
  }
}
attempt('compose()', () => compose());
attempt('options', () => new PassThrough().compose(upper(), 1));
attempt('signal', () => new PassThrough().compose(upper(), { signal: {} }));
attempt('aborted', () => new PassThrough().compose(upper(), { signal: AbortSignal.abort() }));

async function main() {
  const through = compose(upper(), new PassThrough());
  through.end('some text');
  log('composed', String(Buffer.concat(await through.toArray())));
  log('method', (await Readable.from(['a', 'b']).compose(upper()).toArray()).join(''));

  const failing = compose(upper(), new Transform({
    transform(chunk, encoding, callback) {
      callback(new Error('inside'));
    },
  }));
  failing.on('error', (err) => log('failing', err.message)).on('close', () => log('failing closed'));
  failing.write('x');
  await new Promise((resolve) => failing.on('close', resolve));

  log('from iterable', (await Duplex.from(['x', 'y']).toArray()).join());
  log('from promise', (await Duplex.from(Promise.resolve('later')).toArray()).join());
  const rejected = Duplex.from(Promise.reject(new Error('no')));
  await new Promise((resolve) => rejected.on('error', (err) => resolve(log('from rejected', err.message))));

  const written = [];
  const pair = Duplex.from({ readable: Readable.from(['in']), writable: sink(written) });
  pair.end('out');
  log('pair', (await pair.toArray()).join(), written.join());

  const taken = [];
  const consumer = Duplex.from(async (source) => {
    const iterator = source[Symbol.asyncIterator]();
    for (let step = await iterator.next(); !step.done; step = await iterator.next()) taken.push(String(step.value));
  });
  consumer.write('one');
  consumer.end('two');
  await new Promise((resolve) => consumer.on('finish', resolve));
  log('consumer', taken.join(), consumer.readable, consumer.writable);
}

main();
