// Listening together (cluster.SCHED_NONE): the workers get the descriptor that
// listens, and the system decides which of them accepts.
(function (host) {
  'use strict';
  const { net } = host;

  class Shared {
    #workers = new Set(); // the ids of all that listen here
    #handle = null;
    #errno = 0;

    constructor(key, { port, addressType, fd, flags, backlog }, address) {
      const handle = net._createServerHandle(address, port, addressType, fd, flags, backlog);
      if (typeof handle === 'number') this.#errno = handle;
      else this.#handle = handle;
    }

    has(worker) {
      return this.#workers.has(worker.id);
    }

    // add has a worker take part: answer(errno, reply, handle).
    add(worker, answer) {
      this.#workers.add(worker.id);
      answer(this.#errno, null, this.#handle);
    }

    // remove reports whether nobody listens any more, which closes ours.
    remove(worker) {
      if (!this.#workers.delete(worker.id) || this.#workers.size > 0) return false;
      if (this.#handle) this.#handle.close();
      this.#handle = null;
      return true;
    }
  }

  return Shared;
})
