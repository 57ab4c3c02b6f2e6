// TOML of mdbook-quiz, as authors of Rust books write it.

import { parse, TomlError } from 'smol-toml';
import type {
  ForeignBody,
  ForeignFile,
  ForeignQuestion,
  ForeignRefusal,
  ReadResult,
} from '../foreign-question.js';
import { refuseAll } from '../foreign-question.js';
import { safeMarkdown } from '../markup/safe-markdown.js';
import type { Note } from '../notes.js';
import { readText } from './text-file.js';

type Table = Readonly<Record<string, unknown>>;

/** The questions of a quiz; the text of a multipart question stands before each of its parts. */
export async function readMdbookQuiz(file: ForeignFile): Promise<ReadResult> {
  const read = readText(file);
  if ('refused' in read) return read.refused;
  let quiz: Table;
  try {
    quiz = parse(read.text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return refuseAll({ code: 'syntax', detail: error.message.split('\n')[0] }, error.line);
  }
  const lines = read.text
    .split('\n')
    .flatMap((line, index) => (/^\s*\[\[\s*questions\s*\]\]/.test(line) ? [index + 1] : []));
  const parts = isTable(quiz.multipart) ? quiz.multipart : {};
  const questions: ForeignQuestion[] = [];
  const refused: ForeignRefusal[] = [];
  for (const [index, entry] of listOf(quiz.questions).entries()) {
    const line = lines[index] ?? 1;
    const foreign = isTable(entry)
      ? questionOf(entry, line, parts)
      : { refused: { code: 'no-answer' } as const };
    if ('refused' in foreign) refused.push({ line, note: foreign.refused });
    else questions.push(foreign);
  }
  return { questions, refused };
}

function questionOf(entry: Table, line: number, parts: Table): ForeignQuestion | { refused: Note } {
  const prompt = isTable(entry.prompt) ? entry.prompt : {};
  const answer = isTable(entry.answer) ? entry.answer : {};
  const notes: Note[] = [];
  const made = bodyOf(textIn(entry.type), prompt, answer, notes);
  if ('refused' in made) return made;
  const before = typeof entry.multipart === 'string' ? textIn(parts[entry.multipart]) : '';
  const asked = [before, textIn(prompt.prompt), made.program].filter((text) => text !== '').join('\n\n');
  const promptText = made.asks === '' ? asked : `${made.asks}\n\n${asked}`;
  return {
    line,
    id: textIn(entry.id) || undefined,
    stem: safeMarkdown(promptText),
    body: made.body,
    explanation: safeMarkdown(textIn(entry.context)) || undefined,
    notes,
  };
}

interface Made {
  body: ForeignBody;
  /** A sentence before the prompt, and code behind it. */
  asks: string;
  program: string;
}

function bodyOf(type: string, prompt: Table, answer: Table, notes: Note[]): Made | { refused: Note } {
  if (type === 'MultipleChoice') return { body: choiceOf(prompt, answer), asks: '', program: '' };
  if (type === 'ShortAnswer') {
    const answers = [textIn(answer.answer), ...listOf(answer.alternatives).map(textIn)];
    return { body: { kind: 'words', answers }, asks: '', program: '' };
  }
  if (type === 'Tracing') return traced(prompt, answer, notes);
  return { refused: { code: 'no-form', detail: `type ${type || 'unknown'}` } };
}

function choiceOf(prompt: Table, answer: Table): ForeignBody {
  const several = Array.isArray(answer.answer);
  const right = listOf(several ? answer.answer : [answer.answer]).map(textIn);
  const wrong = listOf(prompt.distractors).map(textIn);
  const options = [
    ...right.map((text) => ({ text, right: true })),
    ...wrong.map((text) => ({ text, right: false })),
  ].map((option) => ({ ...option, text: safeMarkdown(option.text) }));
  const at = prompt.answerIndex;
  if (several || typeof at !== 'number') return { kind: 'choice', several, options };
  const placed = options.filter((option) => !option.right);
  placed.splice(at, 0, ...options.filter((option) => option.right));
  return { kind: 'choice', several, options: placed, keepOrder: true };
}

/** "Does it compile, and what does it print?" has no form of its own: what it prints is typed, or a statement is judged. */
function traced(prompt: Table, answer: Table, notes: Note[]): Made {
  const program = `\`\`\`rust\n${textIn(prompt.program)}\n\`\`\``;
  if (answer.doesCompile === true) {
    notes.push({ code: 'tracing-mapped', detail: 'what does it print?' });
    return {
      body: { kind: 'words', answers: [textIn(answer.stdout)] },
      asks: 'This program compiles. What does it print?',
      program,
    };
  }
  notes.push({ code: 'tracing-mapped', detail: 'a statement to judge' });
  return { body: { kind: 'truth', answer: false }, asks: 'This program compiles.', program };
}

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textIn = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
