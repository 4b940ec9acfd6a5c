// What util.inspect prints of emitters: listeners, the places of the user's own properties, mixins.
// Expect-Stdout-File: inspect.golden
'use strict';
const EventEmitter = require('events');
const e=new EventEmitter(); e.foo=1; console.log(e); e.on('x',()=>{}); e.on('x',function b(){}); e.once('y',()=>{}); e.setMaxListeners(5); console.log(e);
class My extends EventEmitter{constructor(){super(); this.name='n'; this.opts={a:1}}}; console.log(new My());
console.log(new EventEmitter({captureRejections:true}));
function Old(){EventEmitter.call(this); this.z=1}; require('util').inherits(Old,EventEmitter); console.log(new Old());
function Old2(){this.z=1; EventEmitter.call(this); this.y=2}; require('util').inherits(Old2,EventEmitter); console.log(new Old2());
const mix=Object.assign({},EventEmitter.prototype); console.log(mix); mix.on('a',()=>{}); console.log(mix);
const f=Object.assign(function app(){}, EventEmitter.prototype); f.on('k',()=>{}); console.log(f);
console.log(EventEmitter.prototype);
console.log(Object.create(EventEmitter.prototype));
