// The line diff behind assertion messages: Myers' shortest edit script.
(function () {
  'use strict';

  const INSERT = 1;
  const DELETE = -1;
  const KEEP = 0;

  // diff returns the edit script from expected to actual, last line first.
  // A comma at the end of a line makes no difference where that is an object's.
  function diff(actual, expected, ignoreCommas) {
    const same = (a, b) => a === b || ignoreCommas && (`${a},` === b || a === `${b},`);
    const n = actual.length;
    const m = expected.length;
    const max = n + m;
    const reach = new Int32Array(2 * max + 1);
    const trace = [];
    for (let d = 0; d <= max; d++) {
      trace.push(reach.slice());
      for (let k = -d; k <= d; k += 2) {
        const down = k === -d || (k !== d && reach[k - 1 + max] < reach[k + 1 + max]);
        let x = down ? reach[k + 1 + max] : reach[k - 1 + max] + 1;
        let y = x - k;
        while (x < n && y < m && same(actual[x], expected[y])) {
          x++;
          y++;
        }
        reach[k + max] = x;
        if (x >= n && y >= m) return walkBack(trace, actual, expected);
      }
    }
    return [];
  }

  function walkBack(trace, actual, expected) {
    const max = actual.length + expected.length;
    let x = actual.length;
    let y = expected.length;
    const out = [];
    for (let d = trace.length - 1; d >= 0; d--) {
      const reach = trace[d];
      const k = x - y;
      const prevK = k === -d || (k !== d && reach[k - 1 + max] < reach[k + 1 + max]) ? k + 1 : k - 1;
      const prevX = reach[prevK + max];
      const prevY = prevX - prevK;
      while (x > prevX && y > prevY) {
        // Of two lines that differ by a comma the one with it is shown.
        const line = actual[x - 1].endsWith(',') ? actual[x - 1] : expected[y - 1];
        out.push([KEEP, line]);
        x--;
        y--;
      }
      if (d > 0) {
        if (x > prevX) out.push([INSERT, actual[--x]]);
        else out.push([DELETE, expected[--y]]);
      }
    }
    return out;
  }

  const linesToCollapse = 5;

  // print words a diff; long runs of equal lines are left out.
  function print(script) {
    let text = '';
    let skipped = false;
    let same = 0;
    for (let i = script.length - 1; i >= 0; i--) {
      const [type, line] = script[i];
      if (i < script.length - 1 && script[i + 1][0] === KEEP && type !== KEEP) {
        if (same === linesToCollapse + 1) {
          text += `  ${script[i + 1][1]}\n`;
        } else if (same === linesToCollapse + 2) {
          text += `  ${script[i + 2][1]}\n  ${script[i + 1][1]}\n`;
        } else if (same >= linesToCollapse + 3) {
          text += `...\n  ${script[i + 1][1]}\n`;
          skipped = true;
        }
        same = 0;
      }
      if (type === INSERT) {
        text += `+ ${line}\n`;
      } else if (type === DELETE) {
        text += `- ${line}\n`;
      } else {
        if (same < linesToCollapse) text += `  ${line}\n`;
        same++;
      }
    }
    return { text: `\n${text.trimEnd()}`, skipped };
  }

  return { diff, print };
})
