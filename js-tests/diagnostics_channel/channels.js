// Subscribing, publishing, stores, and what subscribers throw.
// Expect-Stdout-File: channels.golden
'use strict';

const dc = require('diagnostics_channel');
const { transcript, throwsError } = require('../common');

const log = transcript();
process.on('uncaughtException', (err) => log('uncaught', err));

const c = dc.channel('c');
log(c === dc.channel('c'), c.name, c.hasSubscribers, dc.hasSubscribers('c'), c instanceof dc.Channel);
const store = (name) => ({ run(value, fn) { log(name, 'enters', value); try { return fn(); } finally { log(name, 'leaves'); } } });
const first = store('first');
c.bindStore(first);
c.bindStore(store('second'), (data) => { log('transform'); return { data }.data + 1; });
c.subscribe((message, name) => log('message', message, name));
log(c.runStores(1, function (a, b) { log('inside', this.valueOf(), a, b); return 6; }, 'this', 1, 2));
c.bindStore(first, () => { throw 'from the transform'; });
log(c.runStores(1, () => 7));
log(c.unbindStore(first), c.unbindStore(first), c.hasSubscribers, c instanceof dc.Channel);

const d = dc.channel('d');
const f1 = () => { log('f1'); d.unsubscribe(f1); d.unsubscribe(f2); d.subscribe(f3); };
const f2 = () => log('f2');
const f3 = () => log('f3');
d.subscribe(f1);
d.subscribe(f2);
d.publish();
d.publish();
log(d.unsubscribe(f3), d.unsubscribe(f3), d.hasSubscribers);

const e = dc.channel(Symbol('e'));
e.subscribe(() => { throw 'from a subscriber'; });
e.subscribe(() => log('after it'));
e.publish();
process.nextTick(() => log('tick'));
Promise.resolve().then(() => log('promise'));
log('sync');

for (const name of [1, undefined, {}]) throwsError(() => dc.channel(name), { code: 'ERR_INVALID_ARG_TYPE' });
throwsError(() => c.subscribe(1), { code: 'ERR_INVALID_ARG_TYPE' });
throwsError(() => dc.tracingChannel(1), { code: 'ERR_INVALID_ARG_TYPE' });
throwsError(() => dc.tracingChannel({ start: 1 }), { code: 'ERR_INVALID_ARG_TYPE' });
