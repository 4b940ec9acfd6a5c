// Which tests run: the option only and the name patterns of the command line.
(function () {
  'use strict';

  // pattern reads /source/flags or plain text.
  function pattern(text) {
    const [, source, flags] = /^\/([^]*)\/([a-z]*)$/.exec(text) ?? [];
    return source === undefined ? new RegExp(text) : new RegExp(source, flags);
  }

  class Selection {
    constructor(flags) {
      this.only = flags.only !== undefined;
      this.names = flags['name-pattern']?.map(pattern);
      this.skips = flags['skip-pattern']?.map(pattern);
    }

    // includes tells whether a test that is about to start shall run.
    includes(test) { return this.named(test) && this.marked(test); }

    named(test) {
      if (this.names !== undefined && !this.within(test, this.names)) {
        return false;
      }
      return this.skips === undefined || !this.skips.some((skip) => matchesName(skip, test));
    }

    // within tells whether the test, one around it, or one inside it has the
    // name.
    within(test, patterns) {
      for (let t = test; t.parent !== null; t = t.parent) {
        if (patterns.some((p) => matchesName(p, t))) {
          return true;
        }
      }
      return test.reportedType === 'suite' && test.subtests.some((subtest) => this.within(subtest, patterns));
    }

    marked(test) {
      const parent = test.parent;
      const inTest = parent.parent !== null && parent.reportedType === 'test';
      if (inTest) {
        return Boolean(test.only) || !parent.runOnly && !(this.only && test.only === false);
      }
      if (!this.only) {
        return true;
      }
      const members = hasMarked(test);
      test.runsAll = !members && (Boolean(test.only) || parent.runsAll);
      return members || test.runsAll;
    }
  }

  function matchesName(p, test) { return p.test(test.name) || p.test(spacedName(test)); }

  function spacedName(test) {
    return test.parent === null || test.parent.parent === null ? test.name : `${spacedName(test.parent)} ${test.name}`;
  }

  // hasMarked tells whether a member of a suite is marked only.
  function hasMarked(suite) {
    return suite.reportedType === 'suite' && suite.subtests.some((test) => test.only || hasMarked(test));
  }

  return { Selection };
})
