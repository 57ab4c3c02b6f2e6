// Texts with several gaps in QTI 1.2 as Canvas writes them: `[name]` in the text, a response called `response_name` for each.

import type { MadeQuestion } from '../foreign-question.js';
import { htmlToText } from '../markup/html-to-markdown.js';
import type { Note } from '../notes.js';
import { childOf, childrenOf, descendantsOf, escapeXml, textIn, type XmlNode } from '../xml.js';
import { type FoundGap, gapsOf } from './gaps.js';
import { type Condition, conditionsOf } from './qti-1-scoring.js';

/** Words to type, or lists to choose from; refused where a gap has no place or no answer. */
export function readQti1Gaps(item: XmlNode, type: string, notes: Note[]): MadeQuestion {
  const presentation = childOf(item, 'presentation');
  const [text] = descendantsOf(childOf(presentation, 'material'), 'mattext');
  const raw = textIn(text);
  const html = text?.attributes.texttype === 'text/plain' ? escapeXml(raw) : raw;
  const responses = [
    ...descendantsOf(presentation, 'response_lid'),
    ...descendantsOf(presentation, 'response_str'),
  ];
  if (responses.length === 0) return { refused: { code: 'no-form', detail: type } };
  const scored = conditionsOf(item).filter(({ points }) => points > 0);
  const chosen = type === 'multiple_dropdowns_question';
  return gapsOf(
    html,
    responses.map((response) => gapOf(response, scored, chosen)),
    notes,
  );
}

function gapOf(response: XmlNode, scored: readonly Condition[], chosen: boolean): FoundGap {
  const ident = response.attributes.ident ?? '';
  const labels = new Map(
    descendantsOf(response, 'response_label').map((label) => [
      label.attributes.ident ?? '',
      htmlToText(descendantsOf(label, 'mattext').map(textIn).join(' ')),
    ]),
  );
  const told = scored.flatMap(({ equal, respondents }) =>
    equal.filter((_, index) => respondents[index] === ident),
  );
  const right = told.map((value) => labels.get(value) ?? value);
  // Of typed gaps every wording that is named is right, scored by itself or not.
  const wordings = chosen ? right : [...right, ...labels.values()];
  const name = textIn(childrenOf(childOf(response, 'material'), 'mattext')[0]).trim();
  return {
    mark: `[${name || ident.replace(/^response_/, '')}]`,
    answers: [...new Set(wordings.filter(Boolean))],
    ...(chosen ? { options: [...labels.values()] } : {}),
  };
}
