// The citations of the bank by document, set against questions/sources.yaml: what was opened, when, and what was not, and why. Pure.

import { decodeAs } from '../src/question/schema.js';
import { parseYamlText } from '../src/question/yaml-text.js';

export interface Citation {
  /** Path of the question's file below questions/. */
  file: string;
  title: string;
  url: string;
  /** Day on which the question was last compared with its sources, YYYY-MM-DD. */
  reviewed: string;
}

/** What is known of one document: the day its text was opened and where, or why it could not be. */
export interface LedgerRow {
  url: string;
  /** Edition that was read, where the address does not name it. */
  edition?: string | undefined;
  opened?: string | undefined;
  /** Where the text was read, when it was not at the address itself. */
  from?: string | undefined;
  unopened?: string | undefined;
}

export interface CitedDocument {
  /** Address without fragment and ending: one for all sections. */
  url: string;
  kind: 'draft' | 'standard' | 'page';
  /** Revisions that titles or addresses name, sorted; more than one asks to be looked at. */
  revisions: string[];
  citations: Citation[];
  /** The earliest `reviewed` of the questions that cite it. */
  oldest: string;
  ledger?: LedgerRow | undefined;
}

/** Throws when the ledger has another form: it is our own. */
export function decodeLedger(yaml: string): LedgerRow[] {
  const decoded = decodeAs<LedgerRow[]>((z) => {
    const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
    const row = z.strictObject({
      url: z.url({ protocol: /^https?$/ }),
      edition: z.string().optional(),
      opened: day.optional(),
      from: z.string().optional(),
      unopened: z.string().optional(),
    });
    return z.array(
      row.refine((it) => (it.opened === undefined) !== (it.unopened === undefined), {
        message: 'needs `opened` or `unopened`, not both',
      }),
    );
  }, parseYamlText(yaml));
  if ('issues' in decoded) throw new Error(`sources.yaml: ${JSON.stringify(decoded.issues)}`);
  return decoded.value;
}

/** One document for every address, drafts first, then standards, then pages; the most cited first. */
export function groupCitations(
  citations: readonly Citation[],
  ledger: readonly LedgerRow[],
): CitedDocument[] {
  const known = new Map(ledger.map((row) => [documentOf(row.url), row]));
  const groups = new Map<string, Citation[]>();
  for (const citation of citations) {
    const url = documentOf(citation.url);
    groups.set(url, [...(groups.get(url) ?? []), citation]);
  }
  return [...groups]
    .map(([url, cited]) => ({
      url,
      kind: kindOf(url, cited),
      revisions: [...new Set(cited.flatMap(revisionsOf))].sort(),
      citations: cited,
      oldest: cited.map(({ reviewed }) => reviewed).sort()[0]!,
      ledger: known.get(url),
    }))
    .sort(byKindAndCount);
}

/** Rows of the ledger that no question cites any more. */
export function uncited(documents: readonly CitedDocument[], ledger: readonly LedgerRow[]): LedgerRow[] {
  const cited = new Set(documents.map(({ url }) => url));
  return ledger.filter(({ url }) => !cited.has(documentOf(url)));
}

/** The address of the document a section belongs to; the forms in which one RFC or draft is published are one. */
export function documentOf(url: string): string {
  const bare = url.replace(/[#?].*$/, '').replace(/(\.html|\.txt)?\/?$/, '');
  return bare
    .replace(
      /^https:\/\/(?:datatracker\.ietf\.org\/doc(?:\/html)?|www\.ietf\.org\/archive\/id)\/(draft-[a-z0-9-]*?)(?:-\d\d)?$/,
      'https://datatracker.ietf.org/doc/$1',
    )
    .replace(
      /^https:\/\/(?:datatracker\.ietf\.org\/doc(?:\/html)?|www\.rfc-editor\.org\/(?:rfc|info))\/(rfc\d+)$/,
      'https://www.rfc-editor.org/rfc/$1',
    );
}

const ORDER = ['draft', 'standard', 'page'] as const;
const STANDARDS =
  /^https:\/\/(www\.rfc-editor\.org|spec\.|[a-z]+\.spec\.whatwg\.org|www\.w3\.org|w3c\.github\.io|openid\.net|json-schema\.org|semver\.org|modelcontextprotocol\.io\/specification|docs\.oasis-open\.org|www\.iso\.org)/;

function kindOf(url: string, cited: readonly Citation[]): CitedDocument['kind'] {
  if (url.includes('/draft-') || cited.some(({ title }) => /\bdraft-[a-z]/.test(title))) return 'draft';
  return STANDARDS.test(url) ? 'standard' : 'page';
}

/** RFC numbers, revisions of drafts, versions, and dated editions, as title and address name them. */
function revisionsOf({ title, url }: Citation): string[] {
  const named = `${title.replace(/\b(sections?|appendix|chapter)\b.*$/i, '')} ${url.replace(/#.*$/, '')}`;
  const draft = [...named.matchAll(/\bdraft-[a-z][a-z0-9-]*-(\d\d)\b/g)].map(
    ([, revision]) => `-${revision}`,
  );
  if (draft.length > 0) return draft;
  const rfc = named.match(/\brfc ?(\d{3,5})\b/i);
  if (rfc) return [`RFC ${rfc[1]}`];
  const edition =
    named.match(/\b20\d\d-\d\d-\d\d\b/) ??
    named.match(
      /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) ?20\d\d\b/i,
    ) ??
    named.match(/\b\d+\.\d+(?:\.\d+)?\b/);
  return edition ? [edition[0]] : [];
}

function byKindAndCount(a: CitedDocument, b: CitedDocument): number {
  return (
    ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
    b.citations.length - a.citations.length ||
    (a.url < b.url ? -1 : 1)
  );
}
