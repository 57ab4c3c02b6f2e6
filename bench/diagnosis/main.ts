// `npm run bench:diagnosis [-- --quick|--full] [--after] [world…]`: how well a diagnosis names the three weakest topics, against its targets.
import { diagnosisSeconds } from '../../src/learner/answer-time.js';
import { DIAGNOSIS_COUNT, SETTLED_GAIN } from '../../src/learner/diagnose.js';
import { QUESTION_TYPES } from '../../src/question/vocabulary.js';
import { POLICIES } from './policies.js';
import { CHECKED_AT, type Outcome, simulate, type Truth } from './simulate.js';
import {
  answersSaved,
  calibration,
  type Estimate,
  estimate,
  paired,
  perMinute,
  precisionAt,
  secondsAt,
  worstDifference,
} from './statistics.js';
import { targetsOf, type Verdict } from './targets.js';
import { ASSUMPTIONS, WORLDS, type World } from './world.js';

const SIZES = {
  quick: { learners: 250, seeds: [20261120] },
  default: { learners: 2000, seeds: [20261120] },
  full: { learners: 8000, seeds: [20261120, 1] },
};

const SHOWN = [24, 36, 48, 72];

function main(args: readonly string[]): void {
  const truth = args.includes('--after') ? 'after' : 'before';
  const size = args.includes('--full') ? SIZES.full : args.includes('--quick') ? SIZES.quick : SIZES.default;
  const keys = args.filter((arg) => arg in WORLDS);
  printAssumptions(size, truth);
  const verdicts: Verdict[] = [];
  for (const key of keys.length > 0 ? keys : Object.keys(WORLDS)) {
    const world = WORLDS[key]!;
    const outcomes = simulate(world, POLICIES, { ...size, truth });
    printWorld(world, outcomes);
    for (const { text, verdict } of targetsOf(key, outcomes)) {
      console.log(`- ${verdict}: ${text}`);
      verdicts.push(verdict);
    }
  }
  const count = (verdict: Verdict) => verdicts.filter((v) => v === verdict).length;
  console.log(
    `\n${count('reached')} targets reached, ${count('open')} open at this size, ${count('MISSED')} missed.`,
  );
  if (count('MISSED') > 0) process.exitCode = 1;
}

function printAssumptions(size: { learners: number; seeds: readonly number[] }, truth: Truth): void {
  const { slip, learningPerAnswer, discriminationSd, guess, meanSd, selfMarkingError } = ASSUMPTIONS;
  console.log(`Naming the three weakest topics: ${size.learners} simulated learners for each of ${size.seeds.length} seeds (${size.seeds.join(', ')}).
Assumed of the world, unknown to the estimator: 24 items a topic, levels -1/0/+1 plus hidden noise, 2PL discriminations
lognormal(0, ${discriminationSd}), guessing ${guess}, slip ${slip}, +${learningPerAnswer} logits in a topic per answer, learner mean N(0, ${meanSd}), topic offsets normal;
in the fixed bank ${selfMarkingError} of the self-marked answers are marked wrongly.
Precision@3 is the share of the three named topics that are among the three truly weakest, by the
abilities ${truth} the sitting (intervals: those after it). All policies meet the same
learners and the same luck per item; +- is half a 95 % interval of the mean, differences are paired. A diagnosis asks
${DIAGNOSIS_COUNT} questions by default and stops when the expected gain falls below ${SETTLED_GAIN} logits. Seconds by type, assumed (a glance at the verdict included):
${QUESTION_TYPES.map((type) => `${type} ${diagnosisSeconds(type)}`).join(', ')}. All worlds but the fixed bank hold single choices only.`);
}

function printWorld(world: World, outcomes: readonly Outcome[]): void {
  const baseline = outcomes[0]!;
  const ours = outcomes[outcomes.length - 1]!;
  console.log(`\n## ${world.name}\n`);
  console.log(
    `| policy | ${SHOWN.join(' | ')} answers | against RR-match at ${CHECKED_AT} | 80 % intervals hold | minutes for ${CHECKED_AT} | per minute |`,
  );
  console.log(`|---|${SHOWN.map(() => '---|').join('')}---|---|---|---|`);
  for (const outcome of outcomes) {
    const cells = SHOWN.map((count) => precisionAt(outcome, count).mean.toFixed(3).slice(1));
    const gain = outcome === baseline ? '' : signed(paired(outcome, CHECKED_AT, baseline));
    const coverage = Number.isNaN(outcome.coverage) ? '' : `${(100 * outcome.coverage).toFixed(1)} %`;
    const minutes = secondsAt(outcome, CHECKED_AT).mean / 60;
    const rate = (precisionAt(outcome, CHECKED_AT).mean / minutes).toFixed(4).slice(1);
    console.log(`| ${[outcome.policy, ...cells, gain, coverage, minutes.toFixed(1), rate].join(' | ')} |`);
  }
  const half = precisionAt(ours, CHECKED_AT).half.toFixed(3);
  const saved = answersSaved(ours, baseline, 72);
  const [worstRr, worstUniform] = [worstDifference(ours, baseline), worstDifference(ours, outcomes[1]!)];
  console.log(
    `\nPrecision +-${half}. Ours minus RR-match: ${SHOWN.map((c) => `${c}: ${signed(paired(ours, c, baseline))}`).join(', ')}.`,
  );
  console.log(
    `Ours minus RR-match with our model at ${CHECKED_AT}: ${signed(paired(ours, CHECKED_AT, outcomes[2]!))}; minus the straddle rule: ${signed(paired(ours, CHECKED_AT, outcomes[4]!))}.`,
  );
  const before = outcomes[outcomes.length - 2]!;
  console.log(
    `Ours minus the policy of 0.1.0 at ${CHECKED_AT}: ${signed(paired(ours, CHECKED_AT, before))} at equal answers, ${signed(perMinute(ours, before, CHECKED_AT), 4)} per minute.`,
  );
  console.log(
    `Answers saved against RR-match after 72: ${percent(saved.mean)}, at least ${percent(saved.low)}.`,
  );
  console.log(
    `Worst from 24 on: ${signed(worstRr.difference)} to RR-match (at ${worstRr.count}), ${signed(worstUniform.difference)} to uniform random (at ${worstUniform.count}).`,
  );
  console.log(
    `Stated chance -> observed: ${calibration(ours)
      .map((r) => `${r.stated.toFixed(2)} -> ${r.observed.toFixed(2)} (${r.cases})`)
      .join(', ')}.`,
  );
  console.log(
    `Naming the three highest stated chances instead of the three lowest estimates: ${estimate(ours.precisionByChance).mean.toFixed(3).slice(1)} at ${CHECKED_AT}.`,
  );
  console.log(
    `Would stop early: ${percent(ours.settled.byChecked)} of sittings by ${CHECKED_AT} answers, ${percent(ours.settled.byEnd)} by 72.\n`,
  );
}

function signed({ mean, half }: Estimate, digits = 3): string {
  return `${mean >= 0 ? '+' : '-'}${Math.abs(mean).toFixed(digits).slice(1)} +-${half.toFixed(digits).slice(1)}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

main(process.argv.slice(2));
