process.on('beforeExit', () => { console.log('beforeExit'); throw new Error('x'); });
process.on('exit', (c) => console.log('exit', c));
