// WeakRef and FinalizationRegistry: classes, errors, and what a collection does to them.
// Expect-Stdout-File: weak.golden
// Needs-Node: 24
// Process: own (it runs itself with --expose-gc)
'use strict';

const T = (f) => {
  try {
    const r = f();
    return typeof r === 'object' ? JSON.stringify(r) : String(r);
  } catch (e) {
    return e.name + ': ' + e.message;
  }
};
const P = globalThis.gc ? console.log : () => {};
P(T(()=>new WeakRef(1)),T(()=>WeakRef({})),T(()=>WeakRef.prototype.deref.call(1)),T(()=>WeakRef.prototype.deref.call({})),T(()=>new WeakRef(Symbol.for('x'))),T(()=>typeof new WeakRef(Symbol('x')).deref()),T(()=>FinalizationRegistry(()=>1)),T(()=>new FinalizationRegistry(1)),T(()=>new FinalizationRegistry(()=>1).register(1)),T(()=>{const a={};new FinalizationRegistry(()=>1).register(a,a)}),T(()=>new FinalizationRegistry(()=>1).unregister(1)),T(()=>FinalizationRegistry.prototype.register.call({},{})),T(()=>new FinalizationRegistry(()=>1).register({},1,2)),T(()=>FinalizationRegistry.prototype.unregister.call(1)));

if (!globalThis.gc) {
  const { spawnSync } = require('child_process');
  process.exitCode = spawnSync(process.execPath, ['--expose-gc', __filename], { stdio: 'inherit' }).status;
} else {
  collect();
}

function collect() {
  let target = { big: 1 };
  const ref = new WeakRef(target);
  const gone = [];
  const registry = new FinalizationRegistry((held) => gone.push(held));
  (() => {
    for (let i = 0; i < 20; i++) registry.register({ i }, i);
    const token = {};
    registry.register({ never: 1 }, 'never', token);
    P(registry.unregister(token), registry.unregister(token));
  })();
  target = null;
  gc();
  P(ref.deref() !== undefined, gone.length); // kept until the job ends; callbacks are tasks
  let left = 50;
  (function poll() {
    gc();
    if ((gone.length < 19 || ref.deref()) && left-- > 0) {
      setTimeout(poll, 1);
      return;
    }
    // The last objects may still be in a register of the engine.
    P(gone.length >= 19, gone.includes('never'), ref.deref());
  })();
}
