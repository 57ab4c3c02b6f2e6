// Completion in real shells: the script is loaded as the help says, Tab is pressed at a real terminal.

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { expect, it, onTestFinished } from 'vitest';
import { LAUNCHER } from '../support/pty.js';

const PATIENCE_MS = 20_000;

/** A folder with `api-quiz` in it, as npm would link it, and a home. */
function place(): { bin: string; env: Record<string, string>; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'api-quiz-shell-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const program = join(bin, 'api-quiz');
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${LAUNCHER}" "$@"\n`);
  chmodSync(program, 0o755);
  const env = {
    PATH: `${bin}:${process.env.PATH ?? ''}`,
    HOME: folder,
    API_QUIZ_HOME: join(folder, 'quiz'),
    TERM: 'xterm',
  };
  return { bin, env, folder };
}

const has = (shell: string) => {
  try {
    execFileSync('sh', ['-c', `command -v ${shell}`]);
    return true;
  } catch {
    // Not on this machine; .ci/run installs it.
    return false;
  }
};

/** Types two lines into a shell at a terminal, each at a prompt `READY>`; resolves once the output shows what is wanted. */
function typeInto(
  shell: string,
  args: readonly string[],
  lines: readonly string[],
  wanted: string,
  rc = '',
): Promise<string> {
  const { env, folder } = place();
  writeFileSync(join(folder, '.zshrc'), rc);
  const child = spawn(shell, [...args], {
    cols: 100,
    rows: 30,
    cwd: folder,
    env: { ...env, PS1: 'READY>', ZDOTDIR: folder },
  });
  onTestFinished(() => child.kill('SIGKILL'));
  return new Promise((resolve, reject) => {
    let output = '';
    let sent = 0;
    const timer = setTimeout(() => reject(new Error(`never shown: ${wanted}\n${output}`)), PATIENCE_MS);
    child.onData((data) => {
      output += data;
      const prompts = output.split('READY>').length - 1;
      if (sent < lines.length && prompts > sent) {
        child.write(lines[sent] ?? '');
        sent += 1;
      }
      if (sent < lines.length || !output.includes(wanted)) return;
      clearTimeout(timer);
      resolve(output);
    });
  });
}

/** What a shell prints for each of these commands, one start of it for all. */
function eachIn(
  shell: string,
  args: readonly string[],
  load: string,
  commands: readonly string[],
): string[][] {
  const script = [load, ...commands].join("; printf '\\f'; ");
  const printed = execFileSync(shell, [...args, '-c', script], { env: place().env, encoding: 'utf8' });
  return printed
    .split('\f')
    .slice(1)
    .map((lines) => lines.trim().split('\n'));
}

it('bash, without bash-completion', async () => {
  const complete = (words: string) =>
    `COMP_WORDS=(${words}); COMP_CWORD=$((\${#COMP_WORDS[@]}-1)); COMPREPLY=(); _api_quiz; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const words = [
    "api-quiz ''",
    'api-quiz practice --topic graph',
    'api-quiz practice --topic = graph',
    'api-quiz practice --level graphql,f',
    "api-quiz completion ''",
    'api-quiz practice --role wri',
  ];
  const load = 'eval "$(api-quiz completion bash)"';
  expect(eachIn('bash', ['--noprofile', '--norc'], load, words.map(complete))).toEqual([
    expect.arrayContaining(['practice', 'exam', 'completion', 'help']),
    ['graphql'],
    ['graphql'],
    ['graphql,foundation'],
    ['bash', 'zsh', 'fish', 'powershell'],
    ['writer'],
  ]);
  const lines = [`${load}\r`, 'api-quiz drill graph\t'];
  await typeInto('bash', ['--noprofile', '--norc'], lines, 'drill graphql ');
});

it.runIf(has('zsh'))('zsh, Tab at a terminal', async () => {
  const rc = 'PROMPT="READY>"; autoload -Uz compinit; compinit -D -u; eval "$(api-quiz completion zsh)"\n';
  await typeInto('zsh', ['-i'], ['api-quiz practice --topic graph\t'], '--topic graphql', rc);
});

it.runIf(has('fish'))('fish, with the meaning of each value', () => {
  const lines = ['api-quiz practice --topic graph', 'api-quiz ', 'api-quiz exam --neg'];
  const ask = lines.map((line) => `complete -C '${line}'`);
  expect(eachIn('fish', ['--no-config'], 'api-quiz completion fish | source', ask)).toEqual([
    ['graphql\tGraphQL'],
    expect.arrayContaining([expect.stringMatching(/^practice\t/)]),
    [expect.stringMatching(/^--negative\t/)],
  ]);
});
