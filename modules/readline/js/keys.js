// The keys under which an interface keeps its state and the methods that it
// calls on itself. readline.Interface answers those that it shares with
// scripts through its methods with an underscore.
(function () {
  'use strict';

  // The methods that scripts can replace, by their names without underscore,
  // in the order of readline.Interface.prototype.
  const hooks = [
    'setRawMode', 'onLine', 'writeToOutput', 'addHistory', 'refreshLine', 'normalWrite', 'insertString',
    'tabComplete', 'wordLeft', 'wordRight', 'deleteLeft', 'deleteRight', 'deleteWordLeft', 'deleteWordRight',
    'deleteLineLeft', 'deleteLineRight', 'line', 'historyNext', 'historyPrev', 'getDisplayPos', 'moveCursor',
    'ttyWrite',
  ];
  const keys = { __proto__: null, hooks };
  for (const name of hooks) keys[name] = Symbol(`_${name}`);
  for (const name of ['question', 'questionCancel', 'questionReject', 'substringSearch']) {
    keys[name] = Symbol(`k${name[0].toUpperCase()}${name.slice(1)}`);
  }

  // State.
  keys.lines = Symbol('line object stream');
  for (const name of [
    'decoder', 'killRing', 'killRingCursor', 'isMultiline', 'oldPrompt', 'previousCursorCols', 'previousKey',
    'prompt', 'questionCallback', 'redoStack', 'sawKeyPress', 'sawReturnAt', 'undoStack', 'yanking',
  ]) {
    keys[name] = Symbol(`_${name}`);
  }
  return keys;
})
