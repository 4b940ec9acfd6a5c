// The states of streams as util.inspect prints them, with every bit of their kState.
// Expect-Stdout-File: inspect-states.golden
'use strict';
const {Readable,Writable,Duplex,Transform,PassThrough,addAbortSignal,finished}=require('stream');const util=require('util');
let n=0;const show=(l,s)=>console.log(l,util.inspect(s,{depth:3}));
{const w=new Writable({write(c,e,cb){show('in write',w);this.cb=cb}}); w.write('ab',()=>{}); show('after 1',w); w.write('cd',()=>{}); w.write(Buffer.from('x')); show('buffered',w); w.cb(); show('cb called',w); w.end(()=>{}); show('ended',w);
 setImmediate(()=>{show('w later',w); w.cb(); setImmediate(()=>{show('w later2',w);w.cb();setImmediate(()=>{show('w done',w)})})})}
{const w=new Writable({defaultEncoding:'hex',objectMode:true,decodeStrings:false,write(c,e,cb){cb()}}); show('ow',w); w.cork(); w.write({a:1}); show('corked',w); w.uncork(); show('uncorked',w); w.destroy(new Error('boom')); w.on('error',()=>{}); show('destroyed',w._writableState.errored.message)}
{const r=new Readable({read(){},encoding:'latin1',defaultEncoding:'latin1'}); show('enc',r); r.push('abc'); show('pushed',r); r.setEncoding('utf8'); show('setenc',r); r.read(1); show('read1',r)}
{const r=new Readable({read(){}}); r.push('abc');r.push('def'); r.read(2); show('r two',r); r.pipe(new PassThrough()); r.pipe(new PassThrough()); show('piped',r)}
{const r=Readable.from([1,2,3]); show('from',r)}
{const d=new Duplex({readable:false}); show('d nr',d); const d2=new Duplex({writable:false}); show('d2',d2); }
{const a=new AbortController(); const r=new Readable({signal:a.signal}); show('signal',r)}
{const r=new Readable({read(){}}); r.destroy(new TypeError('x')); r.on('error',()=>{setImmediate(()=>{r._readableState.errored.stack='STACK';show('errd',r)})});}
{
const d=new Duplex({writable:false,read(){}});console.log(d._writableState);
const w=new Writable({write(c,e,cb){cb()}});w.write('a',function mine(){});w.write('b',function two(){});console.log(w._writableState);process.nextTick(()=>console.log(w._writableState));
const p=new PassThrough({highWaterMark:1});p.write('abc');p.write('de');console.log(p);
w.setDefaultEncoding('hex');console.log(w._writableState);
}
