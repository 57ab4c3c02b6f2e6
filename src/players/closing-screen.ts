// The last screen of a sitting: score, bars per topic, what was missed, what to do next.

import { MODE_RULES, rulesOf } from '../history/modes.js';
import { bar } from '../look/bar.js';
import { headLine, headRoom, indent, measure, ruleLine } from '../look/frame.js';
import type { Theme } from '../look/theme.js';
import type { ClosingView } from '../session/player.js';
import { provisionalOf } from '../session/provisional.js';
import type { ItemResult, Score } from '../session/score.js';
import { clockFace, spanInWords } from '../text/duration.js';
import { cellWidth, cutAtWord, cutText, padText, wrapCommand, wrapHanging, wrapText } from '../text/fit.js';
import { counted, percent, trimNumber } from '../text/number.js';
import { plainLine } from '../text/plain.js';
import { safeLine } from '../text/safe.js';
import { interviewLines } from './interview-closing.js';
import { provisionalWords } from './provisional-words.js';
import { standingLines } from './verdict-screen.js';

/** The whole screen, margins included. */
export function closingScreen(view: ClosingView, columns: number, theme: Theme): string[] {
  const width = measure(columns);
  const { score } = view;
  if (view.paused !== null) return pausedScreen(view, view.paused, width, theme);
  if (score.items.length === 0)
    return indent(['', ...wrapText('Nothing was answered, so there is nothing to score.', width), '']);
  const time = spanInWords(score.elapsedMs);
  const room = headRoom(time, width);
  const title = titles(view).find((candidate) => cellWidth(candidate) <= room) ?? percent(score.share);
  return indent([
    '',
    headLine(title, time, width, theme),
    ruleLine(width, theme),
    '',
    ...passLines(view, width, theme),
    ...topicLines(view, width, theme),
    '',
    ...interviewLines(view, width, theme),
    ...certaintyLines(score, width),
    ...standingLines(view.standing, width, theme),
    ...roundLines(view, width, theme),
    ...missedLines(view, width, theme),
    ...leechLines(view, width, theme),
    ...nextLines(view, width, theme),
  ]);
}

/** A paper that was left: no score and no question, for it is gone on with. */
function pausedScreen(
  view: ClosingView,
  { remainingMs, answered, of }: NonNullable<ClosingView['paused']>,
  width: number,
  theme: Theme,
): string[] {
  const clock =
    remainingMs === null ? '' : ` The clock of the paper runs on: ${clockFace(remainingMs)} left.`;
  return indent([
    '',
    headLine(MODE_RULES[view.header.mode].title, '', width, theme),
    ruleLine(width, theme),
    '',
    ...wrapText(`Paused, ${answered} of ${of} answered.${clock}`, width),
    '',
    ...nextLines(view, width, theme),
  ]);
}

/** The title, the longest first: the share is the last to go. */
function titles({ score, header }: ClosingView): string[] {
  const { title } = MODE_RULES[header.mode];
  const earned = `${trimNumber(score.points)} of ${trimNumber(score.maxPoints)}`;
  const share = percent(score.share);
  return [
    `${title}   ${earned} ${score.maxPoints === 1 ? 'point' : 'points'}   ${share}`,
    `${title}   ${earned}   ${share}`,
    `${title}   ${share}`,
  ];
}

function passLines({ score, header, reason }: ClosingView, width: number, theme: Theme): string[] {
  const time = reason === 'time' ? ['The time was over; the paper was handed in as it stood.', ''] : [];
  if (score.passed === null || header.passMark === null)
    return time.flatMap((line) => (line === '' ? [''] : wrapText(line, width)));
  const mark = `pass mark ${percent(header.passMark)}`;
  const verdict = score.passed
    ? theme.right(`${theme.glyphs.right} Passed (${mark})`)
    : theme.wrong(`${theme.glyphs.wrong} Not passed (${mark})`);
  const provisional = provisionalOf(score, header);
  const told = provisional === null ? [] : wrapText(provisionalWords(provisional), width);
  return [...time, verdict, ...told, ''];
}

const SHORT_BAR = 10;
const LONG_BAR = 20;

