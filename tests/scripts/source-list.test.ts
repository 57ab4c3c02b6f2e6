// Citations grouped by the document they belong to.

import { describe, expect, it } from 'vitest';
import { decodeLedger, documentOf, groupCitations, uncited } from '../../scripts/source-list.js';

const cite = (url: string, title = 'A title', reviewed = '2026-11-29') => ({
  file: 'topic/item.md',
  title,
  url,
  reviewed,
});

describe('documentOf', () => {
  it.each([
    ['https://www.rfc-editor.org/rfc/rfc9110.html#section-9.2', 'https://www.rfc-editor.org/rfc/rfc9110'],
    ['https://datatracker.ietf.org/doc/html/rfc9110#section-9', 'https://www.rfc-editor.org/rfc/rfc9110'],
    [
      'https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-ratelimit-headers-11#section-3',
      'https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers',
    ],
    ['https://grpc.io/docs/guides/retry/', 'https://grpc.io/docs/guides/retry'],
    ['https://semver.org/?spec#item-1', 'https://semver.org'],
  ])('%s belongs to %s', (url, document) => expect(documentOf(url)).toBe(document));
});

describe('groupCitations', () => {
  it('puts drafts first, names their revisions, and tells the earliest review', () => {
    const documents = groupCitations(
      [
        cite('https://grpc.io/docs/guides/retry/'),
        cite('https://www.rfc-editor.org/rfc/rfc9110#section-1', 'RFC 9110, section 1'),
        cite('https://datatracker.ietf.org/doc/draft-a-b/', 'Name (draft-a-b-07), section 1', '2026-11-20'),
        cite('https://datatracker.ietf.org/doc/html/draft-a-b-06', 'Name', '2026-11-28'),
      ],
      [{ url: 'https://grpc.io/docs/guides/retry', opened: '2026-11-29' }],
    );
    expect(
      documents.map(({ kind, revisions, oldest, ledger }) => [kind, revisions, oldest, ledger?.opened]),
    ).toEqual([
      ['draft', ['-06', '-07'], '2026-11-20', undefined],
      ['standard', ['RFC 9110'], '2026-11-29', undefined],
      ['page', [], '2026-11-29', '2026-11-29'],
    ]);
  });
});

describe('the ledger', () => {
  it('says of every document that it was opened, or why not', () => {
    expect(() => decodeLedger('- url: https://a.example/')).toThrow('needs `opened` or `unopened`');
    expect(() => decodeLedger('- url: https://a.example/\n  opened: 2026-11-29\n  unopened: x')).toThrow();
    expect(decodeLedger('- url: https://a.example/\n  unopened: behind a login')).toHaveLength(1);
  });

  it('tells rows that are cited no more', () => {
    const ledger = decodeLedger('- url: https://a.example/x.html\n  opened: 2026-11-29');
    expect(uncited(groupCitations([cite('https://a.example/x#y')], ledger), ledger)).toEqual([]);
    expect(uncited(groupCitations([cite('https://b.example/')], ledger), ledger)).toHaveLength(1);
  });
});
