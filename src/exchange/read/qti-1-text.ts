// The texts of an item of QTI 1.2: materials as Markdown, and its feedback.

import { htmlToMarkdown } from '../markup/html-to-markdown.js';
import { textToMarkdown } from '../markup/safe-markdown.js';
import type { Note } from '../notes.js';
import { childrenOf, descendantsOf, textIn, type XmlNode } from '../xml.js';

/** Materials before the responses; those within a response are labels. */
export function stemMaterials(presentation: XmlNode | undefined): XmlNode[] {
  return childrenOf(presentation).flatMap((child) => {
    if (child.name === 'material') return [child];
    return ['flow', 'flow_mat'].includes(child.name) ? stemMaterials(child) : [];
  });
}

/** Their parts as Markdown, pictures and sound left out. */
export function materialOf(materials: readonly XmlNode[], notes: Note[]): string {
  return materials
    .flatMap((material) => childrenOf(material))
    .map((part) => {
      if (/^mat(image|audio|video|applet)$/.test(part.name)) {
        notes.push(
          part.name === 'matimage'
            ? { code: 'image-lost', detail: part.attributes.uri ?? '' }
            : { code: 'media-lost' },
        );
        return '';
      }
      return part.name === 'mattext' || part.name === 'matemtext' ? mattext(part, notes) : '';
    })
    .filter(Boolean)
    .join('\n\n');
}

/** Text without a type is plain by the standard, and HTML in the files of some platforms. */
function mattext(node: XmlNode, notes: Note[]): string {
  const text = textIn(node).trim();
  const isHtml =
    node.attributes.texttype === 'text/html' || /<(p|div|br|img|span|strong|em|code|ul|ol)\b/i.test(text);
  if (!isHtml) return textToMarkdown(text);
  const converted = htmlToMarkdown(text);
  notes.push(...converted.notes);
  return converted.markdown;
}

/** Feedback by its ident. */
export function feedbacksOf(item: XmlNode, notes: Note[]): Map<string, string> {
  return new Map(
    childrenOf(item, 'itemfeedback').flatMap((node) => {
      const text = materialOf(descendantsOf(node, 'material'), notes);
      return text === '' ? [] : [[node.attributes.ident ?? '', text] as const];
    }),
  );
}
