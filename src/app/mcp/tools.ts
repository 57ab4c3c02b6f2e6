// The tools of the assistant's door, a row each: what it is for, what it takes, whether it writes, what it does.

import { PERSONAS } from '../../history/records.js';
import type { Heard } from '../../players/assistant/seat.js';
import { MAX_FILE_BYTES } from '../../question/file-limit.js';
import { LEVELS, QUESTION_TYPES } from '../../question/vocabulary.js';
import { statsData } from '../../report/render-stats.js';
import type { Options } from '../options.js';
import type { World } from '../world.js';
import { figuresOf, planFor, weakTopics } from './figures.js';
import type { LedSittings } from './led-sittings.js';
import { type OwnProposals, proposalsFolder, proposeQuestion } from './propose-question.js';
import { LED_MODES, startLedSitting } from './start-led-sitting.js';
import { type ArgumentRows, type ArgumentsOf, decodeArguments } from './tool-arguments.js';

/** What one connection works with. */
export interface Connection {
  world: World;
  options: Options;
  led: LedSittings;
  own: OwnProposals;
}

/** What a tool says: something, or why it did nothing. */
export type Said = object | { refused: string };

export interface Tool {
  name: string;
  about: string;
  rows: ArgumentRows;
  /** Something is kept; left out in read-only mode. */
  writes: boolean;
  call(connection: Connection, given: unknown): Promise<Said>;
}

function tool<Rows extends ArgumentRows>(
  name: string,
  about: string,
  writes: boolean,
  rows: Rows,
  run: (connection: Connection, values: ArgumentsOf<Rows>) => Promise<Said>,
): Tool {
  return {
    name,
    about,
    rows,
    writes,
    async call(connection, given) {
      const decoded = decodeArguments(rows, given);
      return 'refused' in decoded ? decoded : run(connection, decoded.values);
    },
  };
}

const ASKED_TYPES = QUESTION_TYPES.filter((type) => type !== 'lab');
const MOST_QUESTIONS = 100;
const MOST_RESPONSE = 60_000;

const TOPIC = { kind: 'texts', about: 'topics to keep to; the names are in api-quiz://topics' } as const;

