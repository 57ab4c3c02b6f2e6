// Histories to report on: a small bank, one fixed learner, and the edges (nobody, one answer, all right, hostile texts).

import { respond } from '../../bench/report/seeded-history.js';
import { indexQuestion } from '../../src/bank/entry.js';
import type { RememberedAnswer } from '../../src/history/remembered-answer.js';
import { randomStream } from '../../src/learner/random.js';
import { contentHash, keyHash } from '../../src/question/identity.js';
import type { Question } from '../../src/question/question.js';
import type { QuestionResponse } from '../../src/question/response.js';
import { gradeOf } from '../../src/question/type-rules.js';
import { NO_FILTERS, type Source } from '../../src/report/source.js';
import {
  matching,
  multipleChoice,
  numeric,
  open,
  ordering,
  shortAnswer,
  singleChoice,
  trueFalse,
} from '../support/questions.js';

/** A Friday evening. */
export const NOW = Date.UTC(2026, 10, 20, 20);
const DAY_MS = 86_400_000;
/** UTC, whatever the machine that tests says. */
export const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

const TOPICS = [
  { slug: 'rate-limiting', title: 'Rate limiting', skill: -1.4 },
  { slug: 'authentication', title: 'Authentication', skill: 1.2 },
  { slug: 'graphql', title: 'GraphQL', skill: 0 },
  { slug: 'reliability-patterns', title: 'Reliability patterns', skill: 0.3 },
  { slug: 'grpc', title: 'gRPC', skill: -0.2 },
  { slug: 'http-semantics', title: 'HTTP semantics', skill: 2 },
].map((topic) => ({ ...topic, concepts: [{ slug: `${topic.slug}-basics`, title: 'Basics' }] }));

const LEVELS = ['foundation', 'intermediate', 'advanced'] as const;

function makeQuestions(): Question[] {
  return TOPICS.flatMap(({ slug, title }) =>
    [singleChoice, multipleChoice, trueFalse, shortAnswer, numeric, ordering, matching, open].flatMap(
      (make, index) =>
        [1, 2].map((copy): Question => {
          const number = index * 2 + copy;
          return {
            ...(make as () => Question)(),
            id: `${slug}-${number}`,
            topic: slug,
            concepts: [`${slug}-basics`],
            level: LEVELS[number % 3] as (typeof LEVELS)[number],
            stem: `${title}, question ${number}: what should the client do?`,
            explanation: `Explanation of ${slug} ${number}.`,
            sources: [
              {
                title: `Specification of ${title}, section ${number}`,
                url: `https://example.org/${slug}#${number}`,
              },
            ],
          };
        }),
    ),
  );
}

/** A source over these questions; the learner's answers come from `answers`. */
export function sourceWith(
  questions: readonly Question[],
  answers: readonly RememberedAnswer[],
  change: Partial<Source> = {},
): Source {
  const byKey = new Map(questions.map((question) => [`core/${question.id}`, question]));
  return {
    answers,
    flags: [],
    bank: {
      topics: TOPICS,
      entries: questions.map((question) =>
        indexQuestion(question, 'core', `${question.topic}/${question.id}.md`),
      ),
    },
    filters: NO_FILTERS,
    now: NOW,
    questionOf: ({ item }) => byKey.get(item),
    dayOf,
    lastReport: null,
    interview: null,
    minutesPerDay: 20,
    program: 'api-quiz 1.2.3',
    ...change,
  };
}

interface Given {
  response: QuestionResponse | null;
  at: number;
  change?: Partial<RememberedAnswer>;
}

/** One remembered answer to a question, graded by its own rules. */
export function answerTo(question: Question, { response, at, change = {} }: Given): RememberedAnswer {
  const entry = indexQuestion(question, 'core', '');
  const credit = response === null ? 0 : gradeOf(question, response).credit;
  return {
    id: `${question.id}@${at}`,
    item: entry.key,
    contentHash: contentHash(question),
    keyHash: keyHash(question),
    topic: question.topic,
    concept: question.concepts[0] as string,
    level: question.level,
    type: question.type,
    order: [],
    round: 0,
    markedBy: question.type === 'open' ? 'self' : 'key',
    outcome: response === null ? 'skipped' : 'answered',
    response,
    credit,
    guess: entry.guess,
    hinted: false,
    confidence: null,
    elapsedMs: 30_000,
    visits: [{ shownAt: at - 30_000, leftAt: at }],
    at,
    sitting: `sitting-${dayOf(at)}`,
    mode: 'practice',
    entry: 0,
    effectiveCredit: credit,
    effectiveKeyHash: keyHash(question),
    overridden: false,
    regraded: false,
    easy: false,
    superseded: false,
    takenBack: false,
    ...change,
  };
}

