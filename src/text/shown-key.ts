// What a reader can tell apart: in code case and blanks count, outside they do not.

import { type MarkdownNode, readOption } from './markdown.js';
import { nodeText } from './plain.js';

/** Words with single blanks between them and no mark: such a text is its own key. */
const OWN_KEY = /^[!-%'-)+-;=-Z^a-}]+(?: [!-%'-)+-;=-Z^a-}]+)*$/;

/** Equal keys look equal: the text without markup, blanks outside code as one. */
export function shownKey(markdown: string): string {
  return OWN_KEY.test(markdown) ? markdown : keyOf(markdown, (prose) => prose);
}

/** Equal keys differ at most in the case of prose, in markup and in a closing full stop. */
export function foldedKey(markdown: string): string {
  return keyOf(markdown, (prose) => prose.toLowerCase()).replace(/\.$/, '');
}

function keyOf(markdown: string, fold: (prose: string) => string): string {
  return readOption(markdown)
    .map((block) => piecesOf(block, fold))
    .join('\n')
    .trim();
}

function piecesOf(node: MarkdownNode, fold: (prose: string) => string): string {
  if (node.type === 'inlineCode' || node.type === 'code') return node.value;
  if ('children' in node) return node.children.map((child: MarkdownNode) => piecesOf(child, fold)).join('');
  return fold(nodeText(node).replace(/\s+/g, ' '));
}
