// Runs a sitting for the verbs that start or resume one: writer, player, clock, interruptions, closing screen.

import type { BankEntry } from '../bank/entry.js';
import { prepareStore } from '../history/conf-store.js';
import { MODE_RULES } from '../history/modes.js';
import type { SittingHeader, Step } from '../history/records.js';
import { saveEvent, type Writer } from '../history/segment-store.js';
import { openSegment, type SegmentWriter } from '../history/segment-writer.js';
import { type Card, isLapse } from '../learner/schedule.js';
import { paperRemainingMs } from '../session/clock.js';
import { conductSitting } from '../session/conduct.js';
import { type HeaderRequest, makeHeader } from '../session/header.js';
import { madeOf } from '../session/made-of.js';
import { answerSheet } from '../session/next.js';
import { type ClosingView, Interrupted, type Player, type SittingEnd } from '../session/player.js';
import { reviewsOf } from '../session/review.js';
import { type Score, scoreSitting } from '../session/score.js';
import { Sitting, type SittingWorld } from '../session/sitting.js';
import { replay } from '../session/state.js';
import { choosePlayer } from './choose-player.js';
import { guideOf } from './diagnosis-guide.js';
import { editableFile, editQuestion } from './edit-question.js';
import { listeningOf } from './listening-of.js';
import { nextCommands } from './next-commands.js';
import { openWriter } from './open-history.js';
import { tellLines } from './print.js';
import { type QuestionSource, questionSource } from './question-source.js';
import type { Scene } from './scene.js';
import { EXIT, type ExitCode, type World } from './world.js';

/** Characters of a note that are kept; far longer ones could not be read back. */
const MOST_NOTED = 2000;

/** Asks these questions in this order. */
export async function startSitting(
  scene: Scene,
  chosen: readonly BankEntry[],
  request: Omit<HeaderRequest, 'now'>,
): Promise<ExitCode> {
  const { world, bank, settings } = scene;
  const now = world.now();
  const questions = chosen.map((entry) => ({ entry, question: bank.question(entry) }));
  const header = makeHeader(questions, { ...request, now });
  const writer = await openWriter(world, settings);
  await prepareStore();
  return run(scene, writer, openSegment(writer, { sitting: header }, now), []);
}

/** Goes on with a sitting after these steps. */
export async function continueSitting(
  scene: Scene,
  header: SittingHeader,
  lastSegment: string,
  steps: readonly Step[],
): Promise<ExitCode> {
  const world = notBefore(scene.world, replay(header, steps).at);
  const writer = await openWriter(world, scene.settings);
  await prepareStore();
  const segment = openSegment(writer, { sitting: header, continues: lastSegment }, world.now());
  const continued: Step = { kind: 'continued', at: world.now() };
  segment.append(continued);
  return run({ ...scene, world }, writer, segment, [...steps, continued]);
}

/** The world with a clock that goes on from the last step where that of the machine has been set back since. */
function notBefore(world: World, last: number): World {
  const behind = Math.max(0, last - world.now());
  return behind === 0 ? world : { ...world, now: () => world.now() + behind };
}

async function run(
  scene: Scene,
  writer: Writer,
  segment: SegmentWriter,
  before: readonly Step[],
): Promise<ExitCode> {
  const { world, bank } = scene;
  const resumed = before.length > 0;
  const questions = questionSource(world, bank);
  const sitting = await makeSitting(scene, { writer, segment, questions, before });
  const player = scene.player ?? (await choosePlayer(scene));
  const callOff = questions.keepSoon(sitting.header.plan);
  const keeping = setImmediate(scene.history.keep);
  const release = world.onInterrupt(() => {
    try {
      sitting.record({ kind: 'ended', at: world.now(), reason: 'interrupted' });
    } finally {
      // The terminal is given back even when the disk is full.
      player.close();
    }
    sayHowToResume(world);
  });
  try {
    const made = resumed ? '' : madeOf(sitting.header.plan, isSeenBefore(scene));
    await player.opening(sitting.header, resumed, made);
    const end = await conductSitting(sitting, player);
    release();
    const score = scoreSitting(sitting.state);
    await showClosing(scene, sitting, { player, questions, score, end });
    return score.passed === false && end !== 'quit' ? EXIT.findings : EXIT.fine;
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    sayHowToResume(world);
    return EXIT.interrupted;
  } finally {
    callOff();
    clearImmediate(keeping);
    release();
    player.close();
  }
}

