process.on('exit', (code) => console.log('exit', code, process.exitCode));
process.on('unhandledRejection', (reason) => { console.log('unhandled', reason); process.exitCode = 5; process.exit() });
Promise.reject(1);
Promise.reject(2);
setTimeout(() => console.log('never'), 1);
