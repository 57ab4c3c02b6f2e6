// `npm run bench:learning [-- --quick|--full]`: what different ways of practising leave remembered on the day of the interview.
import { type Attempt, DAY_MS } from '../../src/learner/attempt.js';
import { randomStream } from '../../src/learner/random.js';
import { ASSUMPTIONS, BANK, FORGETTING, SimulatedLearner } from './learner.js';
import { DAY_POLICIES, type DayPolicy } from './policies.js';

const START = Date.UTC(2026, 10, 20, 18);

interface Result {
  readonly remembered: number;
  readonly seen: number;
  readonly answers: number;
}

function main(args: readonly string[]): void {
  const learners = args.includes('--full') ? 1000 : args.includes('--quick') ? 20 : 200;
  printAssumptions(learners);
  for (const [name, exponent] of Object.entries(FORGETTING)) {
    console.log(`\n## Forgetting ${name}\n`);
    compare(learners, exponent);
  }
}

function compare(learners: number, exponent: number): void {
  const untouched = Float64Array.from({ length: learners }, (_, n) =>
    new SimulatedLearner(n, exponent).share(START),
  );
  console.log(
    '| way of practising | remembered on the day | against random | items seen | answers |\n|---|---|---|---|---|',
  );
  console.log(`| nothing at all | ${percent(mean(untouched))} | | 0 | 0 |`);
  let baseline: Float64Array | undefined;
  for (const policy of DAY_POLICIES) {
    const results = Array.from({ length: learners }, (_, n) => month(policy, n, exponent));
    const shares = Float64Array.from(results, ({ remembered }) => remembered);
    baseline ??= shares;
    const difference = policy === DAY_POLICIES[0] ? '' : interval(shares.map((s, n) => s - baseline![n]!));
    const seen = mean(Float64Array.from(results, (r) => r.seen));
    const answers = mean(Float64Array.from(results, (r) => r.answers));
    console.log(
      `| ${[policy.name, percent(mean(shares)), difference, seen.toFixed(0), answers.toFixed(0)].join(' | ')} |`,
    );
  }
}

/** One learner's month under one policy; the interview is a day after the last sitting. */
function month(policy: DayPolicy, seed: number, exponent: number): Result {
  const { days, minutesPerDay, secondsPerReview, secondsPerNew } = ASSUMPTIONS;
  const learner = new SimulatedLearner(seed, exponent);
  const random = randomStream(seed + 1_000_000);
  const shapes = new Map(BANK.map((item) => [item.item, item]));
  const attempts: Attempt[] = [];
  const seen = new Set<string>();
  const interview = START + days * DAY_MS;
  for (let day = 0; day < days; day++) {
    const now = START + day * DAY_MS;
    let seconds = 60 * minutesPerDay;
    for (const item of policy.order({ attempts, now, interview, random })) {
      const cost = seen.has(item) ? secondsPerReview : secondsPerNew;
      if (cost > seconds) break;
      seconds -= cost;
      const at = now + (60 * minutesPerDay - seconds) * 1000;
      const credit = learner.answer(item, at);
      seen.add(item);
      attempts.push(attemptOf(shapes.get(item)!, attempts.length, credit, at));
    }
  }
  return { remembered: learner.share(interview), seen: seen.size, answers: attempts.length };
}

function attemptOf(item: (typeof BANK)[number], number: number, credit: number, at: number): Attempt {
  const { guess } = ASSUMPTIONS;
  return {
    ...item,
    id: `a${number}`,
    concept: item.topic,
    guess,
    marking: 'auto',
    credit,
    hinted: false,
    at,
  };
}

function printAssumptions(learners: number): void {
  const a = ASSUMPTIONS;
  console.log(`${learners} simulated learners, ${a.days} days to the interview, ${a.minutesPerDay} minutes a day, ${a.topics} topics x ${a.itemsPerTopic} items.
A review takes ${a.secondsPerReview} s, a new item ${a.secondsPerNew} s, feedback read. Some items are known beforehand, by ability (learner mean
N(0, ${a.meanSd}), topic offsets N(0, ${a.spread})) and level, and stay known. The others are learnt from feedback and forgotten by FSRS-6's
formulas, with stabilities that differ from FSRS's by lognormal factors (SD ${a.learnerStabilitySd} per learner, ${a.itemStabilitySd} per item) and exponents that scatter by SD
${a.decaySd}; a wrong answer's first stability is one day. A right guess (${a.guess}) looks right but teaches like a miss; slip ${a.slip}. Items teach
nothing about each other. "Remembered" is the mean chance to know an item of the bank on the day, guessing aside;
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
