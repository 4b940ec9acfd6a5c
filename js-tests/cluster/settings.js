// What the module has before anything is forked, and what setupPrimary makes
// of its settings.
// Expect-Stdout-File: settings.golden
// Process: own (process-wide settings of the cluster)
// Args: one two
'use strict';

const assert = require('assert');
const EventEmitter = require('events');
const cluster = require('cluster');
const { throwsError, transcript } = require('../common');

const log = transcript();
assert.strictEqual(require('node:cluster'), cluster);
log(cluster instanceof EventEmitter, Object.keys(cluster).filter((key) => !key.startsWith('_')).join());
log(cluster.isPrimary, cluster.isMaster, cluster.isWorker, 'worker' in cluster);
log(JSON.stringify([cluster.workers, cluster.settings, cluster.SCHED_NONE, cluster.SCHED_RR, cluster.schedulingPolicy]));
log(cluster.setupMaster === cluster.setupPrimary, cluster.fork.length, cluster.fork.name === '', cluster.disconnect.length);

const { Worker } = cluster;
log(Worker.name, Worker.length, Object.keys(Worker.prototype).join(), Worker.prototype.destroy.length);
const worker = Worker({ id: '7', state: 'odd' });
log(worker instanceof Worker, worker instanceof EventEmitter, worker.id, worker.state, worker.exitedAfterDisconnect,
  'process' in worker);
log(new Worker().id, new Worker(null).state, new Worker(3).state);

// A Worker may be made of anything that emits.
const other = new EventEmitter();
other.connected = 'perhaps';
other.send = (...args) => args.join();
const made = new Worker({ process: other });
made.on('message', (...args) => log('message', args.length, args[0], args[1]));
made.on('error', (...args) => log('error', ...args));
other.emit('message', 'a', 'b', 'c');
other.emit('error', 'x', 'y');
log(made.send(1, 2, 3), made.isConnected(), made.isDead());
other.exitCode = 0;
log(made.isDead());

cluster.on('setup', (settings) => log('setup', settings === cluster.settings, settings.silent, settings.extra));
const before = cluster.settings;
assert.strictEqual(cluster.setupPrimary(), undefined);
assert.notStrictEqual(cluster.settings, before);
log(Object.keys(cluster.settings).join());
log(cluster.settings.args.join(), cluster.settings.exec === __filename, cluster.settings.execArgv === process.execArgv);
cluster.setupPrimary({ silent: true, args: ['x'] });
cluster.setupPrimary({ extra: 5 });
log(cluster.settings.silent, cluster.settings.args.join(), cluster.settings.extra);

cluster.disconnect(() => {
  log('disconnect without workers');
  cluster.setupPrimary({ exec: 5 });
  throwsError(() => cluster.fork(), { code: 'ERR_INVALID_ARG_TYPE' });
  log(Object.keys(cluster.workers).length);
});
