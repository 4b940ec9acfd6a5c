// Which reporter writes where.
(function (host) {
  'use strict';
  const process = host.require('process');
  const { Readable, Transform } = host.require('stream');
  const { createRequire } = host.require('module');

  const builtin = new Set(['dot', 'junit', 'lcov', 'spec', 'tap']);

  // connect attaches the reporters that the command line names.
  function connect(events, { reporter = ['spec'], 'reporter-destination': destination = ['stdout'] }) {
    reporter.forEach((name, i) => {
      const out = destinationOf(destination[i] ?? 'stdout');
      const made = make(name, out);
      if (made instanceof Transform) {
        events.pipe(made).pipe(out, { end: out !== process.stdout && out !== process.stderr });
      } else {
        Readable.from(made(events)).pipe(out, { end: out !== process.stdout && out !== process.stderr });
      }
    });
  }

  function destinationOf(name) {
    switch (name) {
      case 'stdout':
        return process.stdout;
      case 'stderr':
        return process.stderr;
      default:
        return host.require('fs').createWriteStream(name);
    }
  }

  function make(name, out) {
    const reporters = host.load('reporters');
    if (name === 'spec') {
      return new reporters.spec({ colors: colored(out) });
    }
    if (builtin.has(name)) {
      return reporters[name];
    }
    const custom = createRequire(`${process.cwd()}/`)(name);
    const made = custom?.default ?? custom;
    return typeof made === 'function' && made.prototype instanceof Transform ? new made() : made;
  }

  // colored tells whether a stream shows colours.
  function colored(out) {
    if (process.env.FORCE_COLOR !== undefined) {
      return !['0', 'false'].includes(process.env.FORCE_COLOR);
    }
    return Boolean(out.isTTY) && typeof out.getColorDepth === 'function' && out.getColorDepth() > 2;
  }

  return { connect };
})
