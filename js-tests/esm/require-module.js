// require() of ES modules.
// Expect-Stdout-File: require-module.golden
import { createRequire } from 'node:module';
import * as live from './fixtures/live/counter.mjs';

const require = createRequire(import.meta.url);
const place = (text) => text.replaceAll(import.meta.dirname, '');
console.log(require('./fixtures/self.mjs'), require('./fixtures/only.mjs'), require('./fixtures/transpiled.mjs'), require('./fixtures/chosen.mjs'));
console.log(require('./fixtures/only.mjs') === await import('./fixtures/only.mjs'), require('./fixtures/self.mjs') === require('./fixtures/self.mjs'));
const required = require('./fixtures/live/counter.mjs');
live.increment();
console.log(required.count, live.count, required.default === live.default, required.__esModule);
for (const file of ['throws', 'throws', 'tla/one', 'tla/parent', 'missing', 'data']) {
  try {
    require(`./fixtures/${file}.mjs`);
  } catch (e) {
    console.log(e.name, e.code, place(e.message).split('\n')[0]);
  }
}
console.log(require.cache[require.resolve('./fixtures/self.mjs')].loaded, require('#inner') === require('esm-tests'));
console.log(require('#cond').default);
