// Where a pack comes from, as a person writes it.

import { Failure } from '../../text/failure.js';
import { holdsSecret, withoutSecrets } from './source-secret.js';

export type PackSource =
  | { kind: 'folder'; path: string }
  /** `archive`: where the host offers the same commit as a tarball, for machines without git. */
  | { kind: 'git'; url: string; ref?: string; sub?: string; archive?: string }
  | { kind: 'npm'; spec: string }
  | { kind: 'tarball'; url: string; checksum?: string };

const NAME = /^[A-Za-z0-9_.-]+$/;
const HOSTS: Readonly<Record<string, string>> = {
  github: 'https://github.com',
  gitlab: 'https://gitlab.com',
};

/**
 * `./dir`, `github:owner/repo[/sub][#ref]`, `gitlab:…`, `git+https://…[#ref]`, `git@host:path`, `npm:name[@range]`,
 * `https://….tgz[#sha256-…]`. Throws Failure `pack-source`, and `pack-source-secret` where it holds a password or a token.
 */
export function parseSource(typed: string): PackSource {
  if (holdsSecret(typed)) throw new Failure('pack-source-secret', { source: withoutSecrets(typed) });
  const [address = '', mark] = splitAt(typed, '#');
  const hosted = /^(github|gitlab):([^/]+)\/([^/]+)(?:\/(.+))?$/.exec(address);
  if (hosted) {
    const [, host = '', owner = '', repo = '', sub] = hosted;
    if (!NAME.test(owner) || !NAME.test(repo)) throw wrong(typed);
    return {
      kind: 'git',
      url: `${HOSTS[host]}/${owner}/${repo}.git`,
      ...refOf(mark, typed),
      ...subOf(sub, typed),
      ...(host === 'github'
        ? { archive: `https://codeload.github.com/${owner}/${repo}/tar.gz/${mark || 'HEAD'}` }
        : {}),
    };
  }
  if (/^git\+(https|ssh|file):\/\//.test(address))
    return { kind: 'git', url: address.slice(4), ...refOf(mark, typed) };
  if (/^git@\w[\w.-]*:[\w./~-]+$/.test(address)) return { kind: 'git', url: address, ...refOf(mark, typed) };
  const spec = /^npm:(.+)$/.exec(typed)?.[1];
  if (spec !== undefined) {
    // A name, or a tarball on disk; what begins with a hyphen would be an option.
    if (!/^(@[\w.-]+\/)?[\w][\w.-]*(@[\w.^~<>=| *-]+)?$/.test(spec) && !/^file:[^\s-]/.test(spec))
      throw wrong(typed);
    return { kind: 'npm', spec };
  }
  if (/^https:\/\/\S+$/.test(address)) {
    if (mark !== undefined && !/^sha(256|512)-[A-Za-z0-9+/=]+$/.test(mark)) throw wrong(typed);
    return { kind: 'tarball', url: address, ...(mark === undefined ? {} : { checksum: mark }) };
  }
  if (/^[a-z+]+:/i.test(address) && !/^[a-z]:[\\/]/i.test(address)) throw wrong(typed);
  return { kind: 'folder', path: typed };
}

function splitAt(text: string, sign: string): [string, string | undefined] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function refOf(ref: string | undefined, typed: string): { ref?: string } {
  if (ref === undefined || ref === '') return {};
  if (!/^[\w][\w./-]*$/.test(ref) || ref.includes('..')) throw wrong(typed);
  return { ref };
}

function subOf(sub: string | undefined, typed: string): { sub?: string } {
  if (sub === undefined) return {};
  if (!sub.split('/').every((part) => NAME.test(part) && !part.startsWith('.'))) throw wrong(typed);
  return { sub };
}

const wrong = (typed: string) => new Failure('pack-source', { source: typed });
