// Only an unsettled await at the top level of a module would be code 13.
process.on('exit', (code) => console.log('exit', code));
(async () => { console.log('before'); await new Promise(() => {}); console.log('never') })();
