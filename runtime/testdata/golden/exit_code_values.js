for (const v of ['a', {}, 1.5, '1.5', NaN, null, '7', -1, 300, '0x10', true, '', ' 3 ', 2 ** 40]) {
  try {
    process.exitCode = v;
    console.log(JSON.stringify(v), '->', process.exitCode);
  } catch (e) {
    console.log(e.name, e.code, e.message);
  }
}
try { process.exit('x'); } catch (e) { console.log(e.code, e.message); }
process.exitCode = undefined;
process.exit('7');
