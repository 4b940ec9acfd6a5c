process.on('exit', (c) => console.log('exit', c, process.exitCode));
Promise.reject(new Error('boom'));
setTimeout(() => console.log('never'), 5);
