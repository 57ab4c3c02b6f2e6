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

it('bash, without bash-completion', async () => {
  const direct = (words: string) => {
    const { env } = place();
    const script = `eval "$(api-quiz completion bash)"; COMP_WORDS=(${words}); COMP_CWORD=$((\${#COMP_WORDS[@]}-1)); _api_quiz; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return execFileSync('bash', ['--noprofile', '--norc', '-c', script], { env, encoding: 'utf8' })
      .trim()
      .split('\n');
  };
  expect(direct("api-quiz ''")).toEqual(expect.arrayContaining(['practice', 'exam', 'completion', 'help']));
  expect(direct('api-quiz practice --topic graph')).toEqual(['graphql']);
  expect(direct('api-quiz practice --topic = graph')).toEqual(['graphql']);
  expect(direct('api-quiz practice --level graphql,f')).toEqual(['graphql,foundation']);
  expect(direct("api-quiz completion ''")).toEqual(['bash', 'zsh', 'fish', 'powershell']);
  expect(direct('api-quiz practice --role wri')).toEqual(['writer']);
  const lines = ['eval "$(api-quiz completion bash)"\r', 'api-quiz drill graph\t'];
  await typeInto('bash', ['--noprofile', '--norc'], lines, 'drill graphql ');
});

it.runIf(has('zsh'))('zsh, Tab at a terminal', async () => {
  const rc = 'PROMPT="READY>"; autoload -Uz compinit; compinit -D -u; eval "$(api-quiz completion zsh)"\n';
  await typeInto('zsh', ['-i'], ['api-quiz practice --topic graph\t'], '--topic graphql', rc);
});

it.runIf(has('fish'))('fish, with the meaning of each value', () => {
  const { env } = place();
  const ask = (line: string) =>
    execFileSync('fish', ['--no-config', '-c', `api-quiz completion fish | source; complete -C '${line}'`], {
      env,
      encoding: 'utf8',
    })
      .trim()
      .split('\n');
  expect(ask('api-quiz practice --topic graph')).toEqual(['graphql\tGraphQL']);
  expect(ask('api-quiz ')).toEqual(expect.arrayContaining([expect.stringMatching(/^practice\t/)]));
  expect(ask('api-quiz exam --neg')).toEqual([expect.stringMatching(/^--negative\t/)]);
});
