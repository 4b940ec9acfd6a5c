import { z } from 'zod';

const User = z.object({
  name: z.string().min(2),
  age: z.number().int().optional(),
  tags: z.array(z.enum(['a', 'b'])).default([]),
  mail: z.email(),
});
console.log(User.parse({ name: 'Al', mail: 'a@b.co', more: 1 }));
const bad = User.safeParse({ name: 'A', age: 1.5, mail: 'x', tags: ['q'] });
console.log(bad.success, JSON.stringify(bad.error.issues, null, 1));
const Shape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('circle'), r: z.number() }),
  z.object({ kind: z.literal('square'), side: z.coerce.number() }).transform(({ side }) => side ** 2),
]);
console.log(Shape.parse({ kind: 'square', side: '3' }), Shape.parse({ kind: 'circle', r: 1 }));
console.log(await z.string().refine(async (s) => s.length > 1, 'too short').safeParseAsync('x').then((r) => r.error.issues[0].message));
try {
  z.strictObject({ a: z.date() }).parse({ a: 'no', b: 1 });
} catch (err) {
  console.log(err.constructor.name, z.prettifyError(err));
}
