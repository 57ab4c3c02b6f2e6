// Questions as a person would be shown them, for tests of screens and keys: one factory for views, one for answers.

import { MODE_RULES } from '../../src/history/modes.js';
import type { Answer } from '../../src/history/records.js';
import { makeTheme, type Theme } from '../../src/look/theme.js';
import type { Question } from '../../src/question/question.js';
import { gradeOf, shuffledOf } from '../../src/question/type-rules.js';
import { LEVEL_WEIGHT } from '../../src/question/vocabulary.js';
import type { AskView, Verdict } from '../../src/session/player.js';

/** Without colours. */
export const PLAIN: Theme = makeTheme({ level: 0, ascii: false, light: false });
export const ASCII: Theme = makeTheme({ level: 0, ascii: true, light: false });

/** The third of ten questions of a practice, one minute for it, shown in the order it was written in. */
export function viewOf(question: Question, change: Partial<AskView> = {}): AskView {
  return {
    question,
    item: `core/${question.id}`,
    entry: 2,
    place: 3,
    of: 10,
    topicTitle: 'Reliability patterns',
    mode: MODE_RULES.practice,
    order: shuffledOf(question),
    round: 0,
    limitMs: 60_000,
    limitCuts: true,
    hinted: false,
    spoken: false,
    marked: false,
    previous: null,
    draft: null,
    mayTakeBack: false,
    ...change,
  };
}

/** The verdict on a response, given after 18 seconds; null: skipped. */
export function verdictOn(
  view: AskView,
  response: Answer['response'],
  change: Partial<Verdict> = {},
): Verdict {
  const { question } = view;
  const grade = response === null ? null : gradeOf(question, response);
  const credit = grade?.credit ?? 0;
  const answer: Answer = {
    id: 'segment#2@18000',
    item: view.item,
    contentHash: 'c',
    keyHash: 'k',
    topic: question.topic,
    concept: question.concepts[0] as string,
    level: question.level,
    type: question.type,
    order: [...view.order],
    round: view.round,
    outcome: response === null ? 'skipped' : 'answered',
    response,
    credit,
    guess: 0,
    hinted: view.hinted,
    confidence: null,
    elapsedMs: 18_000,
    visits: [{ shownAt: 0, leftAt: 18_000 }],
    at: 18_000,
  };
  const maxPoints = LEVEL_WEIGHT[question.level];
  return {
    view,
    answer,
    grade,
    points: credit * maxPoints,
    maxPoints,
    remark: null,
    returns: false,
    mayOverride: false,
    mayEdit: false,
    overridden: false,
    handedIn: false,
    leechMisses: null,
    standing: [],
    ...change,
  };
}

/** Colours made readable: `<36>` for ESC [36m. */
export function readable(text: string): string {
  return text.replace(/\u001b\[(\d+)m/g, '<$1>');
}
