process.exitCode = 3;
process.on('exit', () => console.log('never'));
process.on('uncaughtException', () => { throw new Error('second'); });
throw new Error('boom');
