// Pieces of the HTML report: tables, figures with their tables, the study list.

import { html, type Markup, safeHref } from '../text/html.js';
import { type Chart, renderChart } from './chart-svg.js';
import type { MissedQuestion } from './summary-shape.js';
import { answeredWords, missWords } from './words.js';

type Cell = string | Markup;

export interface Column {
  title: string;
  /** Figures stand at the right. */
  number?: boolean;
}

/** A table that scrolls by itself where it is too wide; nothing without rows. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): Markup {
  if (rows.length === 0) return html``;
  const head = columns.map(({ title, number }) =>
    number ? html`<th scope="col" class="number">${title}</th>` : html`<th scope="col">${title}</th>`,
  );
  const body = rows.map(
    (
      row,
    ) => html`<tr>${row.map((cell, index) => (columns[index]?.number ? html`<td class="number">${cell}</td>` : html`<td>${cell}</td>`))}</tr>
`,
  );
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table>
<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody>
</table></div>
`;
}

/** A chart with its figures as a table below it; nothing without a chart. */
export function figure(chart: Chart | undefined, figures: Markup | null): Markup {
  if (chart === undefined) return html``;
  const alternative =
    figures === null
      ? null
      : html`<details><summary>${chart.title}: the figures</summary>${figures}</details>`;
  return html`<figure>
<figcaption>${chart.title}</figcaption>
${renderChart(chart)}
${alternative}
</figure>
`;
}

/** A section; nothing where its body is empty. */
export function htmlSection(title: string, body: readonly Markup[]): Markup {
  const text = body.map((part) => part.text).join('');
  return text.trim() === ''
    ? html``
    : html`<section>
<h2>${title}</h2>
${body}</section>
`;
}

/** Paragraphs of those texts that say something. */
export function paragraphs(...texts: readonly (string | null)[]): Markup {
  return html`${texts.map((text) =>
    text
      ? html`<p>${text}</p>
`
      : null,
  )}`;
}

/** One missed question: what was answered, what is right, why, where to read. */
export function studyItem(missed: MissedQuestion): Markup {
  const row = (name: string, text: Cell, kind: 'good' | 'bad' | null = null) =>
    kind === null
      ? html`<dt>${name}</dt><dd>${text}</dd>`
      : html`<dt>${name}</dt><dd class="${kind}">${text}</dd>`;
  const sources = missed.sources.map(({ title, url }) => row('Source', link(title, url)));
  return html`<li>
<p class="question">${missed.question}</p>
<dl>${row('Answered', answeredWords(missed), 'bad')}${row('Right', missed.right, 'good')}${missed.why ? row('Why', missed.why) : null}${missed.explanation ? row(missed.why ? 'More' : 'Why', missed.explanation) : null}${sources}${row('Asked', html`${missed.topicTitle}, ${missed.level}; ${missWords(missed)} <code>${missed.show}</code>`)}</dl>
</li>
`;
}

function link(title: string, url: string): Markup {
  const href = safeHref(url);
  return href === undefined ? html`${title}` : html`<a href="${href}" rel="noreferrer">${title}</a>`;
}
