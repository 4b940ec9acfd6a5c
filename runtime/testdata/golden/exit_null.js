process.exitCode = 4;
process.on('exit', (c) => console.log(c));
process.exit(null);
