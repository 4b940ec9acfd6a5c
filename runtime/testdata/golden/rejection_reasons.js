process.on('uncaughtException', (e, origin) => {
  console.log(e.code, e.name, origin, Object.keys(e).join());
  console.log(e.message.slice(-40));
});
class Foo {}
for (const reason of [null, undefined, 7, 'text', Symbol('s'), {}, new Foo(), [1], () => 1, 1n]) Promise.reject(reason);
Promise.reject(new TypeError('an error'));
