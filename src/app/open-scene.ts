// What every sitting verb opens first: settings (asked at the first start), bank, history.

import type { BankEntry } from '../bank/entry.js';
import type { HeaderRequest } from '../session/header.js';
import { Failure } from '../text/failure.js';
import { isPlain, themeOf } from './choose-player.js';
import { findInHistory } from './find-in-history.js';
import { itemsAskedIn } from './find-sitting.js';
import { openPool } from './open-bank.js';
import { openHistory } from './open-history.js';
import { openSettings } from './open-settings.js';
import type { Options } from './options.js';
import type { OpenScene, Scene } from './scene.js';
import type { World } from './world.js';

/** Asks a newcomer at a terminal for role, level and date; says nothing to anyone else. `drafts`: with those of packs that were not named. */
export async function openScene(world: World, options: Options, drafts = true): Promise<OpenScene> {
  let settings = openSettings(world);
  if (!settings.welcomed && !isPlain({ world, options })) {
    const { welcome } = await import('./welcome.js');
    settings = await welcome(world, settings, themeOf({ world, settings, options }));
  }
  const history = openHistory(world);
  const pool = await openPool(world, settings, options, {
    drafts,
    suspended: (bank) => history.recall(bank).suspended,
  });
  return { ...pool, world, settings, options, history };
}

/** The seed given, or a fresh one. */
export function seedOf(world: World, options: Options): number {
  return options.seed ?? Math.floor(world.random() * 1_000_000);
}

/** What options and settings say about clock and confidence. */
export function sittingChoices({
  options,
  settings,
}: Scene): Pick<HeaderRequest, 'timeFactor' | 'confidence' | 'negative' | 'withOpen' | 'spoken'> {
  const time = options.time ?? settings.time ?? 1;
  return {
    timeFactor: time === 'off' ? null : time,
    confidence: options.confidence === true || settings.confidence === true,
    negative: options.negative === true,
    withOpen: options.withOpen === true,
    spoken: options.spoken === true,
  };
}

/** The questions of an earlier sitting, in its order and with its seed; undefined when not asked for. Throws Failure `again-gone`. */
export function againOf(
  scene: OpenScene,
  options: Options,
): { chosen: BankEntry[]; seed: number; title: string } | undefined {
  if (options.again === undefined) return undefined;
  const sitting = findInHistory(scene, options.again);
  const { header, id } = sitting;
  const byKey = new Map(scene.bank.entries.map((entry) => [entry.key, entry]));
  const chosen = itemsAskedIn(sitting).flatMap((item) => byKey.get(item) ?? []);
  if (chosen.length === 0) throw new Failure('again-gone', { id });
  return { chosen, seed: header.seed, title: header.title };
}

/** Largest share of open questions, each of which takes minutes: all where they were asked for, or where little else is there. */
export function openShareOf({ entries, filter }: OpenScene, count: number): number {
  const closed = entries.filter((entry) => entry.type !== 'open').length;
  return filter.types.length > 0 || closed < count ? 1 : 0.2;
}
