// What packages such as graceful-fs do: replaced functions and classes, open
// methods of old streams, subclasses.
// Expect-Stdout-File: patched.golden
'use strict';

const fs = require('fs');
const path = require('path');
const util = require('util');
const { tmpdir, transcript } = require('../common');

const log = transcript();
const file = path.join(fs.mkdtempSync(path.join(tmpdir(), 'patched-')), 'file');
fs.writeFileSync(file, 'content');

const open = fs.open;
fs.open = function (...args) {
  log('open', args.length, args[1]);
  return open.apply(fs, args);
};

// A subclass in the old way, with an open of its own.
function OldStream(...args) { return fs.ReadStream.apply(this, args); }
util.inherits(OldStream, fs.ReadStream);
OldStream.prototype.open = function () {
  fs.open(this.path, this.flags, this.mode, (err, fd) => {
    if (err) {
      this.destroy(err);
      return;
    }
    this.fd = fd;
    this.emit('open', fd);
    this.read();
  });
};

let text = '';
const old = new OldStream(file, { encoding: 'utf8' });
old.on('open', (fd) => log('opened', typeof fd));
old.on('data', (chunk) => { text += chunk; });
old.on('close', () => {
  log('old', text, old instanceof fs.ReadStream, old.bytesRead);
  class NewStream extends fs.WriteStream {
    _write(chunk, encoding, cb) { super._write(Buffer.from(String(chunk).toUpperCase()), encoding, cb); }
  }
  new NewStream(file).on('close', () => {
    log('new', fs.readFileSync(file, 'utf8'));
    new OldStream(file + 'none').on('error', (err) => {
      log('missing', err.code);
      replace();
    });
  }).end('shout');
});

function replace() {
  const { ReadStream } = fs;
  fs.ReadStream = function (path, options) {
    log('replaced', options.start);
    return new ReadStream(path, options);
  };
  fs.createReadStream(file, { start: 2 }).on('data', (chunk) => log('data', String(chunk)));
  log(fs.ReadStream === ReadStream, fs.FileReadStream === ReadStream);
}
