// The texts around a question as HTML: each by itself, titles and addresses of sources as they are.

import { expect, test } from 'vitest';
import { feedbackHtml } from '../../../src/exchange/write/feedback-html.js';
import { open, trueFalse } from '../../support/questions.js';

const SOURCE = '<li><p><a href="https://example.org/spec#2">A specification, section 2</a></p></li>';

test('a list at the end of an explanation and the sources are two lists', () => {
  expect(feedbackHtml(trueFalse(true, { explanation: 'It holds:\n\n- here\n- there' }))).toBe(
    `<p>It holds:</p><ul><li><p>here</p></li><li><p>there</p></li></ul><ul>${SOURCE}</ul>`,
  );
});

test('a title is no Markdown, and an address that leads elsewhere is no link', () => {
  const sources = [
    { title: '`a` *b* <i>', url: 'https://e.example/_a_' },
    { title: 'Else', url: 'javascript:alert(1)' },
  ];
  expect(feedbackHtml(trueFalse(true, { explanation: '', sources }))).toBe(
    '<ul><li><p><a href="https://e.example/_a_">`a` *b* &lt;i&gt;</a></p></li><li><p>Else</p></li></ul>',
  );
});

test('an open question has its model answer and rubric before the explanation, and its follow-up behind', () => {
  const html = feedbackHtml(open({ followUp: 'And then?' }));
  expect(html.indexOf('<strong>Model answer.</strong>')).toBe('<p>'.length);
  const order = ['<li><p>(', '<strong>Follow-up.</strong> And then?', SOURCE].map((part) =>
    html.indexOf(part),
  );
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order[0]).toBeGreaterThan(0);
});