/** Five weeks of practice, three sittings a week: some of everything a report tells. */
export function fixedSource(change: Partial<Source> = {}): Source {
  const questions = makeQuestions();
  const random = randomStream(20261120);
  const answers: RememberedAnswer[] = [];
  for (let sitting = 0; sitting < 15; sitting++) {
    const start = NOW - (35 - sitting * 2.4) * DAY_MS;
    for (let number = 0; number < 8; number++) {
      const question = questions[Math.floor(random() * questions.length)] as Question;
      const { skill } = TOPICS.find(({ slug }) => slug === question.topic) as (typeof TOPICS)[number];
      const knows = random() < 1 / (1 + Math.exp(-skill));
      const confidence = random() < 0.6 ? (knows ? 'sure' : 'likely') : null;
      const elapsedMs = 12_000 + Math.floor(random() * 60) * 1000;
      const response = random() < 0.06 ? null : respond(question, knows, random);
      answers.push(
        answerTo(question, {
          response,
          at: start + number * 90_000,
          change: { confidence: response === null ? null : confidence, elapsedMs, entry: number },
        }),
      );
    }
  }
  const overridden = answers.findIndex(
    ({ type, credit, outcome }) => type === 'short-answer' && credit === 0 && outcome === 'answered',
  );
  answers[overridden] = {
    ...(answers[overridden] as RememberedAnswer),
    effectiveCredit: 1,
    overridden: true,
  };
  const flag = {
    item: 'core/graphql-3',
    contentHash: '0'.repeat(16),
    note: 'Is this still true?',
    at: NOW - DAY_MS,
  };
  return sourceWith(questions, answers, { flags: [flag], interview: Date.UTC(2026, 11, 15), ...change });
}

/** Nothing answered yet. */
export const emptySource = (): Source => sourceWith(makeQuestions(), []);

/** One wrong answer. */
export function oneAnswerSource(): Source {
  const questions = makeQuestions();
  return sourceWith(questions, [
    answerTo(questions[0] as Question, { response: 'wrong-1', at: NOW - 3_600_000 }),
  ]);
}

/** Every question answered right once. */
export function allRightSource(): Source {
  const questions = makeQuestions();
  const random = randomStream(1);
  return sourceWith(
    questions,
    questions.map((question, index) =>
      answerTo(question, {
        response: respond(question, true, random),
        at: NOW - (questions.length - index) * 3_600_000,
      }),
    ),
  );
}

/** What a pack, a typed answer or a flag may hold of bad will. */
export const HOSTILE = {
  script: '<script>alert(1)</script>',
  image: '"><img src=x onerror=alert(2)>',
  formula: '=HYPERLINK("http://evil.example","click")',
  escape: '\u001b[31mred\u001b[0m\u001b]0;title\u0007',
  bidi: 'safe\u202egnp.exe',
  markdown: '[click](javascript:alert(3)) | **bold** `code` ![x](http://evil.example/x.png)',
} as const;

/** Every text that can be foreign is hostile. */
export function hostileSource(): Source {
  const bad = Object.values(HOSTILE).join(' ');
  const question = {
    ...singleChoice(),
    id: 'hostile',
    topic: 'graphql',
    concepts: ['graphql-basics'],
    stem: `${HOSTILE.formula} ${bad}`,
    explanation: bad,
    choices: [
      { id: 'right', text: `@SUM(1) ${bad}`, correct: true, why: bad },
      { id: 'wrong-1', text: `-1+1 ${bad}`, why: `${HOSTILE.image} why` },
    ],
    sources: [
      { title: `${HOSTILE.image} source`, url: 'javascript:alert(4)' },
      { title: bad, url: 'https://example.org/"onmouseover="alert(5)' },
    ],
  };
  const typed = { ...shortAnswer(), id: 'typed', topic: 'graphql', concepts: ['graphql-basics'] };
  const source = sourceWith(
    [question, typed],
    [
      answerTo(question, { response: 'wrong-1', at: NOW - 2_000_000 }),
      answerTo(typed, { response: `=cmd|' /C calc'!A0 ;=1+1 ${bad}`, at: NOW - 1_000_000 }),
    ],
    { flags: [{ item: 'core/hostile', contentHash: '0'.repeat(16), note: bad, at: NOW }] },
  );
  const topics = source.bank.topics.map((topic) =>
    topic.slug === 'graphql' ? { ...topic, title: `GraphQL ${bad}` } : topic,
  );
  return { ...source, bank: { ...source.bank, topics } };
}
