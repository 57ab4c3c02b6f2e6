// Questions as Anki's text import: headers, three or four columns, HTML in the fields. Importing again updates.

import { markdownToHtml, markdownToInlineHtml } from '../../look/markdown-html.js';
import type { Question } from '../../question/question.js';
import { feedbackHtml } from './feedback-html.js';
import { noForm, type Outgoing, type WriteOptions, type Written, writeEach } from './outgoing.js';

/** Front, back, tags, deck; with `noteType` the id comes first, as the first field of that note type. */
export async function writeAnki(
  questions: readonly Outgoing[],
  { noteType }: WriteOptions,
): Promise<Written> {
  const first = noteType === undefined ? 0 : 1;
  const { blocks, losses } = writeEach(questions, (outgoing) => {
    const answer = answerOf(outgoing.question);
    return answer === undefined
      ? noForm(outgoing)
      : { written: rowOf(outgoing, answer, noteType !== undefined) };
  });
  const headers = [
    '#separator:tab',
    '#html:true',
    `#notetype:${(noteType ?? 'Basic').replace(/\s+/g, ' ')}`,
    `#tags column:${first + 3}`,
    `#deck column:${first + 4}`,
    '#if matches:update current',
  ];
  return { content: `${[...headers, ...blocks].join('\n')}\n`, count: blocks.length, losses };
}

function rowOf({ key, question }: Outgoing, answer: string, withId: boolean): string {
  const hint =
    question.hint === undefined
      ? ''
      : `<details><summary>Hint</summary>${markdownToHtml(question.hint)}</details>`;
  const front = `<small>${key}</small><br>${markdownToHtml(question.stem)}${optionsOf(question)}${hint}`;
  const back = `${answer}${feedbackHtml(question)}`;
  const tags = ['api-quiz', `topic::${question.topic}`, `level::${question.level}`, ...question.tags];
  return [...(withId ? [key] : []), front, back, tags.join(' '), `api-quiz::${question.topic}`]
    .map(cell)
    .join('\t');
}

/** One line, always quoted where a quote, or a `#` at the start, would be read as something else. */
function cell(text: string): string {
  const line = text.replace(/\t/g, '  ').replace(/\n/g, '<br>');
  return /^#|"/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}

const LETTERS = 'ABCDEFGHI';

const list = (texts: readonly string[], style = 'A') =>
  `<ol type="${style}">${texts.map((text) => `<li>${markdownToInlineHtml(text)}</li>`).join('')}</ol>`;

/** Lists are shown sorted, so that their order gives nothing away. */
function optionsOf(question: Question): string {
  switch (question.type) {
    case 'single-choice':
    case 'multiple-choice':
      return list(question.choices.map(({ text }) => text));
    case 'ordering':
      return list([...question.items.map(({ text }) => text)].sort());
    case 'matching':
      return `${list(
        question.pairs.map(({ left }) => left),
        '1',
      )}${list([...question.pairs.map(({ right }) => right), ...(question.distractors ?? []).map(({ text }) => text)].sort())}`;
    case 'numeric':
      return question.unit === undefined ? '' : `<p>(${markdownToInlineHtml(question.unit)})</p>`;
    default:
      return '';
  }
}

function answerOf(question: Question): string | undefined {
  switch (question.type) {
    case 'single-choice':
    case 'multiple-choice':
      return `<ul>${question.choices
        .map(
          ({ text, correct, why }, index) =>
            `<li>${correct ? '✓' : '✗'} ${LETTERS[index]}. ${markdownToInlineHtml(text)}${why === '' ? '' : `: ${markdownToInlineHtml(why)}`}</li>`,
        )
        .join('')}</ul>`;
    case 'true-false':
      return question.answer ? '<p><b>True</b></p>' : '<p><b>False</b></p>';
    case 'short-answer':
      return `<p><b>${question.answers.map(markdownToInlineHtml).join(' / ')}</b></p>`;
    case 'numeric':
      return `<p><b>${question.answer}${question.tolerance ? ` ± ${question.tolerance}` : ''} ${markdownToInlineHtml(question.unit ?? '')}</b></p>`;
    case 'ordering':
      return list(
        question.items.map(({ text }) => text),
        '1',
      );
    case 'matching':
      return `<ul>${question.pairs.map(({ left, right }) => `<li>${markdownToInlineHtml(left)} → ${markdownToInlineHtml(right)}</li>`).join('')}</ul>`;
    case 'open':
      return '';
    case 'request':
    case 'spot':
    case 'cloze':
    case 'lab':
      return undefined;
  }
}
