// Runs a sitting for the verbs that start or resume one: writer, player, clock, interruptions, closing screen.

import type { Bank } from '../bank/bank.js';
import type { BankEntry } from '../bank/entry.js';
import { prepareStore } from '../history/conf-store.js';
import { loadItem, saveItem } from '../history/items.js';
import type { SittingHeader, Step } from '../history/records.js';
import { saveEvent, type Writer } from '../history/segment-store.js';
import { openSegment, type SegmentWriter } from '../history/segment-writer.js';
import type { Settings } from '../history/settings.js';
import { type Card, scheduleCards } from '../learner/schedule.js';
import type { Question } from '../question/question.js';
import { type HeaderRequest, makeHeader } from '../session/header.js';
import { MODE_RULES } from '../session/modes.js';
import { type Score, scoreSitting } from '../session/score.js';
import { replay } from '../session/state.js';
import { conductSitting, type SittingEnd } from '../terminal/conduct.js';
import { Interrupted, type Player } from '../terminal/player.js';
import { reviewsOf } from '../terminal/review.js';
import { Sitting } from '../terminal/sitting.js';
import { choosePlayer } from './choose-player.js';
import type { Options } from './command.js';
import { guideOf } from './diagnosis-guide.js';
import { editableFile, editQuestion } from './edit-question.js';
import { nextCommands } from './next-commands.js';
import { attemptsOf, type OpenedHistory, openWriter } from './open-history.js';
import { EXIT, type ExitCode, type World } from './world.js';

export interface Scene {
  world: World;
  settings: Settings;
  options: Options;
  bank: Bank;
  history: OpenedHistory;
  /** Entries that pass the filter. */
  entries: readonly BankEntry[];
}

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
  const { world, settings } = scene;
  const writer = await openWriter(world, settings);
  await prepareStore();
  const segment = openSegment(writer, { sitting: header, continues: lastSegment }, world.now());
  return run(scene, writer, segment, [...steps, { kind: 'continued', at: world.now() }]);
}

async function run(
  scene: Scene,
  writer: Writer,
  segment: SegmentWriter,
  before: readonly Step[],
): Promise<ExitCode> {
  const { world, bank, history } = scene;
  const resumed = before.length > 0;
  if (resumed) segment.append({ kind: 'continued', at: world.now() });
  const questions = questionSource(world, bank);
  const cards: ReadonlyMap<string, Card> = scheduleCards(attemptsOf(history.answers, bank));
  const sitting = new Sitting(
    {
      now: world.now,
      bank,
      questionOf: questions.get,
      ...(await guideOf(scene, segment.sitting)),
      isEditable: (item) => editableFile(bank, item) !== null,
      async edit(item) {
        const path = editableFile(bank, item);
        return path === null ? { message: 'Its file cannot be written.' } : editQuestion(world, path);
      },
      missesOf: (item) => cards.get(item)?.misses ?? 0,
      recorder: {
        get segmentId() {
          return segment.segmentId;
        },
        append(step) {
          if (step.kind === 'shown') questions.keep(sitting.questionOf(step.entry));
          segment.append(step);
        },
        flag(item, contentHash, note) {
          saveEvent(writer, { kind: 'flagged', item, contentHash, note }, world.now());
        },
      },
    },
    replay(segment.sitting, before),
  );
  const player = await choosePlayer(scene);
  const release = world.onInterrupt(() => {
    sitting.record({ kind: 'ended', at: world.now(), reason: 'interrupted' });
    player.close();
    sayHowToResume(world);
  });
  try {
    await player.opening(sitting.header, resumed);
    const end = await conductSitting(sitting, player);
    release();
    const score = scoreSitting(sitting.state);
    await showClosing(scene, sitting, player, score, end);
    return score.passed === false && end !== 'quit' ? EXIT.findings : EXIT.fine;
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    sayHowToResume(world);
    return EXIT.interrupted;
  } finally {
    release();
    player.close();
  }
}

async function showClosing(
  scene: Scene,
  sitting: Sitting,
  player: Player,
  score: Score,
  reason: SittingEnd,
): Promise<void> {
  const byItem = new Map(sitting.header.plan.map((item) => [item.item, item.contentHash]));
  await player.closing({
    header: sitting.header,
    score,
    topics: scene.bank.topics,
    questionOf: (item) => sitting.world.questionOf(item, byItem.get(item) ?? ''),
    next: nextCommands(scene, sitting.header, score, reason),
    reason,
    standing: sitting.world.standing(sitting.state),
    reviews:
      MODE_RULES[sitting.header.mode].feedback === 'end' && reason !== 'quit'
        ? reviewsOf(sitting, score)
        : [],
  });
}

/** A question as it was asked first, even when its file has changed since; kept beside the history when it is shown. */
function questionSource(world: World, bank: Bank) {
  const current = new Map(bank.entries.map((entry) => [entry.contentHash, entry]));
  const loaded = new Map<string, Question>();
  return {
    get(item: string, contentHash: string): Question {
      const known = loaded.get(contentHash);
      if (known) return known;
      const entry = current.get(contentHash);
      const question = entry
        ? bank.question(entry)
        : (loadItem(world.home, contentHash).value ?? bank.question(bank.find(item)));
      loaded.set(contentHash, question);
      return question;
    },
    keep: (question: Question) => saveItem(world.home, question),
  };
}

function sayHowToResume(world: World): void {
  world.stderr.write('\nEvery answer is kept. Go on with: api-quiz resume\n');
}
