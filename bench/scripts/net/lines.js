// A line protocol with its parser in JavaScript: SET key value, GET key.
'use strict';
const store = new Map();

function answer(line) {
  const [command, key, value] = line.split(' ');
  if (command === 'GET') return `${store.get(key) ?? '-'}\n`;
  store.set(key, value);
  return 'OK\n';
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
