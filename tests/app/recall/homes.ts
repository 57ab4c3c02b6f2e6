// A home that lives: sittings begun, gone on with, corrected, deleted and brought by other machines, as files put there whole.

import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { segmentFile, sessionsFolder } from '../../../src/history/home.js';
import type { Answer, EventBody, Segment, SittingSegment, Step } from '../../../src/history/records.js';
import { renderSealed } from '../../../src/history/sealed-json.js';
import { utcStamp } from '../../../src/history/segment-id.js';
import { answer, header } from '../../history/sample-records.js';
import type { Happening } from './happenings.js';

const BEGIN = Date.UTC(2021, 0, 1, 9);
const MINUTE = 60_000;
const KEYS = ['fedcba9876543210', '0123456789abcdef'] as const;

/** Of items that are named like this. */
export const ITEMS = ['core/a', 'core/b', 'core/c', 'core/d'];

export class LivingHome {
  readonly keys = new Map(ITEMS.map((item) => [item, 0]));
  readonly #segments: Segment[] = [];
  #clock: number;
  #number: number;

  /** Homes with other numbers to begin with make other ids and later instants. */
  constructor(
    readonly home: string,
    first = 0,
  ) {
    this.#number = first;
    this.#clock = BEGIN + first * MINUTE;
    mkdirSync(sessionsFolder(home), { recursive: true });
  }

  keyOf(item: string): string {
    return KEYS[this.keys.get(item) ?? 0]!;
  }

  happens(what: Happening): void {
    this.#clock += 7 * MINUTE;
    switch (what.kind) {
      case 'sits':
        this.#sits(what);
        break;
      case 'adds':
        this.#adds(what);
        break;
      case 'resumes':
        this.#resumes(what);
        break;
      case 'event':
        this.#event(what);
        break;
      case 'loses':
        this.#file(what.which, (path) => rmSync(path));
        break;
      case 'damage':
        this.#file(what.which, (path) => put(path, '{"crc32":"00000000",'));
        break;
      case 'conflict':
        this.#conflict(what);
        break;
      case 'restates':
        this.#restates(what);
        break;
      case 'newKeys': {
        const item = ITEMS[what.item]!;
        this.keys.set(item, 1 - (this.keys.get(item) ?? 0));
        break;
      }
      case 'kept':
        break;
    }
  }

  #sits({ back: minutes, answers: count, mode, ends, machine }: Extract<Happening, { kind: 'sits' }>): void {
    const at = this.#clock - minutes * MINUTE;
    const id = this.#id(at, machine);
    const sitting = header({ id, mode, startedAt: at });
    const segment: SittingSegment = {
      version: 2,
      kind: 'sitting',
      id,
      app: '0.1.0',
      machine,
      continues: null,
      sitting,
      steps: [{ kind: 'shown', at, entry: 0 }],
    };
    for (let entry = 0; entry < count; entry += 1)
      segment.steps.push(this.#answer(segment, entry, at + entry * 9000));
    if (ends) segment.steps.push({ kind: 'ended', at: at + 50_000, reason: 'finished' });
    this.#save(segment);
  }

