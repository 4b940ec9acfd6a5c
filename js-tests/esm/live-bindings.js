// Imported names show what the exporter assigns, also through export lists,
// stars and namespaces; assigning to them fails.
// Expect-Stdout-File: live-bindings.golden
import increment, { count, fixed, late, Shape, replace, first, second, others, destructure } from './fixtures/live/counter.mjs';
import { 'a string name' as named } from './fixtures/live/counter.mjs';
import * as ns from './fixtures/live/counter.mjs';
import { renamed, all, inc, count as passed } from './fixtures/live/pass.mjs';
import * as pass from './fixtures/live/pass.mjs';

const show = () => console.log(count, named, renamed, passed, ns.count, all.count, pass.renamed, { count }, `${count}`);
show();
increment();
inc();
show();
console.log(fixed, late, first, second, others);
destructure();
console.log(first, second);
new Shape();
console.log(Shape.made, typeof Shape);
replace();
console.log(Shape, ns.Shape, all === ns);

const fails = (fn) => {
  try {
    fn();
    console.log('no error');
  } catch (e) {
    console.log(e.name, e.message);
  }
};
fails(() => { count = 5; });
fails(() => { count++; });
fails(() => { [fixed] = [1]; });
fails(() => { ({ late } = {}); });
fails(() => { for (first of [1]); });
fails(() => { ns = 1; });
const shadow = (count) => { count = 'own'; return count; };
console.log(shadow(1), ((fixed = 3) => fixed)());
{
  let late = 'inner';
  late += '!';
  console.log(late);
}
console.log((function count() { return typeof count; })(), [0].map((count) => count + 1));
console.log(typeof increment, increment.name, (0, inc)() === undefined, count);
