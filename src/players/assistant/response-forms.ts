// How an answer to each type of question is handed in by an assistant, in a sentence.

import type { QuestionType } from '../../question/vocabulary.js';

/** What `response` has to be. Labs are not asked here: they want a terminal of the learner's own. */
export const RESPONSE_FORMS: Readonly<Record<Exclude<QuestionType, 'lab'>, string>> = {
  'single-choice': 'the id of one option',
  'multiple-choice': 'a list of ids of options',
  'true-false': 'true or false',
  'short-answer': 'the words, as text',
  numeric: 'the figure, as text or number',
  ordering: 'a list of all ids of options, in order',
  matching: 'an object: the id of each left side to the id of a right side',
  open: "the whole answer in the learner's own words, as text",
  request: 'the request as one curl command or as an HTTP message, as text',
  spot: 'a list of the numbers of the flawed lines, counted from 1',
  cloze: 'an object: the id of each blank to what belongs there, as text',
};
