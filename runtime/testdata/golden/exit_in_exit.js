process.on('exit', (c) => { console.log('exit', c, process.exitCode); process.exit(4); });
process.on('exit', () => console.log('never'));
