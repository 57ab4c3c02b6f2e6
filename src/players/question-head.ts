// The head line of a question: topic and level on the left, place and time on the right.

import { headLine, headRoom } from '../look/frame.js';
import type { Theme } from '../look/theme.js';
import type { AskView } from '../session/player.js';
import { cellWidth, cutText } from '../text/fit.js';

/** `Topic · level` and, on the right, `3 of 10   0:42`. Where it is narrow the level goes first; place and time always stay. */
export function questionHead(view: AskView, time: string, width: number, theme: Theme): string {
  const { between, ellipsis, marked: flag } = theme.glyphs;
  const right = [`${view.place} of ${view.of}`, time].filter(Boolean).join('   ');
  const probe = view.probe ? ` ${between} going on ${view.probe.number} of ${view.probe.of}` : '';
  const round = view.round > 0 ? ` ${between} round ${view.round + 1}` : '';
  const draft = view.question.draft ? ` ${between} draft` : '';
  const marked = `${probe}${draft}${view.marked ? ` ${flag}` : ''}`;
  const whole = `${view.topicTitle} ${between} ${view.question.level}${round}${marked}`;
  const room = headRoom(right, width);
  if (cellWidth(whole) <= room) return headLine(whole, right, width, theme);
  const title = cutText(view.topicTitle, room - cellWidth(round + marked), ellipsis);
  return headLine(`${title}${round}${marked}`, right, width, theme);
}
