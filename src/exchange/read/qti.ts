// IMS QTI 1.2 and 2.x, as one XML file or as the zip that learning platforms export.

import { isZip, unzip } from '../archive.js';
import type { ForeignFile, ForeignQuestion, ForeignRefusal, ReadResult } from '../foreign-question.js';
import { refuseAll } from '../foreign-question.js';
import { parseXml, type XmlNode } from '../xml.js';
import { qti1Items, readQti1Item } from './qti-1.js';
import { readQti2Item } from './qti-2.js';
import { readText } from './text-file.js';

/** Descriptions of the package around the questions. */
const ABOUT = /(^|\/)(imsmanifest|assessment_meta)\.xml$/;

/** The same, unpacked by a person. */
const DESCRIPTIONS = new Map([
  ['manifest', 'an archive'],
  ['quiz', 'a quiz of Canvas'],
]);

/** All items of the file or the archive. An archive's lines are those of the entry they stand in. */
export async function readQti(file: ForeignFile): Promise<ReadResult> {
  if (!isZip(file.bytes)) return readPart(file);
  const unpacked = unzip(
    file.bytes,
    (name) => /\.(xml|qti)$/i.test(name) && !ABOUT.test(name) && !/(^|\/)(__MACOSX\/|\._)/.test(name),
  );
  if ('note' in unpacked) return refuseAll(unpacked.note);
  const questions: ForeignQuestion[] = [];
  const refused: ForeignRefusal[] = [];
  for (const [part, bytes] of unpacked.entries) {
    const read = readPart({ name: part, bytes });
    questions.push(...read.questions.map((question) => ({ ...question, part })));
    refused.push(
      ...read.refused
        .filter(({ note }) => note.code !== 'nothing-inside' && note.code !== 'no-quiz')
        .map((one) => ({ ...one, part })),
    );
  }
  // A cartridge of Canvas holds each quiz twice, once for other platforms.
  const seen = new Set<string>();
  const once = questions.filter(
    ({ id = '', stem }) => !seen.has(`${id} ${stem}`) && seen.add(`${id} ${stem}`),
  );
  if (once.length + refused.length === 0) return refuseAll({ code: 'nothing-inside' });
  return { questions: once, refused };
}

function readPart(file: ForeignFile): ReadResult {
  const read = readText(file);
  if ('refused' in read) return read.refused;
  const parsed = parseXml(read.text);
  if ('note' in parsed) return refuseAll(parsed.note, parsed.line);
  const { root } = parsed;
  if (root.name === 'assessmentItem') return readAll([root], readQti2Item);
  if (root.name === 'questestinterop') return readAll(qti1Items(root), readQti1Item);
  const described = DESCRIPTIONS.get(root.name);
  if (described !== undefined) return refuseAll({ code: 'no-quiz', detail: described });
  return refuseAll({ code: 'nothing-inside' });
}

function readAll(
  items: readonly XmlNode[],
  readItem: (item: XmlNode) => ForeignQuestion | ForeignRefusal,
): ReadResult {
  const questions: ForeignQuestion[] = [];
  const refused: ForeignRefusal[] = [];
  for (const item of items) {
    const made = readItem(item);
    if ('note' in made) refused.push(made);
    else questions.push(made);
  }
  if (items.length === 0) return refuseAll({ code: 'nothing-inside' });
  return { questions, refused };
}
