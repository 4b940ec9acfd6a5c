process.on('exit', (code) => console.log('exit', code, process.exitCode));
for (const bad of ['x', 1.5, true, {}, NaN, Infinity]) {
  try { process.exitCode = bad } catch (e) { console.log(e.name, e.code, e.message) }
  try { process.exit(bad) } catch (e) { console.log(e.name, e.code) }
}
process.exitCode = '12';
