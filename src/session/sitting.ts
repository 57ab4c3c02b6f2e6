// One sitting in progress: the state, the clock, what is recorded. Shared by the ways of conducting it.

import type { Bank } from '../bank/bank.js';
import { MODE_RULES } from '../history/modes.js';
import type { PlannedItem, SittingHeader, Step, SuspendedBy } from '../history/records.js';
import type { Exemplar } from '../question/exemplar.js';
import type { OpenMark } from '../question/open-mark.js';
import type { Open, Question } from '../question/question.js';
import { safeLine } from '../text/safe.js';
import { entryMs, limitOf, plannedItem, remainingMs } from './clock.js';
import type { JudgeSeat } from './judge-seat.js';
import { lastAnswered, positionOf } from './next.js';
import type { AskView, Desk } from './player.js';
import { shownOrder } from './shuffle.js';
import { applyStep, type SittingState } from './state.js';

/** Where steps are kept; both calls return only when the disk has them. */
export interface Recorder {
  /** Id of the segment being written. */
  readonly segmentId: string;
  append(step: Step): void;
  flag(item: string, contentHash: string, note: string): void;
  suspend(item: string, why: SuspendedBy): void;
  unsuspend(item: string): void;
}

export interface SittingWorld {
  recorder: Recorder;
  now(): number;
  bank: Bank;
  /** The question of a planned item as it was first asked in this sitting. */
  questionOf(item: string, contentHash: string): Question;
  /** Opens the question's file in an editor; the corrected question, or why there is none. */
  edit(item: string): Promise<{ question: Question } | { message: string }>;
  isEditable(item: string): boolean;
  /** What an answer says of its question's rubric: a suggestion with evidence. `shown`: what else was asked. */
  markOpen(item: string, question: Open, text: string, shown?: string): Promise<OpenMark>;
  /** Answers of other people to an item. */
  othersOn?(item: string): readonly Exemplar[];
  /** Who gives a second opinion on open answers; left out: nobody. */
  judge?: JudgeSeat | undefined;
  /** The next item of a sitting whose items are chosen on the way; null when it is over. */
  chooseNext(state: SittingState): PlannedItem | null;
  /** What the answers so far say of the topics, one line each. */
  standing(state: SittingState): string[];
  /** Misses of an item before this sitting. */
  missesOf(item: string): number;
  /** Lapses (see `Card`) of an item with a miss at this instant (ms), the one now. */
  lapsesOf(item: string, at: number): number;
}

/** The state moves only through recorded steps. */
export class Sitting {
  /** Items suspended in this run because they were missed too often, by entry. */
  readonly leeches = new Map<number, string>();

  constructor(
    readonly world: SittingWorld,
    private current: SittingState,
  ) {}

  get state(): SittingState {
    return this.current;
  }

  get header(): SittingHeader {
    return this.current.header;
  }

  /** Records a step and moves on; throws what the recorder throws. */
  record(step: Step): void {
    this.world.recorder.append(step);
    this.current = applyStep(this.current, step);
  }

  /** Plans one more item; false when there is none to ask. */
  extend(): boolean {
    if (!MODE_RULES[this.header.mode].chosenOnTheWay) return false;
    const planned = this.world.chooseNext(this.current);
    if (planned === null) return false;
    this.record({ kind: 'planned', at: this.world.now(), planned });
    return true;
  }

  questionOf(entry: number): Question {
    const { item, contentHash } = plannedItem(this.current, entry);
    return this.world.questionOf(item, contentHash);
  }

  orderOf(entry: number): string[] {
    const { order } = plannedItem(this.current, entry);
    const round = this.current.entries[entry]?.round ?? 0;
    return round === 0 ? order : shownOrder(this.questionOf(entry), this.header.seed, round);
  }

  view(entry: number): AskView {
    const { state } = this;
    const planned = plannedItem(state, entry);
    const question = this.questionOf(entry);
    const mode = MODE_RULES[this.header.mode];
    return {
      question,
      item: planned.item,
      entry,
      ...positionOf(state, entry),
      topicTitle:
        this.world.bank.topics.find((topic) => topic.slug === planned.topic)?.title ??
        safeLine(planned.topic),
      mode,
      order: this.orderOf(entry),
      round: state.entries[entry]?.round ?? 0,
      limitMs: limitOf(state, entry),
      limitCuts: mode.clock !== 'speaking',
      hinted: state.hinted.has(entry),
      spoken: this.header.spoken && question.type === 'open',
      marked: state.marked.has(entry),
      previous: state.answers.get(entry)?.response ?? state.progress.get(entry) ?? null,
      draft: state.drafts.get(entry) ?? null,
      mayTakeBack: lastAnswered(state) !== null,
    };
  }

  desk(entry: number): Desk {
    const { now, recorder } = this.world;
    return {
      now,
      remainingMs: () => remainingMs(this.state, entry, now()),
      spentMs: () => entryMs(this.state, entry, now()),
      hint: () => this.record({ kind: 'hinted', at: now(), entry }),
      pause: () => this.record({ kind: 'paused', at: now() }),
      unpause: () => this.record({ kind: 'unpaused', at: now() }),
      keep: (response) => this.record({ kind: 'progressed', at: now(), entry, response }),
      mark: (on) => this.record({ kind: 'marked', at: now(), entry, on }),
      draft: (response) => this.record({ kind: 'drafted', at: now(), entry, response }),
      flag: (note) => {
        const { item, contentHash } = plannedItem(this.state, entry);
        recorder.flag(item, contentHash, note);
      },
    };
  }
}
