process.on('exit', () => console.log('exit'));
process.nextTick(() => { console.log('a'); process.exit(2); });
process.nextTick(() => console.log('never'));
Promise.resolve().then(() => console.log('never'));