  #adds({ which: chosen, step, entry }: Extract<Happening, { kind: 'adds' }>): void {
    const segment = this.#sitting(chosen);
    if (segment === undefined) return;
    const at = this.#clock;
    const more: Record<typeof step, Step> = {
      answer: this.#answer(segment, entry, at),
      override: { kind: 'overridden', at, entry, credit: 1 },
      easy: { kind: 'easy', at, entry },
      answerBack: { kind: 'takenBack', at, entry, what: 'answer' },
      wordBack: { kind: 'takenBack', at, entry, what: 'word' },
      ended: { kind: 'ended', at, reason: 'finished' },
    };
    segment.steps.push(more[step]);
    this.#save(segment);
  }

  #resumes({ which: chosen, back: minutes, answers: count }: Extract<Happening, { kind: 'resumes' }>): void {
    const from = this.#sitting(chosen);
    if (from === undefined) return;
    const at = this.#clock - minutes * MINUTE;
    const id = this.#id(at, from.machine);
    const segment: SittingSegment = { ...from, id, continues: from.id, steps: [{ kind: 'continued', at }] };
    for (let entry = 0; entry < count; entry += 1)
      segment.steps.push(this.#answer(segment, entry, at + 1000 + entry * 9000));
    segment.steps.push({ kind: 'overridden', at: at + 40_000, entry: 0, credit: 0.5 });
    this.#save(segment);
  }

  #event({ body, which: chosen, back: minutes }: Extract<Happening, { kind: 'event' }>): void {
    const sitting = this.#sitting(chosen);
    const at = this.#clock - minutes * MINUTE;
    const id = this.#id(at, 'aaaaaaaa');
    const target = sitting?.id ?? id;
    const step = sitting?.steps.find((one) => one.kind === 'answered');
    const given = step?.kind === 'answered' ? step.answer.id : `${target}#0@${at}`;
    const bodies: Record<typeof body, EventBody> = {
      deleted: { kind: 'deleted', sitting: target },
      restored: { kind: 'restored', sitting: target },
      regraded: { kind: 'regraded', answer: given, credit: 0.25, keyHash: this.keyOf('core/a') },
      flagged: { kind: 'flagged', item: 'core/a', contentHash: KEYS[1], note: `note ${chosen}` },
      unflagged: { kind: 'unflagged', item: 'core/a' },
      suspended: { kind: 'suspended', item: 'core/b', why: 'person' },
      unsuspended: { kind: 'unsuspended', item: 'core/b' },
    };
    this.#save({ version: 2, kind: 'event', id, app: '0.1.0', machine: 'aaaaaaaa', at, event: bodies[body] });
  }

  #conflict({ which: chosen, longer }: Extract<Happening, { kind: 'conflict' }>): void {
    const segment = this.#sitting(chosen);
    if (segment === undefined) return;
    const other = { ...segment, steps: segment.steps.slice(0, -1) };
    if (longer) other.steps = [...segment.steps, this.#answer(segment, 1, this.#clock)];
    const path = segmentFile(this.home, segment.id).replace('.json', '.sync-conflict-1.json');
    put(path, renderSealed(other));
  }

  /** As a backup that is put back, or another machine's file, may have it. */
  #restates({ which: chosen, what }: Extract<Happening, { kind: 'restates' }>): void {
    const segment = this.#sitting(chosen);
    const step = segment?.steps.find(({ kind }) => kind === 'answered');
    if (segment === undefined || step?.kind !== 'answered') return;
    this.#number += 1;
    Object.assign(step.answer, { [what]: restated(step.answer, this.#number)[what] });
    this.#save(segment);
  }

  #answer(segment: SittingSegment, entry: number, at: number): Step {
    const item = ITEMS[this.#number % ITEMS.length]!;
    this.#number += 1;
    const outcomes = ['answered', 'answered', 'skipped', 'expired'] as const;
    const outcome = outcomes[Math.floor(this.#number / ITEMS.length) % outcomes.length]!;
    return {
      kind: 'answered',
      at,
      entry,
      answer: answer(entry, at, {
        id: `${segment.id}#${entry}@${at}`,
        item,
        outcome,
        credit: outcome === 'answered' ? [0, 0.5, 1][this.#number % 3]! : 0,
        keyHash: this.keyOf(item),
        ...(item === 'core/c' ? openAnswer(this.#number) : {}),
        confidence: ([null, 'sure', 'guess'] as const)[this.#number % 3]!,
        elapsedMs: 1000 * (this.#number % 7),
        ...(this.#number % 5 === 0 ? { markedBy: 'assistant', counts: false } : {}),
        topic: this.#number % 2 === 0 ? 'graphql' : 'reliability-patterns',
      }),
    };
  }

  #id(at: number, machine: string): string {
    this.#number += 1;
    return `${utcStamp(at)}-${machine}-${this.#number.toString(16).padStart(8, '0')}`;
  }

  #sitting(chosen: number): SittingSegment | undefined {
    const sittings = this.#segments.filter((segment) => segment.kind === 'sitting');
    // The youngest are the likeliest.
    return sittings.at(-1 - Math.min(sittings.length - 1, Math.floor(chosen ** 2 / 30)));
  }

  #save(segment: Segment): void {
    const place = this.#segments.findIndex(({ id }) => id === segment.id);
    if (place < 0) this.#segments.push(segment);
    put(segmentFile(this.home, segment.id), renderSealed(segment));
  }

  #file(chosen: number, change: (path: string) => void): void {
    const root = sessionsFolder(this.home);
    const files = (readdirSync(root, { recursive: true }) as string[])
      .filter((name) => name.endsWith('.json'))
      .sort();
    const name = files.at(-1 - (chosen % Math.max(1, files.length)));
    if (name !== undefined) change(join(root, name));
  }
}

/** Each field otherwise than it was. */
function restated(before: Answer, number: number) {
  const { response, suggested } = openAnswer(number);
  return {
    response: before.type === 'open' ? response : before.response === 'new' ? 'same' : 'new',
    elapsedMs: before.elapsedMs + number,
    contentHash: KEYS[before.contentHash === KEYS[0] ? 1 : 0],
    counts: before.counts === false ? undefined : false,
    credit: before.credit === 1 ? 0 : 1,
    suggested,
  };
}

/** Words, points said and half said, and what was suggested, another one each time. */
function openAnswer(number: number): Partial<Answer> {
  const nothing = { met: [], half: [], unsure: [], look: [], flags: [] };
  return {
    type: 'open',
    response: {
      text: number % 3 === 0 ? '' : `words ${number}`,
      met: number % 2 === 0 ? ['a'] : [],
      half: ['b'],
      flags: number % 7 === 0 ? ['never'] : [],
    },
    markedBy: 'self',
    suggested: { ...nothing, credit: (number % 5) / 4, clear: 0, most: 1 },
  };
}

/** As every writer of ours and every program that syncs does it: whole, in the place of what was there. */
function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}
