// What a primary and a worker say to each other: messages that scripts do not
// see, and the answers to them.
(function () {
  'use strict';
  const command = 'NODE_CLUSTER';

  // Line is one end of the conversation with one process.
  class Line {
    #process;
    #receive;
    #waiting = new Map(); // for an answer, by the number of the message
    #last = 0;

    // receive(message, handle) gets what is no answer.
    constructor(process, receive) {
      this.#process = process;
      this.#receive = receive;
      process.on('internalMessage', (message, handle) => this.#received(message, handle));
    }

    // send reports false where nobody listens any more. answered, if given,
    // is called with the answer and the handle that comes with it.
    send(message, handle, answered) {
      if (!this.#process.connected) return false;
      const seq = this.#last++;
      if (answered) this.#waiting.set(seq, answered);
      // Whoever cannot be written to is about to disconnect, which tells all.
      this.#process.send({ cmd: command, ...message, seq }, handle, { swallowErrors: true });
      return true;
    }

    #received(message, handle) {
      if (message.cmd !== command) return;
      const answered = this.#waiting.get(message.ack);
      if (!answered) {
        this.#receive(message, handle);
        return;
      }
      this.#waiting.delete(message.ack);
      answered(message, handle);
    }

    // end gives up what waits: it is answered with undefined.
    end() {
      const waiting = [...this.#waiting.values()];
      this.#waiting.clear();
      for (const answered of waiting) answered(undefined, undefined);
    }
  }

  return Line;
})
