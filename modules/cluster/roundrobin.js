// Listening in turns (cluster.SCHED_RR): the primary accepts, and hands each
// connection to the worker that has been free for longest.
(function (host) {
  'use strict';
  const { net } = host;
  const ipv6Only = 1; // a bit of flags

  function listen(server, { fd, port, flags, backlog, readableAll, writableAll }, address) {
    if (fd >= 0) server.listen({ fd, backlog });
    else if (port >= 0) server.listen({ port, host: address, ipv6Only: Boolean(flags & ipv6Only), backlog });
    else server.listen({ path: address, backlog, readableAll, writableAll });
  }

  class RoundRobin {
    #workers = new Map(); // by id: all that listen here
    #free = new Map(); // those that wait for a connection
    #connections = []; // those that wait for a worker
    #server = net.createServer();
    #sockname = null;
    #ready = false;
    #closed = false;
    #key;
    #send;

    // send(worker, message, handle, answered) talks to a worker.
    constructor(key, query, address, send) {
      this.#key = key;
      this.#send = send;
      this.#server.once('listening', () => this.#started());
      listen(this.#server, query, address);
    }

    #started() {
      this.#ready = true;
      const address = this.#server.address();
      if (address !== null && typeof address === 'object') this.#sockname = address;
      // Connections that could not be accepted are nobody's.
      this.#server._handle.onconnection = (errno, connection) => {
        if (connection) this.#distribute(connection);
      };
    }

    has(worker) {
      return this.#workers.has(worker.id);
    }

    // add has a worker take part: answer(errno, reply).
    add(worker, answer) {
      this.#workers.set(worker.id, worker);
      const done = () => {
        answer(null, this.#sockname ? { sockname: this.#sockname } : null);
        this.#serve(worker);
      };
      if (this.#ready) {
        done();
        return;
      }
      this.#server.once('listening', done);
      this.#server.once('error', (err) => answer(err.errno, null));
    }

    // remove reports whether nobody listens any more, which closes the port.
    remove(worker) {
      if (!this.#workers.delete(worker.id)) return false;
      this.#free.delete(worker.id);
      if (this.#workers.size > 0) return false;
      this.#closed = true;
      for (const connection of this.#connections.splice(0)) connection.close();
      this.#server.close();
      return true;
    }

    #distribute(connection) {
      if (this.#closed) {
        connection.close();
        return;
      }
      this.#connections.push(connection);
      for (const [id, worker] of this.#free) {
        this.#free.delete(id);
        this.#serve(worker);
        return;
      }
    }

    // serve gives a worker the connection that has waited for longest. The
    // next one follows when it has said whether it takes this one; another
    // worker is asked if not.
    #serve(worker) {
      if (!this.has(worker)) return;
      const connection = this.#connections.shift();
      if (!connection) {
        this.#free.set(worker.id, worker);
        return;
      }
      const sent = this.#send(worker, { act: 'newconn', key: this.#key }, connection, (answer) => {
        // A worker that has gone without an answer may have taken it.
        if (!answer || answer.accepted) connection.close();
        else this.#distribute(connection);
        this.#serve(worker);
      });
      if (!sent) this.#distribute(connection);
    }
  }

  return RoundRobin;
})
