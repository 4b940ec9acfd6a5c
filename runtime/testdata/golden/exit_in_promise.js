process.on('exit', () => console.log('exit'));
Promise.resolve().then(() => {
  try { process.exit(6); } finally { console.log('never'); }
}).then(() => console.log('never'));
Promise.resolve().then(() => console.log('never'));
