process.on('exit', (c) => console.log('exit', c, process.exitCode));
process.on('uncaughtException', () => process.exit(12));
throw new Error('boom');
