// Where in a file a field stands: line and column of a path of the front matter. Used for failing files only, so it may be slow.

import { isMap, isNode, isScalar, isSeq, LineCounter, type Pair, parseDocument } from 'yaml';

export type Path = readonly (string | number)[];

export interface Place {
  line: number;
  column: number;
}

/** A function from a path to its 1-based place; a path that does not exist gives the place of its nearest parent. */
export function locator(source: string): (path: Path, key?: string) => Place {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const end = text.indexOf('\n---', 3);
  const lines = new LineCounter();
  // The leading "---\n" becomes blanks, so that offsets are those of the file.
  const document = parseDocument(`#  \n${text.slice(4, end + 1)}`, {
    lineCounter: lines,
    schema: 'failsafe',
    uniqueKeys: false,
  });
  return (path, key) => {
    let node: unknown = document.contents;
    let offset = 0;
    for (const step of key === undefined ? path : [...path, key]) {
      const pair = isMap(node) ? pairOf(node.items, String(step)) : undefined;
      const next = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined;
      if (next === undefined || next === null) {
        if (pair) offset = startOf(pair.key) ?? offset;
        break;
      }
      node = next;
      offset = (key !== undefined && step === key && pair ? startOf(pair.key) : startOf(next)) ?? offset;
    }
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
}

function pairOf(items: readonly Pair[], key: string): Pair | undefined {
  return items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
