// A simulated learner with a true memory: FSRS-like forgetting whose parameters the scheduler does not know.
import type { BankEntry } from '../../src/bank/entry.js';
import { DAY_MS } from '../../src/learner/attempt.js';
import { normalStream, type RandomNumbers, randomStream } from '../../src/learner/random.js';
import type { Level } from '../../src/question/vocabulary.js';

/** What the simulation assumes; printed with the table. */
export const ASSUMPTIONS = {
  topics: 22,
  itemsPerTopic: 24,
  itemsPerConcept: 3,
  days: 30,
  minutesPerDay: 20,
  secondsPerReview: 45,
  secondsPerNew: 90,
  /** Ability: learner mean N(0, 0.7), topic offsets N(0, 0.8); items at -1/0/+1 with noise 0.5 (logits). */
  meanSd: 0.7,
  spread: 0.8,
  noise: 0.5,
  guess: 0.25,
  slip: 0.03,
  /** True stabilities are FSRS-6's times a lognormal factor per learner and per item. */
  learnerStabilitySd: 0.4,
  itemStabilitySd: 0.4,
  /** Exponent of the forgetting curve per learner: that of the world times a lognormal factor. */
  decaySd: 0.2,
};

/** One kind of world: how people forget, and the chance that feedback on an item teaches another one of its concept. */
export interface World {
  readonly name: string;
  readonly exponent: number;
  readonly teaching: number;
}

/** FSRS-6's default curve is flat in its tail; older fits (FSRS-4.5 and 5) had exponent .5. */
export const WORLDS: readonly World[] = [0, 0.3].flatMap((teaching) =>
  [
    { law: 'Forgetting as FSRS-6 has it (exponent .1542)', exponent: 0.1542 },
    { law: 'Forgetting steeper (exponent .5)', exponent: 0.5 },
  ].map(({ law, exponent }) => ({
    name: `${law}, items of a concept ${teaching > 0 ? `teach each other with chance ${teaching}` : 'teach each other nothing'}`,
    exponent,
    teaching,
  })),
);

const LEVELS: readonly Level[] = ['foundation', 'intermediate', 'advanced'];
const { topics, itemsPerTopic, itemsPerConcept } = ASSUMPTIONS;

/** The bank, as everyone sees it: topics named t0, t1, ... */
export const TOPICS: readonly string[] = Array.from({ length: topics }, (_, t) => `t${t}`);
export const BANK: readonly BankEntry[] = TOPICS.flatMap((topic) =>
  Array.from({ length: itemsPerTopic }, (_, i) => benchEntry(topic, i)),
);

function benchEntry(topic: string, number: number): BankEntry {
  const id = `${topic}-${number}`;
  return {
    key: `bench/${id}`,
    pack: 'bench',
    id,
    topic,
    concepts: [`${topic}-c${number % (itemsPerTopic / itemsPerConcept)}`],
    type: 'single-choice',
    level: LEVELS[number % 3]!,
    roles: [],
    tags: [],
    seconds: 60,
    guess: ASSUMPTIONS.guess,
    contentHash: '',
    keyHash: '',
    file: '',
  };
}

const SIBLINGS = new Map(
  BANK.map(({ key, concepts }) => [
    key,
    BANK.filter((other) => other.key !== key && other.concepts[0] === concepts[0]).map((other) => other.key),
  ]),
);

interface Memory {
  stability: number;
  difficulty: number;
  last: number;
}

/** The truth about one learner. */
export class SimulatedLearner {
  private readonly known = new Set<string>();
  private readonly memory = new Map<string, Memory>();
  private readonly factor = new Map<string, number>();
  private readonly decay: number;
  private readonly next: RandomNumbers;
  private readonly teaching: number;

  constructor(seed: number, { exponent, teaching }: World) {
    this.teaching = teaching;
    this.next = randomStream(seed);
    const normal = normalStream(this.next);
    const mean = normal() * ASSUMPTIONS.meanSd;
    const ability = new Map(TOPICS.map((topic) => [topic, mean + normal() * ASSUMPTIONS.spread]));
    const learnerFactor = normal() * ASSUMPTIONS.learnerStabilitySd;
    this.decay = exponent * Math.exp(normal() * ASSUMPTIONS.decaySd);
    for (const { key, topic, level } of BANK) {
      const difficulty = LEVELS.indexOf(level) - 1 + normal() * ASSUMPTIONS.noise;
      // Knowing an item before is for good: a month does not take it away.
      if (this.next() < 1 / (1 + Math.exp(difficulty - ability.get(topic)!))) this.known.add(key);
      this.factor.set(key, Math.exp(learnerFactor + normal() * ASSUMPTIONS.itemStabilitySd));
    }
  }

  /** Chance that the item would be answered right from memory or knowledge at `at` (ms), guessing aside. */
  remembers(item: string, at: number): number {
    if (this.known.has(item)) return 1 - ASSUMPTIONS.slip;
    const memory = this.memory.get(item);
    if (!memory) return 0;
    const factor = 0.9 ** (-1 / this.decay) - 1;
    return (1 + (factor * (at - memory.last)) / DAY_MS / memory.stability) ** -this.decay;
  }

  /** Answers the item, reads the feedback, and remembers accordingly. Returns the credit, 0 or 1. */
  answer(item: string, at: number): number {
    const recall = this.remembers(item, at);
    const recalled = this.next() < recall;
    const credit = recalled || this.next() < ASSUMPTIONS.guess ? 1 : 0;
    this.learn(item, recalled, recall, at);
    if (this.teaching > 0) for (const sibling of SIBLINGS.get(item)!) this.hear(sibling, at);
    return credit;
  }

  /** Share of the bank remembered at `at` (ms). */
  share(at: number): number {
    return BANK.reduce((sum, { key }) => sum + this.remembers(key, at), 0) / BANK.length;
  }

  /** Feedback on another item of its concept: with this world's chance as good as a miss of this one, or as reading it again. */
  private hear(item: string, at: number): void {
    if (this.next() >= this.teaching || this.known.has(item)) return;
    const memory = this.memory.get(item);
    if (memory) memory.last = at;
    else this.memory.set(item, { stability: this.factor.get(item)!, difficulty: 6.4, last: at });
  }

  /** FSRS-6's update formulas with its default weights, stabilities scaled; a lucky guess teaches like a miss. */
  private learn(item: string, recalled: boolean, recall: number, at: number): void {
    const scale = this.factor.get(item)!;
    const memory = this.memory.get(item);
    if (!memory) {
      this.memory.set(item, {
        stability: scale * (recalled ? 2.3065 : 1),
        difficulty: recalled ? 2.1 : 6.4,
        last: at,
      });
      return;
    }
    const { stability: s, difficulty: d } = memory;
    const sameDay = Math.floor(at / DAY_MS) === Math.floor(memory.last / DAY_MS);
    if (recalled) {
      const gain = Math.exp(1.8722) * (11 - d) * s ** -0.1666 * (Math.exp(0.796 * (1 - recall)) - 1);
      memory.stability = sameDay ? s : s * (1 + scale * gain);
    } else {
      memory.stability = Math.min(
        s,
        1.4835 * d ** -0.0614 * ((s + 1) ** 0.2629 - 1) * Math.exp(1.6483 * (1 - recall)),
      );
      memory.difficulty = Math.min(10, d + (6.0388 * (10 - d)) / 9);
    }
    memory.last = at;
  }
}
