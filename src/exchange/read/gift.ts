// GIFT, the text format of Moodle, read by gift-pegjs block by block: one mistake costs one question.

import { type GIFTQuestion, parse, type TextChoice, type TextFormat } from 'gift-pegjs';
import type {
  ForeignBody,
  ForeignFile,
  ForeignOption,
  ForeignQuestion,
  ForeignRefusal,
  ReadResult,
} from '../foreign-question.js';
import { htmlToMarkdown, htmlToText } from '../markup/html-to-markdown.js';
import { safeMarkdown, textToMarkdown } from '../markup/safe-markdown.js';
import type { Note } from '../notes.js';
import { asGrammarHasIt, cutGiftBlocks, type GiftBlock, readOrdering } from './gift-blocks.js';
import { readText } from './text-file.js';

/** The questions of a GIFT file; `$CATEGORY` becomes the topic of what follows. */
export async function readGift(file: ForeignFile): Promise<ReadResult> {
  const read = readText(file);
  if ('refused' in read) return read.refused;
  const questions: ForeignQuestion[] = [];
  const refused: ForeignRefusal[] = [];
  let topic: string | undefined;
  for (const block of cutGiftBlocks(read.text)) {
    const items = parseBlock(block);
    if ('refused' in items) refused.push(items.refused);
    else
      for (const item of items) {
        if (item.type === 'Category') topic = item.title.split('/').pop();
        else if (item.type === 'Description')
          refused.push({
            line: block.line,
            ...nameOf(item),
            note: { code: 'not-a-question', detail: 'a description' },
          });
        else {
          const foreign = toForeign(item, block, topic);
          if ('refused' in foreign)
            refused.push({ line: block.line, ...nameOf(item), note: foreign.refused });
          else questions.push(foreign);
        }
      }
  }
  return { questions, refused };
}

const nameOf = ({ title }: GIFTQuestion) => (title === null ? {} : { name: title });

function parseBlock(block: GiftBlock): GIFTQuestion[] | { refused: ForeignRefusal } {
  try {
    return parse(asGrammarHasIt(block.text));
  } catch (error) {
    const forgiving = forgive(block.text);
    if (forgiving !== block.text) {
      try {
        return parse(forgiving);
      } catch {
        // The first message is about the text as it is written.
      }
    }
    const { message, location } = error as { message: string; location?: { start: { line: number } } };
    const line = block.lines[(location?.start.line ?? 1) - 1] ?? block.line;
    return { refused: { line, note: { code: 'syntax', detail: message } } };
  }
}

/** Moodle takes an address in a stem as it stands; gift-pegjs sees the end of a title in it. */
const forgive = (text: string) => text.replace(/(?<!\\):(?=\/\/)/g, '\\:');

function toForeign(
  item: Exclude<GIFTQuestion, { type: 'Category' | 'Description' }>,
  block: GiftBlock,
  topic: string | undefined,
): ForeignQuestion | { refused: Note } {
  const notes: Note[] = [];
  const markdown = (text: TextFormat | null) => markdownOf(text, notes);
  const ordering = readOrdering(block.text);
  const body = ordering
    ? ({ kind: 'order', items: ordering.map(textToMarkdown) } as const)
    : bodyOf(item, markdown, notes);
  if ('refused' in body) return body;
  return {
    line: block.line,
    id: item.id ?? undefined,
    name: item.title ?? undefined,
    stem: markdown(item.stem),
    body,
    explanation: explanationOf(item, markdown),
    topic,
    tags: item.tags ?? [],
    notes,
  };
}

type ToMarkdown = (text: TextFormat | null) => string;

/** What Moodle shows after a true-false statement, whatever was chosen, and what it shows to the right one. */
function explanationOf(item: GIFTQuestion, markdown: ToMarkdown): string | undefined {
  if (item.type === 'Category' || item.type === 'Description') return undefined;
  const parts = [markdown(item.globalFeedback)];
  if (item.type === 'TF') parts.push(markdown(item.falseFeedback), markdown(item.trueFeedback));
  return [...new Set(parts.filter(Boolean))].join('\n\n') || undefined;
}

