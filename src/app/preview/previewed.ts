// A question as its author looks at it: shown in the order of the file, answered right, by nobody.

import { MODE_RULES } from '../../history/modes.js';
import type { Answer } from '../../history/records.js';
import type { Question } from '../../question/question.js';
import { gradeOf, guessOf, rightResponseOf, shuffledOf } from '../../question/type-rules.js';
import { LEVEL_WEIGHT } from '../../question/vocabulary.js';
import type { AskView, Verdict } from '../../session/player.js';

/** As the only question of a practice. */
export function previewView(question: Question, pack: string, topicTitle: string): AskView {
  return {
    question,
    item: `${pack}/${question.id}`,
    entry: 0,
    place: 1,
    of: 1,
    topicTitle,
    mode: MODE_RULES.practice,
    order: shuffledOf(question),
    round: 0,
    limitMs: question.seconds * 1000,
    limitCuts: true,
    hinted: false,
    spoken: false,
    marked: false,
    previous: null,
    draft: null,
    mayTakeBack: false,
  };
}

/** The verdict on a fully right answer given at once. */
export function previewVerdict(view: AskView): Verdict {
  const { question } = view;
  const response = rightResponseOf(question);
  const grade = gradeOf(question, response);
  const maxPoints = LEVEL_WEIGHT[question.level];
  const answer: Answer = {
    id: 'preview',
    item: view.item,
    contentHash: '',
    keyHash: '',
    topic: question.topic,
    concept: question.concepts[0] ?? question.topic,
    level: question.level,
    type: question.type,
    order: [...view.order],
    round: 0,
    outcome: 'answered',
    response,
    credit: grade.credit,
    guess: guessOf(question),
    hinted: false,
    confidence: null,
    elapsedMs: 0,
    visits: [],
    at: 0,
  };
  return {
    view,
    answer,
    grade,
    points: grade.credit * maxPoints,
    maxPoints,
    remark: null,
    returns: false,
    mayOverride: false,
    mayEdit: false,
    overridden: false,
    handedIn: false,
    leechMisses: null,
    standing: [],
  };
}
