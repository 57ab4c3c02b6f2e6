// Which input asks which question type; a type without one does not compile.

import type { QuestionType } from '../../../question/vocabulary.js';
import type { AskView } from '../../../session/player.js';
import { clozeDrawing } from './cloze-drawing.js';
import { clozeKeys } from './cloze-keys.js';
import type { Input, InputDrawing, InputKeys } from './input.js';
import { matchDrawing } from './match-drawing.js';
import { matchKeys } from './match-keys.js';
import { orderKeys } from './order-keys.js';
import { orderDrawing, pickOneDrawing, pickSeveralDrawing } from './pick-drawing.js';
import { pickOneKeys } from './pick-one-keys.js';
import { pickSeveralKeys } from './pick-several-keys.js';
import { requestKeys } from './request-keys.js';
import { spokenDrawing } from './spoken-drawing.js';
import { spokenKeys } from './spoken-keys.js';
import { spotDrawing } from './spot-drawing.js';
import { spotKeys } from './spot-keys.js';
import { lineDrawing, linesDrawing, requestDrawing } from './text-drawing.js';
import { lineKeys, linesKeys } from './text-keys.js';

function input<State>(
  keys: InputKeys<State>,
  drawing: InputDrawing<State>,
  typing: Input['typing'] = 'none',
): Input {
  return { keys: keys as InputKeys<unknown>, drawing: drawing as InputDrawing<unknown>, typing };
}

const INPUTS = {
  'single-choice': input(pickOneKeys, pickOneDrawing),
  'true-false': input(pickOneKeys, pickOneDrawing),
  'multiple-choice': input(pickSeveralKeys, pickSeveralDrawing),
  ordering: input(orderKeys, orderDrawing),
  matching: input(matchKeys, matchDrawing),
  'short-answer': input(lineKeys, lineDrawing, 'line'),
  numeric: input(lineKeys, lineDrawing, 'line'),
  request: input(requestKeys, requestDrawing, 'lines'),
  spot: input(spotKeys, spotDrawing),
  cloze: input(clozeKeys, clozeDrawing, 'line'),
  open: input(linesKeys, linesDrawing, 'lines'),
} satisfies Record<Exclude<QuestionType, 'lab'>, Input>;

const SPOKEN = input(spokenKeys, spokenDrawing);

/** The input that a question is filled in on. */
export function inputFor({ question, spoken }: AskView): Input {
  // A lab is a prompt of its own; drawn as a question it has nothing to fill in.
  return spoken || question.type === 'lab' ? SPOKEN : INPUTS[question.type];
}
