// `o` opens the source of a question, `y` copies its address; with several sources each press takes the next.

import { webAddress } from '../../look/theme.js';
import type { Question } from '../../question/question.js';
import { safeLine } from '../../text/safe.js';
import { copySequence, openAddress } from './open-address.js';
import type { KeyChoice } from './page-prompt.js';

/** What opening and copying take. */
export interface SourceWorld {
  env: Readonly<Record<string, string | undefined>>;
  write(text: string): void;
}

/** No keys where no source has an address of the web. */
export function sourceKeys<Value extends string>(
  { sources }: Question,
  { env, write }: SourceWorld,
): KeyChoice<Value>[] {
  const addresses = sources.flatMap(({ url }) => webAddress(url) ?? []);
  if (addresses.length === 0) return [];
  const presses = { o: 0, y: 0 };
  const nextOf = (key: 'o' | 'y') => {
    const address = addresses[presses[key] % addresses.length] ?? '';
    presses[key] += 1;
    return address;
  };
  return [
    {
      key: 'o',
      word: 'open source',
      async stay() {
        const address = nextOf('o');
        const failed = await openAddress(address, env);
        return failed === null
          ? `Opened: ${safeLine(address)}`
          : `${failed.program} did not open it (${failed.reason}). y copies the address.`;
      },
    },
    {
      key: 'y',
      word: 'copy its address',
      async stay() {
        const address = nextOf('y');
        write(copySequence(address));
        return `Copied, if the terminal allows it: ${safeLine(address)}`;
      },
    },
  ];
}
