// getColorDepth reads the environment that it is given.
// Expect-Stdout-File: colors.golden
// Platforms: linux darwin
'use strict';

const common = require('../common');
const tty = require('tty');

const log = common.transcript();
const { getColorDepth } = tty.WriteStream.prototype;
const show = (env) => log(JSON.stringify(env), getColorDepth.call({}, env));

const terms = [
  '', 'dumb', 'xterm', 'xterm-256color', 'XTERM', 'eterm', 'cons25', 'console', 'cygwin', 'dtterm', 'gnome', 'hurd',
  'jfbterm', 'konsole', 'kterm', 'mlterm', 'mosh', 'putty', 'st', 'rxvt-unicode-24bit', 'terminator', 'xterm-kitty',
  'ansi', 'my-color', 'linux', 'direct', 'con80x25', 'rxvt-x', 'screen', 'vt100', 'vt220', 'vt320', 'foo',
  'truecolor', 'xterm-truecolor', 'alacritty', 'xterm-direct', 'tmux', 'tmux-256color',
];
for (const TERM of terms) {
  show({ TERM });
  for (const COLORTERM of ['1', 'truecolor', '24bit']) show({ TERM, COLORTERM });
}
for (const FORCE_COLOR of ['', '0', '1', '2', '3', 'true', 'false', 'yes']) show({ FORCE_COLOR });
for (const value of ['', '1']) {
  show({ NO_COLOR: value, TERM: 'xterm' });
  show({ NODE_DISABLE_COLORS: value, TERM: 'xterm' });
}
const services = [
  'APPVEYOR', 'BUILDKITE', 'CIRCLECI', 'DRONE', 'GITEA_ACTIONS', 'GITHUB_ACTIONS', 'GITLAB_CI', 'TRAVIS', 'OTHER',
];
for (const name of services) {
  show({ CI: '1', [name]: '1' });
  show({ CI: '', [name]: '' });
}
show({ CI: '1', CI_NAME: 'codeship' });
for (const TEAMCITY_VERSION of ['8.1.0', '9.0.5', '9.1.0', '10.0']) show({ TEAMCITY_VERSION });
show({ TF_BUILD: '1' });
show({ TF_BUILD: '1', AGENT_NAME: '1' });
for (const TMUX of ['', '1']) show({ TMUX });
for (const TERM_PROGRAM of ['iTerm.app', 'HyperTerm', 'MacTerm', 'Apple_Terminal', 'vscode']) {
  show({ TERM: 'xterm', TERM_PROGRAM });
  for (const TERM_PROGRAM_VERSION of ['', '0.1', '1', '2', '2.9', '3.0']) {
    show({ TERM: 'xterm', TERM_PROGRAM, TERM_PROGRAM_VERSION });
  }
}
