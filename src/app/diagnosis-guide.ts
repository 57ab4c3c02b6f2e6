// What guides a sitting whose items are chosen on the way: the learner model over the history and the answers so far.

import type { BankEntry } from '../bank/entry.js';
import { type Filter, NO_FILTER } from '../bank/filter.js';
import { poolOf } from '../bank/pool.js';
import { MODE_RULES } from '../history/modes.js';
import type { SittingHeader, Step } from '../history/records.js';
import type { DiagnosisItem } from '../learner/diagnose.js';
import type { MasteryState } from '../learner/mastery.js';
import { answersIn } from '../session/attempts.js';
import { mayMeet } from '../session/choose/apart.js';
import type { Recollection } from '../session/recollection.js';
import type { SittingWorld } from '../session/sitting.js';
import type { SittingState } from '../session/state.js';
import { percent } from '../text/number.js';
import { attemptsOf } from './open-history.js';
import { sittingChoices } from './open-scene.js';
import type { Scene } from './scene.js';

type Guide = Pick<SittingWorld, 'chooseNext' | 'standing'>;

/** Topics whose standing is told after each answer. */
const TOLD = 5;

/** Says nothing and chooses nothing where the mode plans ahead; the model is loaded only where it is used. */
export async function guideOf(scene: Scene, header: SittingHeader, steps: readonly Step[]): Promise<Guide> {
  if (!MODE_RULES[header.mode].chosenOnTheWay) return { chooseNext: () => null, standing: () => [] };
  // Its own answers, of this or of another terminal before a fork, come with the state.
  const own = new Set(steps.flatMap((step) => (step.kind === 'answered' ? [step.answer.id] : [])));
  const { bank, history } = scene;
  const { recollection } =
    own.size === 0 ? history.recall(bank) : history.recallWithout(bank, ({ id }) => own.has(id));
  const masteryOf = await masteryAfter(scene, recollection);
  return {
    chooseNext: await chooserOf(scene, header, recollection, masteryOf),
    standing: await standingOf(scene, header, masteryOf),
  };
}

type MasteryOf = (state: SittingState) => MasteryState;

/** The mastery after what was answered before, and in the sitting so far. */
async function masteryAfter({ bank }: Scene, { standing }: Recollection): Promise<MasteryOf> {
  const { observe } = await import('../learner/mastery.js');
  return (state) => attemptsOf(answersIn(state), bank).reduce(observe, standing.mastery);
}

/** Chooses among the pool what was never seen and may meet what was asked. */
async function chooserOf(
  scene: Scene,
  header: SittingHeader,
  { items: seen }: Recollection,
  masteryOf: MasteryOf,
): Promise<Guide['chooseNext']> {
  const { bank, world } = scene;
  const { nextDiagnosis } = await import('../learner/diagnose.js');
  const { planItem } = await import('../session/header.js');
  const filter = { ...NO_FILTER, ...header.filter } as Filter;
  const { entries, roles, shares } = poolOf(bank, filter, filter.roles);
  const { suspended } = scene.history.recall(bank);
  const pool = entries.filter(
    ({ key, type, draft }) => type !== 'open' && !draft && !seen.has(key) && !suspended.has(key),
  );
  const byKey = new Map(bank.entries.map((entry) => [entry.key, entry]));
  return (state) => {
    const asked = state.plan.flatMap(({ item }) => byKey.get(item) ?? []);
    const left = pool
      .filter((entry) => asked.every((other) => other.key !== entry.key && mayMeet(entry, other)))
      .map(asDiagnosisItem);
    const step = nextDiagnosis(masteryOf(state), left, state.plan, {
      now: world.now(),
      seed: header.seed,
      count: header.most,
      ...(roles.length === 0 ? {} : { shares }),
    });
    if (step.kind === 'stop') return null;
    const entry = bank.find(step.item.item);
    return planItem(
      { entry, question: bank.question(entry) },
      { seed: header.seed, timeFactor: sittingChoices(scene).timeFactor, spoken: false },
    );
  };
}

function asDiagnosisItem({ key, topic, concepts, level, difficulty, guess, type }: BankEntry): DiagnosisItem {
  return { item: key, topic, concept: concepts[0] ?? '', level, difficulty, guess, type, marking: 'auto' };
}

/** One line a topic, the weakest first. */
async function standingOf(
  { bank, world }: Scene,
  { seed }: SittingHeader,
  masteryOf: MasteryOf,
): Promise<Guide['standing']> {
  const { rankWeak } = await import('../learner/weak.js');
  const titles = new Map(bank.topics.map(({ slug, title }) => [slug, title]));
  return (state) =>
    rankWeak(masteryOf(state), world.now(), seed)
      .slice(0, TOLD)
      .map(
        ({ topic, weakChance, word, low, high }) =>
          `${titles.get(topic) ?? topic}: ${word} among the weakest three (${percent(weakChance)}); a new intermediate question is answered with chance ${percent(low)} to ${percent(high)}`,
      );
}
