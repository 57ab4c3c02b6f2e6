// Which sheet asks which question type; a type without one does not compile.

import type { QuestionType } from '../../../question/vocabulary.js';
import type { AskView } from '../../../session/player.js';
import type { Sheet, SheetDrawing, SheetKeys } from './input.js';
import { matchDrawing } from './match-drawing.js';
import { matchKeys } from './match-keys.js';
import { orderKeys } from './order-keys.js';
import { orderDrawing, pickOneDrawing, pickSeveralDrawing } from './pick-drawing.js';
import { pickOneKeys } from './pick-one-keys.js';
import { pickSeveralKeys } from './pick-several-keys.js';
import { spokenDrawing } from './spoken-drawing.js';
import { spokenKeys } from './spoken-keys.js';
import { lineDrawing, linesDrawing } from './text-drawing.js';
import { lineKeys, linesKeys } from './text-keys.js';

function sheet<State>(
  keys: SheetKeys<State>,
  drawing: SheetDrawing<State>,
  typing: Sheet['typing'] = 'none',
): Sheet {
  return { keys: keys as SheetKeys<unknown>, drawing: drawing as SheetDrawing<unknown>, typing };
}

const SHEETS = {
  'single-choice': sheet(pickOneKeys, pickOneDrawing),
  'true-false': sheet(pickOneKeys, pickOneDrawing),
  'multiple-choice': sheet(pickSeveralKeys, pickSeveralDrawing),
  ordering: sheet(orderKeys, orderDrawing),
  matching: sheet(matchKeys, matchDrawing),
  'short-answer': sheet(lineKeys, lineDrawing, 'line'),
  numeric: sheet(lineKeys, lineDrawing, 'line'),
  open: sheet(linesKeys, linesDrawing, 'lines'),
} satisfies Record<QuestionType, Sheet>;

const SPOKEN = sheet(spokenKeys, spokenDrawing);

/** The sheet that a question is filled in on. */
export function sheetFor({ question, spoken }: AskView): Sheet {
  return spoken ? SPOKEN : SHEETS[question.type];
}