/** Was the item ever asked? By what is recalled: no old file is read for it. */
function isSeenBefore({ history, bank }: Scene): (item: string) => boolean {
  const { items } = history.recall(bank).recollection;
  return (item) => items.has(item);
}

/** What a sitting is made from besides the scene. */
interface Parts {
  writer: Writer;
  segment: SegmentWriter;
  questions: QuestionSource;
  before: readonly Step[];
}

/** Cards as they are now, for one sitting: asked for after an answer, which is not counted in, if nobody asked before. */
function cardsBefore({ world, bank, history }: Scene, sitting: string): (item: string) => Card | undefined {
  const begun = world.now();
  let known = history.recalled(bank);
  return (item) => {
    known ??= history.recallWithout(bank, (answer) => answer.at >= begun && answer.sitting === sitting);
    return known.recollection.standing.cards.get(item);
  };
}

async function makeSitting(scene: Scene, { writer, segment, questions, before }: Parts): Promise<Sitting> {
  const { world, bank } = scene;
  const cardBefore = cardsBefore(scene, segment.sitting.id);
  const sitting: Sitting = new Sitting(
    {
      now: world.now,
      bank,
      questionOf: questions.get,
      ...(await guideOf(scene, segment.sitting, before)),
      ...(await listeningOf(scene)),
      isEditable: (item) => editableFile(bank, item) !== null,
      async edit(item) {
        const path = editableFile(bank, item);
        return path === null ? { message: 'Its file cannot be written.' } : editQuestion(world, path);
      },
      missesOf(item) {
        return cardBefore(item)?.misses ?? 0;
      },
      lapsesOf(item, at) {
        const card = cardBefore(item);
        return (card?.lapses ?? 0) + (isLapse(card, at) ? 1 : 0);
      },
      recorder: recorderOf(scene, writer, segment, (entry) => questions.keep(sitting.questionOf(entry))),
    },
    replay(segment.sitting, before),
  );
  return sitting;
}

/** Steps go into the segment, what is said of an item into events. `shown`: an entry is about to be shown. */
function recorderOf(
  { world }: Scene,
  writer: Parts['writer'],
  segment: Parts['segment'],
  shown: (entry: number) => void,
): SittingWorld['recorder'] {
  return {
    get segmentId() {
      return segment.segmentId;
    },
    append(step) {
      if (step.kind === 'shown') shown(step.entry);
      segment.append(step);
    },
    flag(item, contentHash, note) {
      const event = { kind: 'flagged' as const, item, contentHash, note: note.slice(0, MOST_NOTED) };
      saveEvent(writer, event, world.now());
    },
    suspend(item, why) {
      saveEvent(writer, { kind: 'suspended', item, why }, world.now());
    },
    unsuspend(item) {
      saveEvent(writer, { kind: 'unsuspended', item }, world.now());
    },
  };
}

async function showClosing(
  scene: Scene,
  sitting: Sitting,
  {
    player,
    questions,
    score,
    end,
  }: { player: Player; questions: QuestionSource; score: Score; end: SittingEnd },
): Promise<void> {
  const byItem = new Map(sitting.state.plan.map((item) => [item.item, item.contentHash]));
  await player.closing({
    header: sitting.header,
    score,
    topics: scene.bank.topics,
    questionOf: (item) => questions.find(item, byItem.get(item) ?? ''),
    next: nextCommands(scene, sitting.header, score, end),
    reason: end,
    paused: pausedPaper(sitting, end),
    standing: sitting.world.standing(sitting.state),
    leeches: [...sitting.leeches.values()],
    reviews:
      MODE_RULES[sitting.header.mode].feedback === 'end' && end !== 'quit' ? reviewsOf(sitting, score) : [],
  });
}

/** What is told of a paper that was left before its end. */
function pausedPaper(sitting: Sitting, end: SittingEnd): ClosingView['paused'] {
  const { state } = sitting;
  if (end !== 'quit' || MODE_RULES[state.header.mode].feedback !== 'end') return null;
  const lines = answerSheet(state);
  return {
    remainingMs: paperRemainingMs(state, sitting.world.now()),
    answered: lines.filter(({ status }) => status === 'answered').length,
    of: lines.length,
  };
}

function sayHowToResume(world: World): void {
  const said = 'Every answer is kept. Go on with:';
  const command = 'api-quiz resume';
  const columns = world.stderr.isTTY ? world.stderr.columns || 80 : Number.POSITIVE_INFINITY;
  // A command that is to be copied stands on one line.
  const line = `${said} ${command}`;
  tellLines(world, ['', ...(line.length <= columns ? [line] : [said, `  ${command}`])]);
}
