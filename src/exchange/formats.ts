// The table of formats: how each is called and recognised, and who reads and writes it. Readers and writers are loaded when they are used.

import type { ForeignFile, Reader } from './foreign-question.js';
import type { FormatWriter } from './write/outgoing.js';

export interface Format {
  title: string;
  /** Lower case, with the dot. */
  extensions: readonly string[];
  /** Does a file with such an ending hold this? Looked at where several formats share an ending. */
  matches?: (head: string, ending: string) => boolean;
  reader: () => Promise<Reader>;
}

const isXmlOf =
  (...roots: readonly string[]) =>
  (head: string) =>
    roots.some((root) => head.includes(`<${root}`));

/** In the order they are tried in: those that recognise their content before those that take anything. */
export const READ_FORMATS = {
  gift: {
    title: 'GIFT (Moodle text)',
    extensions: ['.gift', '.txt'],
    matches: (head, ending) =>
      ending === '.gift' ||
      (!head.startsWith('#') && /^\s*(::|\$CATEGORY:)|(?<!\\)\{\s*[=~#TF>]/m.test(head)),
    reader: async () => (await import('./read/gift.js')).readGift,
  },
  'moodle-xml': {
    title: 'Moodle XML',
    extensions: ['.xml'],
    // Canvas describes a quiz, without its questions, in a <quiz> of its own.
    matches: (head) => isXmlOf('quiz>', 'quiz ')(head) && !head.includes('canvas.instructure.com/xsd'),
    reader: async () => (await import('./read/moodle-xml.js')).readMoodleXml,
  },
  qti: {
    title: 'QTI 1.2 and 2.x, XML or zip',
    extensions: ['.xml', '.zip', '.imscc', '.qti'],
    reader: async () => (await import('./read/qti.js')).readQti,
  },
  apkg: {
    title: 'Anki package',
    extensions: ['.apkg', '.colpkg'],
    reader: async () => (await import('./read/apkg.js')).readApkg,
  },
  csv: {
    title: 'sheet of questions as CSV or TSV',
    extensions: ['.csv', '.tsv'],
    matches: (head) => /^\ufeff?(?:"?sep=.[^\n]*\n)?[^\n]*\b(stem|question|prompt)\b/i.test(head),
    reader: async () => (await import('./read/csv-sheet.js')).readCsvSheet,
  },
  anki: {
    title: 'Anki text with headers, or two columns of cards',
    extensions: ['.txt', '.tsv', '.csv'],
    reader: async () => (await import('./read/anki-text.js')).readAnkiText,
  },
  'mdbook-quiz': {
    title: 'mdbook-quiz TOML',
    extensions: ['.toml'],
    reader: async () => (await import('./read/mdbook-quiz.js')).readMdbookQuiz,
  },
  'mkdocs-quiz': {
    title: 'mkdocs-quiz Markdown',
    extensions: ['.md'],
    matches: (head) => /^\s*<quiz>\s*$/im.test(head),
    reader: async () => (await import('./read/checklist.js')).readMkdocsQuiz,
  },
  checklist: {
    title: 'Markdown checklists',
    extensions: ['.md', '.markdown'],
    reader: async () => (await import('./read/checklist.js')).readChecklist,
  },
} as const satisfies Record<string, Format>;

export type ReadFormat = keyof typeof READ_FORMATS;
export const READ_FORMAT_NAMES = Object.keys(READ_FORMATS) as ReadFormat[];

/** Enough of a file to tell formats with the same ending apart. */
const HEAD = 64 * 1024;

/** The format of a file by its ending and content; undefined when none reads it. */
export function formatOf(file: ForeignFile): ReadFormat | undefined {
  const ending = /\.[^./\\]+$/.exec(file.name.toLowerCase())?.[0] ?? '';
  const head = Buffer.from(file.bytes.subarray(0, HEAD)).toString('utf8');
  return READ_FORMAT_NAMES.find((name) => {
    const format: Format = READ_FORMATS[name];
    return format.extensions.includes(ending) && (format.matches?.(head, ending) ?? true);
  });
}

/** Formats that are written, and the ending of their files. */
export const WRITE_FORMATS = {
  gift: { ending: '.gift', writer: async () => (await import('./write/gift.js')).writeGift },
  anki: { ending: '.txt', writer: async () => (await import('./write/anki.js')).writeAnki },
  csv: { ending: '.csv', writer: async () => (await import('./write/csv-sheet.js')).writeCsvSheet },
  qti: { ending: '.zip', writer: async () => (await import('./write/qti.js')).writeQti },
  'moodle-xml': {
    ending: '.xml',
    writer: async () => (await import('./write/moodle-xml.js')).writeMoodleXml,
  },
} as const satisfies Record<string, { ending: string; writer: () => Promise<FormatWriter> }>;

export type WriteFormat = keyof typeof WRITE_FORMATS;
export const WRITE_FORMAT_NAMES = Object.keys(WRITE_FORMATS) as WriteFormat[];
