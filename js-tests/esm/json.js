// JSON modules and import attributes.
// Expect-Stdout-File: json.golden
import data from './fixtures/data.json' with { type: 'json' };
import * as ns from './fixtures/data.json' with { 'type': "json", };
import { createRequire } from 'node:module';

console.log(data, ns, ns.default === data, createRequire(import.meta.url)('./fixtures/data.json'));
const place = (text) => text.replaceAll(new URL('.', import.meta.url).href, '').replaceAll(import.meta.dirname, '');
const attempt = async (specifier, options) => {
  try {
    console.log(await import(specifier, options));
  } catch (e) {
    console.log(e.name, e.code, place(e.message));
  }
};
await attempt('./fixtures/data.json', { with: { type: 'json' } });
await attempt('./fixtures/data.json');
await attempt('./fixtures/data.json', {});
await attempt('./fixtures/data.json', { with: undefined });
await attempt('./fixtures/data.json', { with: { type: 'css' } });
await attempt('./fixtures/data.json', { with: { type: 'json', other: '1' } });
await attempt('./fixtures/self.mjs', { with: { type: 'json' } });
await attempt('node:fs', { with: { type: 'json' } });
await attempt('./fixtures/self.mjs', { with: { lazy: 'yes' } });
await attempt('./fixtures/self.mjs', null);
await attempt('./fixtures/self.mjs', 'json');
await attempt('./fixtures/self.mjs', { with: 'json' });
await attempt('./fixtures/self.mjs', { with: { type: 1 } });
await attempt('data:application/json,[1,2]', { with: { type: 'json' } });
await attempt('data:application/json;base64,eyJhIjoxfQ==', { with: { type: 'json' } });
await attempt('data:text/javascript,export default 5');
await attempt('data:text/plain,5');
