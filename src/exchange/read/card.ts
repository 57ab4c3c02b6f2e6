// A card with a front and a back -> a question: typed where the back is a word or a few, else open.

import type { ForeignBody, ForeignQuestion } from '../foreign-question.js';
import { htmlToMarkdown, htmlToText } from '../markup/html-to-markdown.js';
import { textToMarkdown } from '../markup/safe-markdown.js';
import type { Note } from '../notes.js';

export interface ForeignCard {
  line: number;
  part?: string | undefined;
  id?: string | undefined;
  front: string;
  back: string;
  tags?: readonly string[] | undefined;
  deck?: string | undefined;
  /** The fields are HTML. */
  isHtml: boolean;
}

const MOST_WORDS = 5;
const MOST_CHARACTERS = 40;
const MOST_GAPS = 20;
const CLOZE = /\{\{c(\d{1,3})::([\s\S]*?)(?:::([\s\S]*?))?\}\}/g;

/** One question, or for a text with `{{c1::gaps}}` one for each number of a gap. */
export function cardToQuestions(card: ForeignCard): ForeignQuestion[] {
  const numbers = [...new Set([...card.front.matchAll(CLOZE)].map((found) => found[1] ?? ''))].slice(
    0,
    MOST_GAPS,
  );
  if (numbers.length === 0) return [plainCard(card)];
  return numbers.map((number) => gapCard(card, number, numbers.length > 1));
}

/** Our own cards begin with `<small>pack/id</small>`. */
const OWN_ID = /^\s*<small>(?:[a-z0-9-]{1,80}\/)?([a-z0-9-]{1,80})<\/small>\s*(?:<br\s*\/?>)?/;

function plainCard(card: ForeignCard): ForeignQuestion {
  const notes: Note[] = [];
  const own = card.isHtml ? OWN_ID.exec(card.front) : null;
  const front = own ? card.front.slice(own[0].length) : card.front;
  const markdown = markdownOf(card.isHtml, notes);
  const word = card.isHtml ? htmlToText(card.back) : card.back.trim();
  const isWord =
    word !== '' &&
    word.length <= MOST_CHARACTERS &&
    word.split(/\s+/).length <= MOST_WORDS &&
    !card.back.includes('\n');
  const body: ForeignBody = isWord
    ? { kind: 'words', answers: [word] }
    : { kind: 'essay', modelAnswer: withoutSound(markdown(card.back), notes) };
  return {
    ...originOf(card),
    id: card.id ?? own?.[1],
    stem: withoutSound(markdown(front), notes),
    body,
    notes,
  };
}

function gapCard(card: ForeignCard, number: string, several: boolean): ForeignQuestion {
  const notes: Note[] = [{ code: 'cloze-blank' }];
  const answers: string[] = [];
  let hint: string | undefined;
  const text = card.front.replace(CLOZE, (_, of: string, inside: string, told: string | undefined) => {
    if (of !== number) return inside;
    answers.push(card.isHtml ? htmlToText(inside) : inside.trim());
    hint ??= told?.trim() || undefined;
    return '_____';
  });
  const markdown = markdownOf(card.isHtml, notes);
  // Several gaps of one number are one answer, in the order they stand in.
  const body: ForeignBody = { kind: 'words', answers: [answers.join(', ')] };
  return {
    ...originOf(card),
    id: card.id === undefined || !several ? card.id : `${card.id}-c${number}`,
    stem: withoutSound(markdown(text), notes),
    body,
    hint: hint === undefined ? undefined : markdown(hint),
    explanation: withoutSound(markdown(card.back), notes) || undefined,
    notes,
  };
}

const originOf = ({ line, part, tags, deck }: ForeignCard) => ({
  line,
  part,
  tags,
  topic: deck?.split('::').pop(),
});

const markdownOf = (isHtml: boolean, notes: Note[]) => (text: string) => {
  if (!isHtml) return textToMarkdown(text);
  const converted = htmlToMarkdown(text);
  notes.push(...converted.notes);
  return converted.markdown;
};

function withoutSound(markdown: string, notes: Note[]): string {
  const silent = markdown.replace(/\\?\[sound:[^\]\n]{0,300}\\?\]/g, '');
  if (silent !== markdown) notes.push({ code: 'media-lost' });
  return silent.trim();
}
