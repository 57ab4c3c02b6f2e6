// The folder an import writes to: its pack.yaml with the topics that are needed, and the ids that are taken there.

import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { type Concept, type PackFile, parsePackFile, type Topic } from '../../bank/pack-file.js';
import { listQuestionFiles } from '../../bank/read-folder.js';
import { isFolder } from '../../disk/folders.js';
import { readBounded } from '../../disk/read-bounded.js';
import { writeWhole } from '../../disk/write-whole.js';
import { slugOf } from '../../exchange/slug.js';
import type { Question } from '../../question/question.js';
import { dumpYamlText } from '../../question/yaml-text.js';
import { Failure } from '../../text/failure.js';

export interface DraftPack {
  pack: PackFile;
  /** Ids of question files that are there already. */
  ids: ReadonlySet<string>;
  /** The pack.yaml as it is; empty where there is none. */
  source: string;
}

const MOST_BYTES = 1024 * 1024;

/** Failures: `import-not-draft`, `import-unreadable`. */
export function openDraftPack(folder: string): DraftPack {
  const name = basename(folder);
  const fresh: PackFile = { id: slugOf(name) || 'imported', title: name, draft: true, topics: [] };
  if (!isFolder(folder)) return { pack: fresh, ids: new Set(), source: '' };
  const { files } = listQuestionFiles(folder);
  const ids = new Set(files.map(({ path }) => basename(path, '.md')));
  const path = join(folder, 'pack.yaml');
  const read = readBounded(path, MOST_BYTES);
  if (!('bytes' in read)) {
    // Questions of somebody's own, and no pack.yaml that says they are drafts.
    if (read.code !== 'file-missing') throw new Failure('import-unreadable', { path, reason: read.reason });
    if (ids.size > 0) throw new Failure('import-not-draft', { folder });
    return { pack: fresh, ids, source: '' };
  }
  const source = read.bytes.toString('utf8');
  const parsed = parsePackFile(source, path);
  if ('problems' in parsed)
    throw new Failure('import-unreadable', { path, reason: String(parsed.problems[0]?.args.reason ?? '') });
  if (parsed.pack.draft !== true) throw new Failure('import-not-draft', { folder });
  return { pack: parsed.pack, ids, source };
}

/** Topics and concepts of the questions that neither the pack nor `known` has. */
export function missingTopics(
  pack: PackFile,
  known: readonly Topic[],
  questions: readonly Question[],
): Topic[] {
  const have = new Set([...pack.topics, ...known].map(({ slug }) => slug));
  const concepts = new Set(
    [...pack.topics, ...known].flatMap((topic) => topic.concepts.map(({ slug }) => slug)),
  );
  const missing = new Map<string, Map<string, Concept>>();
  for (const question of questions) {
    const fresh = question.concepts.filter((slug) => !concepts.has(slug));
    if (have.has(question.topic) && fresh.length === 0) continue;
    const topic = missing.get(question.topic) ?? new Map<string, Concept>();
    missing.set(question.topic, topic);
    for (const slug of fresh) topic.set(slug, { slug, title: titleOf(slug) });
  }
  return [...missing].map(([slug, found]) => ({ slug, title: titleOf(slug), concepts: [...found.values()] }));
}

const titleOf = (slug: string) => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');

/** The pack with these topics: a known one gets the concepts it lacks. */
function withTopics(pack: PackFile, added: readonly Topic[]): PackFile {
  const topics = new Map(pack.topics.map((topic) => [topic.slug, topic]));
  for (const topic of added) {
    const before = topics.get(topic.slug);
    topics.set(topic.slug, before ? { ...before, concepts: [...before.concepts, ...topic.concepts] } : topic);
  }
  return { ...pack, topics: [...topics.values()] };
}

/** The text of a pack.yaml. */
function renderPackFile({ id, title, draft, topics }: PackFile): string {
  const list = topics.map(({ slug, title: name, scope, concepts }) => ({
    slug,
    title: name,
    ...(scope === undefined ? {} : { scope }),
    ...(concepts.length === 0 ? {} : { concepts: concepts.map((concept) => ({ ...concept })) }),
  }));
  return dumpYamlText({
    id,
    title,
    ...(draft ? { draft: 'true' } : {}),
    ...(list.length > 0 ? { topics: list } : {}),
  });
}

export const hashText = (text: string | Uint8Array): string =>
  createHash('sha256').update(text).digest('hex');

/**
 * The text of the pack.yaml with these topics; undefined where a person has edited the one that is there, which is left alone.
 * `ours`: the hash of the text last written by an import or a proposal.
 */
export function packFileWith(
  { pack, source }: DraftPack,
  ours: string | undefined,
  added: readonly Topic[],
): string | undefined {
  if (source !== '' && hashText(source) !== ours) return undefined;
  return renderPackFile(withTopics(pack, added));
}

/** Written where it differs. */
export function writePackFile(folder: string, text: string): void {
  writeWhole(join(folder, 'pack.yaml'), [text], true);
}
