// TypeScript files as ES modules and as CommonJS modules, by their names.
// Expect-Stdout-File: typescript.golden
import { createRequire } from 'node:module';
import { Shape, Square, at } from './fixtures/typescript/shapes.mts';
import common from './fixtures/typescript/common.cts';

const square = new Square(3);
console.log(square, square.area(), square instanceof Shape, at(), common);
const require = createRequire(new URL('./fixtures/typescript/', import.meta.url));
console.log(require('./types.ts'), require('./common.cts') === common);
for (const load of [() => import('./fixtures/typescript/node_modules/typed/index.ts'), () => require('typed'), () => require('./common')]) {
  try {
    console.log(await load());
  } catch (err) {
    console.log(err.code);
  }
}
