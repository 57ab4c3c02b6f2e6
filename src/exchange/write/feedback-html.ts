// The texts around a question as one piece of HTML, for formats with one feedback for all.

import { linkToHtml, markdownToHtml } from '../../look/markdown-html.js';
import type { Question } from '../../question/question.js';
import { escapeHtml } from '../../text/html.js';
import { feedbackTexts } from './outgoing.js';

/** Text by text: the pack's own need no parser then. Empty where there is none. */
export function feedbackHtml(question: Question): string {
  const sources = question.sources.map(
    ({ title, url }) => `<li><p>${linkToHtml(url, escapeHtml(title))}</p></li>`,
  );
  const list = sources.length === 0 ? '' : `<ul>${sources.join('')}</ul>`;
  return `${feedbackTexts(question).map(markdownToHtml).join('')}${list}`;
}
