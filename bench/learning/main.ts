// `npm run bench:learning [-- --quick|<learners>]`: what different ways of practising leave remembered on the day of the interview.
import { type Attempt, DAY_MS } from '../../src/learner/attempt.js';
import { noStanding } from '../../src/learner/no-standing.js';
import { randomStream } from '../../src/learner/random.js';
import { foldAttempt } from '../../src/learner/standing.js';
import { ASSUMPTIONS, BANK, SimulatedLearner, TOPICS, WORLDS, type World } from './learner.js';
import { POLICIES, type Policy } from './policies.js';

const START = Date.UTC(2026, 10, 20, 18);

interface Result {
  readonly remembered: number;
  readonly seen: number;
  readonly answers: number;
  /** Answers after which every topic had been met. */
  readonly allMet: number;
}

function main(args: readonly string[]): void {
  const learners = args.includes('--quick') ? 20 : Number(args.find((arg) => /^\d+$/.test(arg)) ?? 600);
  printAssumptions(learners);
  for (const world of WORLDS) {
    console.log(`\n## ${world.name}\n`);
    compare(learners, world);
  }
}

function compare(learners: number, world: World): void {
  const untouched = Float64Array.from({ length: learners }, (_, n) =>
    new SimulatedLearner(n, world).share(START),
  );
  console.log(
    '| way of practising | remembered on the day | against random | items seen | answers | all topics met after |\n|---|---|---|---|---|---|',
  );
  console.log(`| nothing at all | ${percent(mean(untouched))} | | 0 | 0 | |`);
  let baseline: Float64Array | undefined;
  for (const policy of POLICIES) {
    const results = Array.from({ length: learners }, (_, n) => month(policy, n, world));
    const shares = Float64Array.from(results, ({ remembered }) => remembered);
    baseline ??= shares;
    const difference = policy === POLICIES[0] ? '' : interval(shares.map((s, n) => s - baseline![n]!));
    const seen = mean(Float64Array.from(results, (r) => r.seen));
    const answers = mean(Float64Array.from(results, (r) => r.answers));
    const met = Math.max(...results.map((r) => r.allMet));
    console.log(
      `| ${[policy.name, percent(mean(shares)), difference, seen.toFixed(0), answers.toFixed(0), `at most ${met} answers`].join(' | ')} |`,
    );
  }
}

/** One learner's month under one policy; the interview is a day after the last sitting. */
function month(policy: Policy, seed: number, world: World): Result {
  const { days, minutesPerDay, secondsPerReview, secondsPerNew } = ASSUMPTIONS;
  const learner = new SimulatedLearner(seed, world);
  const random = randomStream(seed + 1_000_000);
  const standing = noStanding(TOPICS);
  const right = new Map<string, { answers: number; credit: number }>();
  const last = new Map<string, number>();
  let answers = 0;
  let allMet = Number.POSITIVE_INFINITY;
  const interview = START + days * DAY_MS;
  for (let day = 0; day < days; day++) {
    let seconds = 60 * minutesPerDay;
    for (let full = false; !full; ) {
      const now = START + day * DAY_MS + (60 * minutesPerDay - seconds) * 1000;
      for (const item of policy.order({ standing, right, last, now, interview, random })) {
        const cost = standing.cards.has(item) ? secondsPerReview : secondsPerNew;
        full = cost > seconds;
        if (full) break;
        seconds -= cost;
        const at = START + day * DAY_MS + (60 * minutesPerDay - seconds) * 1000;
        const credit = learner.answer(item, at);
        const attempt = attemptOf(item, answers, credit, at);
        foldAttempt(standing, attempt);
        const tally = right.get(attempt.topic) ?? { answers: 0, credit: 0 };
        right.set(attempt.topic, { answers: tally.answers + 1, credit: tally.credit + credit });
        last.set(item, credit);
        answers += 1;
        if (right.size === TOPICS.length) allMet = Math.min(allMet, answers);
      }
    }
  }
  return { remembered: learner.share(interview), seen: standing.cards.size, answers, allMet };
}

const ENTRIES = new Map(BANK.map((entry) => [entry.key, entry]));

function attemptOf(item: string, number: number, credit: number, at: number): Attempt {
  const { topic, level, concepts, guess } = ENTRIES.get(item)!;
  return {
    id: `a${number}`,
    item,
    topic,
    level,
    concept: concepts[0]!,
    guess,
    marking: 'auto',
    credit,
    hinted: false,
    at,
  };
}

function printAssumptions(learners: number): void {
  const a = ASSUMPTIONS;
  console.log(`${learners} simulated learners, ${a.days} days to the interview, ${a.minutesPerDay} minutes a day, ${a.topics} topics x ${a.itemsPerTopic} items, ${a.itemsPerConcept} to a concept.
A review takes ${a.secondsPerReview} s, a new item ${a.secondsPerNew} s, feedback read. Some items are known beforehand, by ability (learner mean
N(0, ${a.meanSd}), topic offsets N(0, ${a.spread})) and level, and stay known. The others are learnt from feedback and forgotten by FSRS-6's
formulas, with stabilities that differ from FSRS's by lognormal factors (SD ${a.learnerStabilitySd} per learner, ${a.itemStabilitySd} per item) and exponents that scatter by SD
${a.decaySd}; a wrong answer's first stability is one day. A right guess (${a.guess}) looks right but teaches like a miss; slip ${a.slip}. Where items
of a concept teach each other, feedback on one gives another, with the chance told, the memory a miss of it would leave.
"Remembered" is the mean chance to know an item of the bank on the day, guessing aside;
differences are paired, +- half a 95 % interval. Seeds 0 to ${learners - 1}.`);
}

function mean(values: Float64Array): number {
  return values.reduce((sum, v) => sum + v, 0) / values.length;
}

function interval(values: Float64Array): string {
  const m = mean(values);
  const variance = values.reduce((sum, v) => sum + (v - m) ** 2, 0) / (values.length - 1);
  return `${m >= 0 ? '+' : '-'}${percent(Math.abs(m))} +-${percent(1.96 * Math.sqrt(variance / values.length))}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

main(process.argv.slice(2));
