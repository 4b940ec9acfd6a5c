// What util.inspect prints of streams and of classes made from them.
// Expect-Stdout-File: inspect.golden
'use strict';
const {Readable,Writable}=require('stream');const f=()=>{};
const sh = (e) => /shapeMode\): (\w+)/.exec(require('util').inspect(e))[1];
let w=new Writable();w.removeAllListeners('close');console.log('ra noeff',sh(w));
w=new Writable();w.removeAllListeners();console.log('ra',sh(w));
w=new Writable();w.on('removeListener',f);w.on('a',f);w.removeAllListeners('a');console.log('rl a',sh(w),w._events);w.removeAllListeners();console.log('rl',sh(w),w._events);
w=new Writable();w.on('a',f);w.off('a',f);console.log(sh(w),w._events,w._eventsCount);w.on('a',f);w.on('close',f);w.off('close',f);console.log(w._events);
w._events={};console.log(sh(w),w._events);
w=new Writable();w.once('a',f);w.emit('a');console.log(w._events,w.eventNames(),w._eventsCount);
w=new Writable();w.on('a',f);w.on('a',f);w.off('a',f);w.off('a',f);console.log(w._events);
w=new Writable();w.on('newListener',f);console.log(w._events);
const C=require('events');w=new C({captureRejections:true});w.on('a',async()=>{});console.log(w);
function O(){C.call(this)};O.prototype=Object.create(C.prototype);const o=new O();console.log(o);C.init.call(o);console.log(o);
const l=Object.create(C.prototype);l.on('a',f);console.log(l);l.setMaxListeners(3);console.log(l);
const m={on:C.prototype.on,setMaxListeners:C.prototype.setMaxListeners,q:1};m.on('z',f);console.log(m);m.setMaxListeners(3);console.log(m);
class W2 extends Writable{constructor(){super({write(){},highWaterMark:3});this.a=1;this.on('x',f);this.b=2;this[Symbol('u')]=1}};console.log(new W2());
class T extends require('stream').Duplex{constructor(){super({read(){},write(c,e,cb){},destroy(){},final(){}});this.a=1}};console.log(new T());
function OS(){this.first=1;Readable.call(this,{objectMode:true,read(){}});this.last=2};require('util').inherits(OS,Readable);console.log(new OS());
console.log(require('util').inspect({a:{b:{c:new C()}}}),require('util').inspect({a:{b:new C()}}),[new C()]);
console.log(new (require('stream').Stream)());
