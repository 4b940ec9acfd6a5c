// module.SourceMap reads the format of source maps; the switches of
// setSourceMapsSupport are checked and remembered.
// Expect-Stdout-File: source-map.golden
// Process: own (process.setSourceMapsEnabled)
'use strict';

const module_ = require('module');

const payload = {
  version: 3, file: 'out.js', sources: ['a.ts', 'b.ts'], names: ['foo', 'bar'],
  mappings: 'AAAA,IAAIA,EAAQC,GACZ;ACDA,KAAK;;C', sourceRoot: '/r',
};
const map = new module_.SourceMap(payload, { lineLengths: [1, 2] });
for (const [line, column] of [[0, 0], [0, 5], [0, 100], [1, 7], [9, 7], [-1, 0]]) {
  console.log(line, column, JSON.stringify(map.findEntry(line, column)));
}
console.log(JSON.stringify(map.findOrigin(1, 5)), JSON.stringify(map.payload) === JSON.stringify(payload), map.lineLengths);
for (const args of [[1], [true, 1], [true, { nodeModules: 1 }]]) {
  try {
    module_.setSourceMapsSupport(...args);
  } catch (err) {
    console.log(err.code, err.message);
  }
}
module_.setSourceMapsSupport(true, { nodeModules: true });
console.log(module_.getSourceMapsSupport(), process.sourceMapsEnabled);
process.setSourceMapsEnabled(false);
console.log(module_.getSourceMapsSupport());
