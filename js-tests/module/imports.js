// package.json imports (#names) and a package that requires itself by name.
// Expect-Stdout-File: imports.golden
'use strict';

const { transcript } = require('../common');

const log = transcript();
const result = require('./fixtures/importing/main');
for (const key of Object.keys(result)) {
  log(key, JSON.stringify(result[key], null, 1));
}
try {
  require('#inner');
} catch (err) {
  log(err.name, err.code, err.message.split(__dirname).join('DIR').split('\n')[0]);
}
