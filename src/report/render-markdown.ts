// The report as Markdown that reads well raw: aligned tables, no HTML, foreign text escaped.

import { escapeMarkdown as esc, markdownLink, markdownTable } from '../text/markdown-escape.js';
import { percent } from '../text/number.js';
import type { Block } from './block.js';
import type { Outline } from './outline.js';
import type { MissedQuestion } from './summary-shape.js';
import { answeredWords, evidenceWords, missWords, percentRange, weakWords } from './words.js';

/** Missed questions told; JSON has more. */
const MOST_TOLD = 30;

/** The whole page, with a final newline. */
export function drawMarkdown({ title, day, scope, sections, program }: Outline): string {
  const blocks = sections.flatMap((section) => {
    const written = section.blocks.map(blockOf).filter((block) => block !== '');
    return section.title === '' || written.length === 0 ? written : [`## ${section.title}`, ...written];
  });
  return `${[`# ${title}`, scope === '' ? day : `${day} · ${esc(scope)}`, ...blocks, `*Made by ${esc(program)}.*`].join('\n\n')}\n`;
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'text':
      return block.tone === 'loud' ? `**${esc(block.text)}**` : esc(block.text);
    case 'weak': {
      const { topic, weakest } = block;
      return [
        `${topic.rank}. **${esc(topic.title)}**: ${percent(topic.chance)} (80 % interval ${percentRange(topic.low, topic.high)}), ${weakWords(topic, weakest)}`,
        `   - ${evidenceWords(topic)}`,
        `   - \`${topic.drill}\``,
      ].join('\n');
    }
    case 'missed': {
      const told = block.missed.slice(0, MOST_TOLD);
      const more = block.all - told.length;
      return [...told.map(studyEntry), ...(more > 0 ? [`… and ${more} more.`] : [])].join('\n\n');
    }
    case 'table': {
      const figures = block.columns.flatMap(({ number }, index) => (number ? [index] : []));
      const titles = block.columns.map(({ title }) => title);
      return markdownTable(
        titles,
        block.rows.map((row) => row.map(esc)),
        figures,
      ).join('\n');
    }
    case 'list':
      return block.items.map((item) => `- ${esc(item)}`).join('\n');
    case 'command':
      return `\`${block.command}\``;
    case 'chart':
      return '';
  }
}

function studyEntry(missed: MissedQuestion, index: number): string {
  const why = missed.why ?? missed.explanation;
  return [
    `${index + 1}. **${esc(missed.question)}**`,
    `   - Answered: ${esc(answeredWords(missed))}`,
    `   - Right: ${esc(missed.right)}`,
    ...(why === '' ? [] : [`   - Why: ${esc(why)}`]),
    ...missed.sources.map(({ title, url }) => `   - Source: ${markdownLink(title, url)}`),
    `   - ${esc(missed.topicTitle)}, ${missed.level}, ${missWords(missed)}: \`${missed.show.replaceAll('`', '')}\``,
  ].join('\n');
}
