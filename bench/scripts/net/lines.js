// A line protocol with its parser in JavaScript: SET key value, GET key.
'use strict';
const store = new Map();

function answer(line) {
  const words = line.split(' ');
  switch (words[0]) {
    case 'GET': return `${store.get(words[1]) ?? '-'}\n`;
    case 'SET': store.set(words[1], words[2]); return 'OK\n';
    default: return 'ERR\n';
  }
}

require('./listen').serve((socket) => {
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    socket.write(lines.map(answer).join(''));
  });
  socket.on('error', () => socket.destroy());
});
