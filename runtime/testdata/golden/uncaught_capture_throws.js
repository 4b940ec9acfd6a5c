process.on('exit', () => console.log('never'));
process.setUncaughtExceptionCaptureCallback(() => { throw new Error('x'); });
throw new Error('boom');
