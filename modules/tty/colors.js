// How many colours a terminal shows, from the environment (Node
// documentation, "TTY", writeStream.getColorDepth).
(function (host) {
  'use strict';
  const [MONO, ANSI, INDEXED, TRUE] = [1, 4, 8, 24]; // bits

  const terminals = new Map(Object.entries({
    eterm: ANSI, cons25: ANSI, console: ANSI, cygwin: ANSI, dtterm: ANSI, gnome: ANSI, hurd: ANSI, jfbterm: ANSI,
    konsole: ANSI, kterm: ANSI, mlterm: ANSI, mosh: TRUE, putty: ANSI, st: ANSI, 'rxvt-unicode-24bit': TRUE,
    terminator: TRUE, 'xterm-kitty': TRUE,
  }));
  const ansiNames = [
    /ansi/, /color/, /linux/, /direct/, /^con[0-9]*x[0-9]/, /^rxvt/, /^screen/, /^xterm/, /^vt100/, /^vt220/,
  ];
  const services = new Map(Object.entries({
    APPVEYOR: INDEXED, BUILDKITE: INDEXED, CIRCLECI: TRUE, DRONE: INDEXED, GITEA_ACTIONS: TRUE, GITHUB_ACTIONS: TRUE,
    GITLAB_CI: INDEXED, TRAVIS: INDEXED,
  }));
  const forced = new Map([['', ANSI], ['1', ANSI], ['true', ANSI], ['2', INDEXED], ['3', TRUE]]);

  let warned = false;
  // Who forces colours and forbids them at once is told which of both counts.
  function warnOfConflict(env) {
    if (warned) return;
    const ignored = ['NODE_DISABLE_COLORS', 'NO_COLOR'].find((name) => env[name] !== undefined);
    if (ignored === undefined) return;
    warned = true;
    process.emitWarning(`The '${ignored}' env is ignored due to the 'FORCE_COLOR' env being set.`, 'Warning');
  }

  function continuousIntegration(env) {
    for (const [name, depth] of services) if (name in env) return depth;
    return env.CI_NAME === 'codeship' ? INDEXED : MONO;
  }

  function byProgram(env) {
    switch (env.TERM_PROGRAM) {
      case 'iTerm.app':
        return !env.TERM_PROGRAM_VERSION || /^[0-2]\./.test(env.TERM_PROGRAM_VERSION) ? INDEXED : TRUE;
      case 'HyperTerm':
      case 'MacTerm':
        return TRUE;
      case 'Apple_Terminal':
        return INDEXED;
    }
  }

  function byTerm(term) {
    if (/truecolor/.test(term)) return TRUE;
    if (/^xterm-256/.test(term)) return INDEXED;
    const name = term.toLowerCase();
    return terminals.get(name) ?? (ansiNames.some((re) => re.test(name)) ? ANSI : undefined);
  }

  function getColorDepth(env) {
    if (env.FORCE_COLOR !== undefined) {
      const depth = forced.get(env.FORCE_COLOR);
      if (depth !== undefined) warnOfConflict(env);
      return depth ?? MONO;
    }
    if (env.NODE_DISABLE_COLORS || env.NO_COLOR || env.TERM === 'dumb') return MONO;
    const system = host.systemColors();
    if (system) return system;
    if (env.TMUX) return TRUE;
    if ('TF_BUILD' in env && 'AGENT_NAME' in env) return ANSI;
    if ('CI' in env) return continuousIntegration(env);
    if ('TEAMCITY_VERSION' in env) {
      return /^(9\.(0*[1-9]\d*)\.|\d{2,}\.)/.test(env.TEAMCITY_VERSION) ? ANSI : MONO;
    }
    return byProgram(env) ??
      (env.COLORTERM === 'truecolor' || env.COLORTERM === '24bit' ? TRUE : undefined) ??
      (env.TERM ? byTerm(env.TERM) : undefined) ??
      (env.COLORTERM ? ANSI : MONO);
  }

  return { getColorDepth };
})
