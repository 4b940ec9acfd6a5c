// Escape sequences that move the cursor and clear the screen (Node
// documentation, "Readline", "TTY keybindings" and the readline functions).
(function (errors) {
  'use strict';
  const CSI = '\x1b[';

  // With nothing to do, the callback still comes, and comes later.
  function skip(callback) {
    if (typeof callback === 'function') process.nextTick(callback, null);
    return true;
  }

  function checkCallback(callback) {
    if (callback !== undefined) errors.validateFunction(callback, 'callback');
  }

  function cursorTo(stream, x, y, callback) {
    checkCallback(callback);
    if (typeof y === 'function') {
      callback = y;
      y = undefined;
    }
    for (const [name, value] of [['x', x], ['y', y]]) {
      if (Number.isNaN(value)) throw errors.argValue(name, 'NaN', 'is invalid');
    }
    if (stream == null || (typeof x !== 'number' && typeof y !== 'number')) return skip(callback);
    if (typeof x !== 'number') throw errors.error('ERR_INVALID_CURSOR_POS');
    return stream.write(CSI + (typeof y === 'number' ? `${y + 1};${x + 1}H` : `${x + 1}G`), callback);
  }

  function moveCursor(stream, dx, dy, callback) {
    checkCallback(callback);
    if (stream == null || !(dx || dy)) return skip(callback);
    let data = '';
    if (dx < 0) data += `${CSI}${-dx}D`;
    else if (dx > 0) data += `${CSI}${dx}C`;
    if (dy < 0) data += `${CSI}${-dy}A`;
    else if (dy > 0) data += `${CSI}${dy}B`;
    return stream.write(data, callback);
  }

  function clearLine(stream, direction, callback) {
    checkCallback(callback);
    if (stream === null || stream === undefined) return skip(callback);
    return stream.write(CSI + (direction < 0 ? '1K' : direction > 0 ? '0K' : '2K'), callback);
  }

  function clearScreenDown(stream, callback) {
    checkCallback(callback);
    if (stream === null || stream === undefined) return skip(callback);
    return stream.write(`${CSI}0J`, callback);
  }

  return { cursorTo, moveCursor, clearLine, clearScreenDown };
})
