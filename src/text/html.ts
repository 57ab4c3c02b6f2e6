// HTML put together so that text is escaped unless it is markup already: forgetting to escape is not possible.

import { safeText } from './safe.js';

/** Markup that may stand as it is; made by `html` and, knowingly, by `trustedMarkup`. */
export class Markup {
  constructor(readonly text: string) {}
}

export type HtmlPart = Markup | string | number | null | readonly (Markup | string | number | null)[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand between tags and in quoted attributes; control characters and bidi overrides are gone. */
export function escapeHtml(text: string): string {
  return safeText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

/** html`<p class="${name}">${text}</p>`: every value that is no Markup is escaped; null is nothing; lists are joined. */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Markup {
  return new Markup(
    strings.reduce((text, string, index) => text + renderPart(parts[index - 1] ?? null) + string),
  );
}

/** Markup from a source that is trusted to hold no foreign text unescaped. */
export function trustedMarkup(text: string): Markup {
  return new Markup(text);
}

/** The address as it may stand in href, or undefined: only http and https lead anywhere. */
export function safeHref(url: string): string | undefined {
  return /^https?:\/\/[^\s<>"]+$/i.test(url) ? url : undefined;
}

function renderPart(part: HtmlPart): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(renderPart).join('');
  return escapeHtml(String(part));
}
