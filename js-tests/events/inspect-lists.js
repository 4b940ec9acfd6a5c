// How `_events` of emitters and streams changes its looks as listeners come and go.
// Expect-Stdout-File: inspect-lists.golden
'use strict';
const EventEmitter=require('events');const stream=require('stream');const util=require('util');
const show=(l,e)=>console.log(l,util.inspect(e,{compact:true,breakLength:200,depth:1}));
const e=new EventEmitter(); const f=()=>{}; const g=()=>{};
e.on('x',f);e.on('x',g);show('2',e);e.once('em',()=>show('emitting',e)); e.on('x',()=>show('in emit',e)); e.emit('x'); e.emit('em'); show('after',e); e.off('x',f); show('off',e); e.prependListener('y',f); e.prependListener('y',g); show('prep',e); e.removeAllListeners('x'); show('ra',e); e.removeAllListeners(); show('raa',e);
const r=new stream.Readable({read(){}}); show('r',r); r.on('foo',f); r.on('bar',f); show('foo',r); r.off('foo',f); show('off',r); r.on('foo',g); show('again',r); r.removeAllListeners('foo'); show('ra foo',r); r.on('close',f); r.on('close',g); show('close',r); r.off('close',f); show('close-',r); r.off('close',g);show('close--',r); r.removeAllListeners('bar'); show('none?',r);
r.on('q',f); show('q',r); r.removeAllListeners('q'); show('q-',r); r.on('z',f); show('z',r); r.off('z',f); show('z-',r); r.removeAllListeners(); show('all',r); r.on('close',f); show('cl',r); r.off('close',f); show('cl-',r);
const w=new stream.Writable(); w.removeAllListeners(); show('w all',w); const w2=new stream.Writable(); w2.removeAllListeners('close'); show('w close',w2); w2.on('close',f); w2.removeAllListeners('close'); show('w close2',w2);
const w3=new stream.Writable(); w3.user=1; w3.on('removeListener',()=>{}); w3.on('a',f); w3.more=1; w3.removeAllListeners(); show('w3',w3);
process.removeAllListeners("warning"); process.on("warning", () => {}); e.setMaxListeners(1); e.on('l',f);e.on('l',f);e.on('l',f);show('leak',e);
e.on(Symbol('s'),f); e.on('5',f);show('sym',e);
console.log(e.eventNames(), w3.eventNames(), r.eventNames());
const r4=new stream.Readable();r4.on('a',f);r4.on('b',f);r4.off('a',f);console.log(r4.eventNames());r4.on('a',f);console.log(r4.eventNames());
{ const C = EventEmitter; const e = new C(); const f = () => {};
const em=()=>/emitting\): (\d)/.exec(util.inspect(e._events.x && e._events))[1];
e.on('x',f);e.on('x',()=>{throw 1});try{e.emit('x')}catch{};console.log(em());
const g=()=>{console.log('in',em());e.off('x',f);console.log('off',em());};e.removeAllListeners();e.on('x',f);e.on('x',g);e.on('x',()=>console.log('third',em()));e.emit('x');console.log(em());
e.removeAllListeners();let n=0;e.on('x',f);e.on('x',()=>{if(n++<2){console.log(n,em());e.emit('x')}});e.emit('x');console.log(em());
}
