process.on('uncaughtException', () => console.log('never'));
process.on('uncaughtExceptionMonitor', (e, origin) => console.log('monitor', e.message, origin));
process.setUncaughtExceptionCaptureCallback((e) => console.log('captured', e.message));
console.log(process.hasUncaughtExceptionCaptureCallback());
setTimeout(() => { throw new Error('timer'); }, 1);
Promise.reject(new Error('rejection'));
throw new Error('boom');
