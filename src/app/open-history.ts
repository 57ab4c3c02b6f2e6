// The history as a verb needs it: what it comes to, its sittings, and who writes new ones. Nothing is read before it is asked for.

import type { Bank } from '../bank/bank.js';
import type { SetAside } from '../history/load-record.js';
import type { Segment } from '../history/records.js';
import type { RememberedAnswer } from '../history/remembered-answer.js';
import { loadSegments, type Writer } from '../history/segment-store.js';
import type { Settings } from '../history/setting-rows.js';
import { machineId } from '../history/settings.js';
import { type Sitting, sittingsOf } from '../history/sittings.js';
import type { Attempt } from '../learner/attempt.js';
import { attemptsFrom, currentKeys, knownDifficulties } from '../session/attempts.js';
import { noRecollection } from '../session/no-recollection.js';
import type { Recollection } from '../session/recollection.js';
import { everyAnswer, foldHistory } from './recall/fold-history.js';
import type { HistoryFold } from './recall/history-fold.js';
import { isWithoutHistory, noHistory } from './recall/no-history.js';
import { type Recall, type RecallRequest, recall, type Within } from './recall/recall.js';
import { tellSetAside } from './tell-set-aside.js';
import type { World } from './world.js';

/** Files that could not be read are named on stderr, one line each, when something is read. */
export interface OpenedHistory {
  /** Everything: each file is read at the first use of one of these three. */
  readonly segments: readonly Segment[];
  readonly sittings: readonly Sitting[];
  /** Of all sittings, those answered again in the same paper left out. */
  readonly answers: readonly RememberedAnswer[];
  /** What the answers come to, without reading the old files where a checkpoint is there. */
  recall(bank: Bank, within?: Within): Recall;
  /** What has been recalled already. */
  recalled(bank: Bank): Recall | undefined;
  /** Another fold over all answers, from its own checkpoint; what is recalled is taken from it, so that nothing is read twice. */
  fold<State, Packed>(
    bank: Bank,
    fold: HistoryFold<State, Packed>,
    recollectionOf: (state: State) => Recollection,
  ): State;
  /** All answers that count, oldest first, one at a time. */
  eachAnswer(): Iterable<RememberedAnswer>;
  /** The same as it is now but for these answers. */
  recallWithout(bank: Bank, without: (answer: RememberedAnswer) => boolean): Recall;
  /** Keeps what makes the next start quick; to be called when nobody waits. */
  keep(): void;
}

export function openHistory(world: World): OpenedHistory {
  const tell = tellOnce(world);
  const recallNow = (bank: Bank, keepingTo: KeepingTo = {}) => recallTelling(world, tell, bank, keepingTo);
  let segments: readonly Segment[] | undefined;
  let sittings: readonly Sitting[] | undefined;
  let answers: readonly RememberedAnswer[] | undefined;
  const known = new Map<Bank, Map<string, Recall>>();
  const history: OpenedHistory = {
    get segments() {
      if (segments === undefined) {
        const loaded = loadSegments(world.home);
        tell(loaded.setAside);
        segments = loaded.segments;
      }
      return segments;
    },
    get sittings() {
      sittings ??= sittingsOf(history.segments);
      return sittings;
    },
    get answers() {
      answers ??= history.sittings.flatMap(countedIn);
      return answers;
    },
    recall(bank, within) {
      const ofBank = known.get(bank) ?? new Map<string, Recall>();
      const name = within?.name ?? '';
      const found = ofBank.get(name) ?? recallNow(bank, within && { within });
      known.set(bank, ofBank.set(name, found));
      return found;
    },
    fold(bank, fold, recollectionOf) {
      const { home } = world;
      const { state, ...found } = isWithoutHistory(home)
        ? { state: fold.begin(), ...noHistory(home) }
        : foldHistory({ home, now: Date.now(), fold });
      tell(found.setAside);
      known.set(bank, new Map(known.get(bank)).set('', { ...found, recollection: recollectionOf(state) }));
      return state;
    },
    eachAnswer: () => everyAnswer(world.home, Date.now(), tell),
    recalled: (bank) => known.get(bank)?.get(''),
    recallWithout: (bank, without) => recallNow(bank, { without }),
    keep() {
      for (const ofBank of known.values()) for (const found of ofBank.values()) found.keep();
    },
  };
  return history;
}

const countedIn = ({ answers }: Sitting) => answers.filter((answer) => !answer.superseded);

type KeepingTo = Pick<RecallRequest, 'within' | 'without'>;

function recallTelling(
  { home, version }: World,
  tell: (setAside: readonly SetAside[]) => void,
  bank: Bank,
  keepingTo: KeepingTo,
): Recall {
  if (isWithoutHistory(home)) return nothingRecalled(home, bank);
  const found = recall({ home, version, bank, now: Date.now(), ...keepingTo });
  tell(found.setAside);
  return found;
}

/** The recollection is made where it is asked for: most ask what is suspended only. */
function nothingRecalled(home: string, bank: Bank): Recall {
  let recollection: Recollection | undefined;
  return {
    ...noHistory(home),
    get recollection() {
      recollection ??= noRecollection(bank.topics.map(({ slug }) => slug));
      return recollection;
    },
  };
}

/** Each file that was set aside is told once. */
function tellOnce(world: World): (setAside: readonly SetAside[]) => void {
  const told = new Set<string>();
  return (setAside) => {
    tellSetAside(
      world,
      setAside.filter(({ file }) => !told.has(file)),
    );
    for (const { file } of setAside) told.add(file);
  };
}

/** What the learner model is told. */
export function attemptsOf(answers: Parameters<typeof attemptsFrom>[0], bank: Bank): Attempt[] {
  const keys = currentKeys(bank.entries);
  return attemptsFrom(answers, (item) => keys.get(item), knownDifficulties(bank.entries));
}

/** Who writes segments from this process. */
export async function openWriter(world: World, settings: Settings): Promise<Writer> {
  const machine = settings.machine ?? (await machineId(world.home, world.random));
  return { home: world.home, app: world.version, machine, random: world.random };
}
