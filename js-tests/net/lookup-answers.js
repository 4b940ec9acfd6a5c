// What a lookup function may answer, and what becomes of anything else.
// Expect-Stdout-File: lookup-answers.golden
'use strict';

const net=require('net');
for (const [n,ip] of [['arr',['127.0.0.1']],['obj',{toString(){return '127.0.0.1'}}],['num',5],['null',null],['undef',undefined],['bad','x.y'],['String',new String('127.0.0.1')]])
 net.connect({host:'example.com',port:80,autoSelectFamily:false,lookup:(h,o,cb)=>cb(null,ip,4)}).on('error',e=>console.log(n,e.code,e.message)).on('lookup',(...a)=>console.log(n,'lookup',a));
for (const v of [undefined,null,5,{},[],[{}],[{address:'x',family:4}],[{address:'::1',family:9}]]) try { net.connect({host:'example.com',port:80,autoSelectFamily:true,lookup:(h,o,cb)=>cb(null,v)}).on('error',e=>console.log(JSON.stringify(v),e.code,e.message)); } catch(e){console.log(JSON.stringify(v),'throws',e.name,e.message)}
