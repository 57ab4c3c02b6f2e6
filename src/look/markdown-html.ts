// Markdown of questions as HTML for other programs: headings, lists, code, emphasis, links; HTML in it is shown as the text it is.

import type { Nodes } from 'mdast';
import { escapeHtml, safeHref } from '../text/html.js';
import { readBlocks, readOption } from '../text/markdown.js';

/** Blocks of HTML; nothing in it runs, and links lead to http and https. */
export function markdownToHtml(markdown: string): string {
  return readBlocks(markdown).map(htmlOf).join('');
}

/** The same without a paragraph around a single one: for options and cells. */
export function markdownToInlineHtml(markdown: string): string {
  const children = readOption(markdown);
  const [only] = children;
  return children.length === 1 && only?.type === 'paragraph' ? inner(only) : children.map(htmlOf).join('');
}

/** HTML as a link; as it is where the address is none of http or https. */
export function linkToHtml(url: string, html: string): string {
  return safeHref(url) === undefined ? html : `<a href="${escapeHtml(url)}">${html}</a>`;
}

const inner = (node: Nodes): string => ('children' in node ? node.children.map(htmlOf).join('') : '');

const TAGS: Readonly<Partial<Record<Nodes['type'], string>>> = {
  paragraph: 'p',
  emphasis: 'em',
  strong: 'strong',
  blockquote: 'blockquote',
  listItem: 'li',
};

function htmlOf(node: Nodes): string {
  const tag = TAGS[node.type];
  if (tag !== undefined) return `<${tag}>${inner(node)}</${tag}>`;
  switch (node.type) {
    case 'text':
    case 'html':
      return escapeHtml(node.value);
    case 'inlineCode':
      return `<code>${escapeHtml(node.value)}</code>`;
    case 'code':
      return `<pre><code>${escapeHtml(node.value)}</code></pre>`;
    case 'break':
      return '<br>';
    case 'thematicBreak':
      return '<hr>';
    case 'heading':
      return `<h${Math.min(6, node.depth + 2)}>${inner(node)}</h${Math.min(6, node.depth + 2)}>`;
    case 'list':
      return node.ordered ? `<ol>${inner(node)}</ol>` : `<ul>${inner(node)}</ul>`;
    case 'link':
      return linkToHtml(node.url, inner(node));
    default:
      return inner(node);
  }
}
