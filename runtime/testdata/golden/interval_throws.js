process.on('uncaughtException', (e) => console.log('uncaught', e.message));
let n = 0;
const t = setInterval(() => {
  console.log('interval', ++n);
  if (n === 3) clearInterval(t);
  throw new Error('x' + n);
}, 1);