export const TOOLS: readonly Tool[] = [
  tool(
    'start',
    "Begins a sitting and asks its first question. The one before is left and can be resumed. Say each question to the learner as it is, and wait for the learner's own answer.",
    true,
    {
      mode: {
        kind: 'text',
        about:
          'practice: what helps most; drill: chosen topics, misses come back; interview: open questions with follow-ups; resume: goes on with the last one',
        values: LED_MODES,
        required: true,
      },
      topic: TOPIC,
      level: { kind: 'texts', about: 'levels to keep to', values: LEVELS },
      type: { kind: 'texts', about: 'types of question to keep to', values: ASKED_TYPES },
      count: { kind: 'whole', about: 'how many questions', most: MOST_QUESTIONS },
      questions: { kind: 'texts', about: 'ids of questions, asked exactly so' },
      weak: { kind: 'truth', about: 'drill: the topics the learner is weakest in' },
      missed: { kind: 'truth', about: 'drill: what was missed when it was last asked' },
      persona: { kind: 'text', about: 'interview: how the interviewer speaks', values: PERSONAS },
    },
    async ({ world, options, led }, { mode, questions = [], ...chosen }) => {
      const known = LED_MODES.find((name) => name === mode) ?? 'practice';
      const persona = PERSONAS.find((name) => name === chosen.persona);
      const asked: Options = { ...options, ...chosen, persona };
      const { header, turn } = await led.begin((player) =>
        startLedSitting(world, { mode: known, options: asked, named: questions }, player),
      );
      const { id, plan } = header;
      return { sitting: { id, mode: header.mode, questions: plan.length }, ...said({ turn }) };
    },
  ),
  tool(
    'next',
    'After a verdict: asks the next question, or tells how the sitting ended. While a question is open: tells it again. With leave: ends the sitting, to be resumed later.',
    true,
    { leave: { kind: 'truth', about: 'leave the sitting; every answer is kept' } },
    async ({ led }, { leave }) => {
      if (leave === true) {
        await led.leave();
        return { event: 'left', resume: 'start with mode resume, or in a terminal: api-quiz resume' };
      }
      const turn = await led.look();
      if (turn?.event === 'question' || turn?.event === 'closing') return said({ turn });
      return said(await led.act({ action: 'next' }));
    },
  ),
  tool(
    'answer',
    "Hands in the learner's own answer, never yours. Its form stands in responseForm of the question. A verdict comes back; of an open question first a follow-up or what is to be marked.",
    true,
    {
      response: { kind: 'anything', about: 'what the learner answered, in the form the question asks for' },
      dontKnow: { kind: 'truth', about: 'the learner does not know; counts as not answered' },
      confidence: {
        kind: 'text',
        about: 'how sure the learner says to be',
        values: ['guess', 'likely', 'sure'],
      },
    },
    async ({ led }, { response, dontKnow, confidence }) => {
      if (dontKnow === true) return said(await led.act({ action: 'skip' }));
      if (response === undefined)
        return {
          refused: 'Say what the learner answered as response, or that they do not know as dontKnow.',
        };
      if (JSON.stringify(response).length > MOST_RESPONSE)
        return { refused: `The response is longer than ${MOST_RESPONSE} characters.` };
      return said(await led.act({ action: 'answer', response, confidence }));
    },
  ),
  tool(
    'hint',
    'Tells the hint of the open question; it costs a third of the credit.',
    true,
    {},
    async ({ led }) => said(await led.act({ action: 'hint' })),
  ),
  tool(
    'mark',
    "Marks the open answer that was just handed in, by the ids of its rubric: judge what the learner said, not what they could have meant. What is left out stays as found by api-quiz. The mark is kept as an assistant's.",
    true,
    {
      met: { kind: 'texts', about: 'ids of the points that were said' },
      half: { kind: 'texts', about: 'ids of the points that were half said' },
      flags: { kind: 'texts', about: 'ids of the red flags that were said' },
    },
    async ({ led }, { met, half, flags }) => said(await led.act({ action: 'mark', met, half, flags })),
  ),
  tool(
    'stats',
    'What all answers say: mastery by topic with 80 % intervals, readiness, days, time, reviews.',
    false,
    { topic: TOPIC },
    async ({ world, options }, { topic }) =>
      statsData(await figuresOf(world, { options: { ...options, topic } })),
  ),
  tool(
    'weak_topics',
    'The topics likeliest to be weak, with how sure that is; "enough: false" means that nothing can be said yet.',
    false,
    { count: { kind: 'whole', about: 'how many topics', most: MOST_QUESTIONS } },
    async ({ world, options }, { count }) => weakTopics(await figuresOf(world, { options }), count ?? 5),
  ),
  tool(
    'plan',
    'What to do each day until the interview, and what that changes.',
    false,
    {
      date: {
        kind: 'text',
        about: 'the day of the interview, YYYY-MM-DD; that of the settings when left out',
      },
      minutes: { kind: 'whole', about: 'minutes a day', most: 600 },
    },
    async ({ world, options }, { date, minutes }) => planFor(world, options, date, minutes),
  ),
  tool(
    'propose_question',
    'Writes a question as a draft file for a person to look at, and tells what lint finds in it. Mend it with replace until lint is content. The format: api-quiz help new, docs/question-format.md.',
    true,
    {
      id: { kind: 'text', about: 'lower-case words joined by hyphens', required: true, most: 80 },
      file: {
        kind: 'text',
        about: 'the whole Markdown file: front matter, stem, sections',
        required: true,
        most: MAX_FILE_BYTES,
      },
      replace: { kind: 'truth', about: 'over your own proposal of this session' },
    },
    async ({ world, options, own }, { id = '', file = '', replace = false }) =>
      proposeQuestion(world, proposalsFolder(world, options.into), { id, file, replace }, own),
  ),
];

/** The event and what it says, as one object. */
function said(heard: Heard): Said {
  if ('refused' in heard) return heard;
  if ('told' in heard) return heard.told;
  const { event, body } = heard.turn;
  return { event, ...body, now: NOW_DO[event] };
}

const NOW_DO = {
  question: 'Say it to the learner, wait, then call answer.',
  marking: 'Judge the answer point by point, then call mark.',
  verdict: 'Tell the learner, then call next.',
  closing: 'The sitting is over.',
} as const;