function topicLines({ score, topics }: ClosingView, width: number, theme: Theme): string[] {
  const long = width >= 60;
  const titles = new Map(topics.map(({ slug, title }) => [slug, title]));
  const titleWidth = Math.min(
    Math.max(...score.topics.map(({ topic }) => (titles.get(topic) ?? safeLine(topic)).length)),
    width - (long ? 34 : 20),
  );
  return score.topics.map(({ topic, points, maxPoints, right, asked }) => {
    const title = padText(
      cutText(titles.get(topic) ?? safeLine(topic), titleWidth, theme.glyphs.ellipsis),
      titleWidth,
    );
    const share = maxPoints === 0 ? 0 : Math.max(0, points / maxPoints);
    return `${title}  ${bar(share, long ? LONG_BAR : SHORT_BAR, theme)}  ${right} of ${asked}`;
  });
}

function certaintyLines({ certainty }: Score, width: number): string[] {
  if (certainty === null) return [];
  const { marks, answers, brier } = certainty;
  const text = `Certainty marks ${trimNumber(marks)} over ${counted(answers, 'answer')} with stated confidence; Brier score ${brier.toFixed(2)} (0 is best, always saying 50 % gives 0.25).`;
  return [...wrapText(text, width), ''];
}

function roundLines({ score, header, questionOf }: ClosingView, width: number, theme: Theme): string[] {
  if (rulesOf(header).rounds === 1) return [];
  const returned = score.items.filter((item) => item.rounds !== 1);
  if (returned.length === 0) return [];
  return [
    theme.strong('Rounds'),
    ...returned.flatMap((item) => {
      const rounds = item.rounds === null ? 'not yet right' : `right in round ${item.rounds}`;
      const stem = cutAtWord(stemOf(item, questionOf), width - 22, theme.glyphs.ellipsis);
      return [`  ${padText(stem, width - 22)}  ${theme.dim(rounds)}`];
    }),
    '',
  ];
}

const MOST_MISSED = 12;

function missedLines({ score, questionOf }: ClosingView, width: number, theme: Theme): string[] {
  if (score.missed.length === 0) return [theme.right(`${theme.glyphs.right} Nothing missed.`), ''];
  const shown = score.missed.slice(0, MOST_MISSED);
  const more = score.missed.length - shown.length;
  return [
    theme.strong(`Missed (${score.missed.length})`),
    ...shown.flatMap((item) => [
      ...twoLines(stemOf(item, questionOf), width - 2, theme).map((line) => `  ${line}`),
      ...wrapCommand(
        `api-quiz show ${safeLine(item.planned.item).replace(/^core\//, '')}`,
        width,
        '    ',
      ).map(theme.dim),
    ]),
    ...(more > 0 ? [`  and ${more} more`] : []),
    '',
  ];
}

/** What was suspended in this sitting, and how it comes back. */
function leechLines({ leeches = [] }: ClosingView, width: number, theme: Theme): string[] {
  if (leeches.length === 0) return [];
  return [
    theme.strong(`Suspended: missed again and again (${leeches.length})`),
    ...leeches.flatMap((item) =>
      wrapCommand(`api-quiz unsuspend ${safeLine(item).replace(/^core\//, '')}`, width, '    '),
    ),
    '',
  ];
}

/** A text on at most two lines, the second ending in an ellipsis where there is more. */
function twoLines(text: string, width: number, theme: Theme): string[] {
  const [first = '', ...rest] = wrapText(text, width);
  return rest.length < 2
    ? [first, ...rest]
    : [first, cutAtWord(rest.join(' '), width, theme.glyphs.ellipsis)];
}

function stemOf(item: ItemResult, questionOf: ClosingView['questionOf']): string {
  const question = questionOf(item.planned.item);
  return question ? plainLine(question.stem) : safeLine(item.planned.item);
}

function nextLines({ next }: ClosingView, width: number, theme: Theme): string[] {
  if (next.length === 0) return [];
  const commandWidth = Math.max(...next.map(({ command }) => cellWidth(command)));
  const reasonWidth = Math.max(...next.map(({ reason }) => cellWidth(reason)));
  if (2 + commandWidth + 3 + reasonWidth <= width) {
    const rows = next.map(
      ({ command, reason }) => `  ${theme.accent(padText(command, commandWidth))}   ${theme.dim(reason)}`,
    );
    return [theme.strong('Next'), ...rows, ''];
  }
  return [
    theme.strong('Next'),
    ...next.flatMap(({ command, reason }) => [
      ...wrapCommand(command, width, '  ').map(theme.accent),
      ...wrapHanging(theme.dim(reason), width, '    '),
    ]),
    '',
  ];
}