function bodyOf(item: GIFTQuestion, markdown: ToMarkdown, notes: Note[]): ForeignBody | { refused: Note } {
  switch (item.type) {
    case 'MC':
      return choiceOf(item.choices, markdown, notes);
    case 'TF':
      return { kind: 'truth', answer: item.isTrue };
    case 'Short':
      return wordsOf(item.choices, markdown);
    case 'Numerical':
      return figureOf(item, notes);
    case 'Matching':
      return {
        kind: 'match',
        pairs: item.matchPairs
          .filter(({ subquestion }) => subquestion.text.trim() !== '')
          .map(({ subquestion, subanswer }) => ({
            left: markdown(subquestion),
            right: safeMarkdown(unmasked(subanswer)),
          })),
        extra: item.matchPairs.flatMap(({ subquestion, subanswer }) =>
          subquestion.text.trim() === '' ? [safeMarkdown(unmasked(subanswer))] : [],
        ),
      };
    case 'Essay':
      return { kind: 'essay' };
    default:
      return { refused: { code: 'not-a-question', detail: item.type } };
  }
}

function choiceOf(choices: readonly TextChoice[], markdown: ToMarkdown, notes: Note[]): ForeignBody {
  const hasKey = choices.some((choice) => choice.isCorrect);
  const options = choices.map((choice): ForeignOption => {
    const right = hasKey ? choice.isCorrect : (choice.weight ?? 0) > 0;
    if (hasKey && !right && choice.weight) notes.push({ code: 'wrong-credit-lost' });
    return { text: markdown(choice.text), right, why: markdown(choice.feedback) || undefined };
  });
  return { kind: 'choice', options, several: !hasKey };
}

function wordsOf(choices: readonly TextChoice[], markdown: ToMarkdown): ForeignBody {
  const isFull = ({ weight }: TextChoice) => weight === null || weight >= 100;
  return {
    kind: 'words',
    answers: choices.filter(isFull).map(({ text }) => wordOf(text)),
    partial: choices
      .filter((choice) => !isFull(choice))
      .map(({ text, weight, feedback }) => ({
        text: wordOf(text),
        credit: (weight ?? 0) / 100,
        why: markdown(feedback) || undefined,
      })),
  };
}

function figureOf(
  item: Extract<GIFTQuestion, { type: 'Numerical' }>,
  notes: Note[],
): ForeignBody | { refused: Note } {
  const { choices } = item;
  const best = Array.isArray(choices)
    ? (choices.find(({ weight }) => weight === null || weight >= 100) ?? choices[0])?.text
    : choices;
  if (Array.isArray(choices) && choices.length > 1) notes.push({ code: 'tolerances-joined' });
  if (best === undefined) return { refused: { code: 'no-answer' } };
  if (best.type === 'high-low') {
    const { numberLow = 0, numberHigh = 0 } = best;
    return {
      kind: 'figure',
      answer: roundOff((numberLow + numberHigh) / 2),
      tolerance: roundOff((numberHigh - numberLow) / 2),
    };
  }
  return { kind: 'figure', answer: best.number ?? Number.NaN, tolerance: best.range ?? 0 };
}

/** gift-pegjs leaves the escapes of a right side as it masks them while reading: `&&061;` is `=`. */
const unmasked = (text: string) =>
  text.replace(/&&(092|035|061|126|123|125|058|010);/g, (_, code: string) =>
    String.fromCharCode(Number(code)),
  );

/** Twelve digits: 0.1 + 0.2 is 0.3. */
const roundOff = (value: number) => Number(value.toPrecision(12));

const LOOKS_LIKE_HTML = /<\/?[a-z][^>]*>|&#?\w+;/i;

function markdownOf(text: TextFormat | null, notes: Note[]): string {
  if (text === null) return '';
  if (text.format === 'markdown') return safeMarkdown(text.text);
  if (text.format === 'html' || (text.format === 'moodle' && LOOKS_LIKE_HTML.test(text.text))) {
    const converted = htmlToMarkdown(text.text);
    notes.push(...converted.notes);
    return converted.markdown;
  }
  return textToMarkdown(text.text);
}

const wordOf = ({ format, text }: TextFormat) =>
  format === 'html' || LOOKS_LIKE_HTML.test(text) ? htmlToText(text) : text.trim();
