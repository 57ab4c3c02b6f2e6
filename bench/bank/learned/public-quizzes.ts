// Quizzes of other people as puzzles: Markdown check lists and JSON of several shapes. Nothing of them is kept.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { shownLine } from '../../../src/bank/lint/wording.js';
import type { Puzzle } from './puzzle.js';

/** Every question with two to nine options of text in the folder and those below it. */
export async function readQuizzes(folder: string): Promise<Puzzle[]> {
  const names = (await readdir(folder, { recursive: true }))
    .filter((name) => /\.(md|json)$/i.test(name))
    .sort();
  const found = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      return name.endsWith('.json') ? puzzlesInJson(text, name) : puzzlesInMarkdown(text, name);
    }),
  );
  return found.flat();
}

/** Headings or numbered paragraphs as stems, `- [ ]` and `- [x]` as options; options that are pictures or code blocks are left out. */
export function puzzlesInMarkdown(text: string, name: string): Puzzle[] {
  const sections = text.split(/^(?=#{1,6} )/m);
  return sections.flatMap((section, index) => {
    const lines = section.split('\n');
    const boxes = lines.flatMap((line) => {
      const box = /^\s*[-*] \[( |x)\] ?(.*)$/i.exec(line);
      return box ? [{ text: box[2]!.trim(), right: box[1] !== ' ' }] : [];
    });
    const stem = (lines[0] ?? '').replace(/^#+ /, '');
    return puzzleOf(`${name}#${index}`, name, stem, boxes);
  });
}

/** Objects with a question, options, and an answer as index, letter or text, or options that say themselves whether they are right. */
export function puzzlesInJson(text: string, name: string): Puzzle[] {
  const found: Puzzle[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isRecord(value)) {
      const puzzles = puzzleInRecord(value, `${name}#${found.length}`, name);
      found.push(...puzzles);
      if (puzzles.length === 0) Object.values(value).forEach(visit);
    }
  };
  visit(JSON.parse(text));
  return found;
}

function puzzleInRecord(record: Readonly<Record<string, unknown>>, id: string, name: string): Puzzle[] {
  const field = (...names: string[]) => names.map((one) => record[one]).find((value) => value !== undefined);
  const stem = field('question', 'stem', 'text', 'title');
  const options = field('options', 'choices', 'answers');
  if (typeof stem !== 'string' || !Array.isArray(options)) return [];
  const answer = field('answer', 'correct', 'correctAnswer', 'correct_answer', 'correctIndex', 'answerIndex');
  const keys = Array.isArray(answer) ? answer : [answer];
  const boxes = options.map((option: unknown, index) => {
    const text = isRecord(option) ? (option.text ?? option.answer ?? option.content) : option;
    const marked = isRecord(option) && (option.correct === true || option.isCorrect === true);
    const named = keys.some((key) => key === index || key === text || key === 'ABCDEFGHI'[index]);
    return { text: typeof text === 'string' ? text : '', right: marked || named };
  });
  return puzzleOf(id, name, stem, boxes);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function puzzleOf(
  id: string,
  topic: string,
  stem: string,
  boxes: readonly { text: string; right: boolean }[],
): Puzzle[] {
  const options = boxes.map(({ text }) => shownLine(text));
  const right = boxes.map((box) => box.right);
  // Looked for in what was written: as shown, a picture is its words, and "!important" is an option like any other.
  const readable = options.every((option, index) => option !== '' && !/^!\[|^```/.test(boxes[index]!.text));
  const enough = options.length >= 2 && options.length <= 9 && right.includes(true) && right.includes(false);
  return readable && enough ? [{ id, item: id, topic, stem: shownLine(stem), options, right }] : [];
}
