process.on('exit', (c) => { console.log('exit', c, process.exitCode, process._exiting); });
throw new Error('boom');
