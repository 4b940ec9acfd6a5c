// Async generators and for await written out by hand, since the engine has
// neither.
(function (lib) {
  'use strict';

  const { asyncIterator, toStringTag } = Symbol;

  // returned is what a generator's body gets thrown at its yield when the
  // consumer calls return(): a body that catches must let it pass.
  const returned = { toString: () => 'the consumer of a generator returned' };

  // AsyncGenerator runs body as an async generator's body: `await give(value)`
  // is its `yield value`.
  class AsyncGenerator {
    #body;
    #state = 'new';
    #requests = [];
    #resume;
    #answer;

    constructor(body) {
      this.#body = body;
    }

    next(value) {
      return this.#request('next', value);
    }

    return(value) {
      return this.#request('return', value);
    }

    throw(err) {
      return this.#request('throw', err);
    }

    [asyncIterator]() {
      return this;
    }

    get [toStringTag]() {
      return 'AsyncGenerator';
    }

    #request(kind, value) {
      return new Promise((resolve, reject) => {
        this.#requests.push({ kind, value, resolve, reject });
        this.#serve();
      });
    }

    #serve() {
      while (this.#requests.length && this.#state !== 'running') {
        const { kind, value, resolve, reject } = this.#requests[0];
        if (this.#state === 'new' && kind === 'next') {
          this.#start();
        } else if (this.#state === 'waiting') {
          this.#state = 'running';
          this.#resume(kind, value);
        } else {
          this.#state = 'done';
          this.#requests.shift();
          if (kind === 'throw') reject(value);
          else resolve({ value: kind === 'return' ? value : undefined, done: true });
        }
      }
    }

    #start() {
      this.#state = 'running';
      this.#body((value) => this.#give(value)).then((value) => {
        this.#finish().resolve({ value, done: true });
        this.#serve();
      }, (err) => {
        if (err === returned) this.#finish().resolve({ value: this.#answer, done: true });
        else this.#finish().reject(err);
        this.#serve();
      });
    }

    #finish() {
      this.#state = 'done';
      return this.#requests.shift();
    }

    #give(value) {
      return new Promise((resolve, reject) => {
        this.#resume = (kind, sent) => {
          if (kind === 'next') {
            resolve(sent);
          } else if (kind === 'throw') {
            reject(sent);
          } else {
            this.#answer = sent;
            reject(returned);
          }
        };
        this.#state = 'waiting';
        this.#requests.shift().resolve({ value, done: false });
        this.#serve();
      });
    }
  }

  const generate = (body) => new AsyncGenerator(body);

  // forAwait is `for await (const value of iterable) await each(value)`; each
  // breaks the loop by answering true.
  async function forAwait(iterable, each) {
    const isAsync = typeof iterable[asyncIterator] === 'function';
    const iterator = isAsync ? iterable[asyncIterator]() : iterable[Symbol.iterator]();
    const { next } = iterator;
    for (;;) {
      const step = await next.call(iterator);
      if (step.done) return;
      let broken;
      try {
        broken = await each(isAsync ? step.value : await step.value);
      } catch (err) {
        // What the iterator throws at its end does not hide err.
        await Promise.resolve(iterator.return && iterator.return()).catch(lib.nop);
        throw err;
      }
      if (broken) {
        if (iterator.return) await iterator.return();
        return;
      }
    }
  }

  Object.assign(lib, { generate, returned, forAwait });
})
