// What a person says in their own marking: the rubric to tick, a note on a doubtful question. inquirer's ready prompts do it.

import { MARGIN, measure, type Size } from '../../look/frame.js';
import type { Theme } from '../../look/theme.js';
import type { Open } from '../../question/question.js';
import { cellWidth, wrapText } from '../../text/fit.js';
import { plainLine } from '../../text/plain.js';
import { safeLine } from '../../text/safe.js';
import { askReady } from './ready-prompts.js';

type Point = Open['rubric'][number] | NonNullable<Open['avoid']>[number];

const LONGEST_NOTE = 2000;

/** Ids of the points ticked; those of `checked` are ticked to begin with. */
export async function tickPoints(
  message: string,
  points: readonly Point[],
  checked: readonly string[],
  size: Size,
  theme: Theme,
): Promise<string[]> {
  const { glyphs } = theme;
  const icon = { checked: ` ${glyphs.ticked}`, unchecked: ` ${glyphs.unticked}`, cursor: glyphs.pointer };
  const lead = ' '.repeat(cellWidth(icon.cursor) + cellWidth(icon.checked) + 1);
  const choices = points.map(({ id, text }) => ({
    value: id,
    // Wrapped here, so that a long point hangs under itself instead of being cut within a word.
    name: wrapText(plainLine(text), measure(size.columns) - lead.length).join(`\n${lead}`),
    checked: checked.includes(id),
  }));
  const { ticked } = await askReady<{ ticked: string[] }>([
    {
      type: 'checkbox',
      name: 'ticked',
      message,
      choices,
      loop: false,
      pageSize: Math.max(4, size.rows - 8),
      theme: {
        prefix: prefixIn(theme),
        icon,
        style: {
          highlight: theme.strong,
          message: theme.strong,
          answer: theme.accent,
          renderSelectedChoices: (selected: readonly unknown[]) => `${selected.length} of ${points.length}`,
          keysHelpTip: () => keysTip(theme),
        },
      },
    },
  ]);
  return ticked;
}

/** What the person writes of a doubtful question; empty when they think better of it. */
export async function askNote(theme: Theme): Promise<string> {
  const { note } = await askReady<{ note: string }>([
    {
      type: 'input',
      name: 'note',
      message: 'What is wrong with this question?',
      theme: { prefix: prefixIn(theme), style: { message: theme.strong, answer: theme.accent } },
    },
  ]);
  return safeLine(note).slice(0, LONGEST_NOTE);
}

/** Puts the message where the margin of our own screens ends. */
function prefixIn({ right, glyphs }: Theme) {
  return { idle: ' ', done: right(glyphs.right) };
}

function keysTip({ accent, dim, glyphs }: Theme): string {
  const keys = [
    [glyphs.upDown, 'move'],
    ['space', 'tick'],
    [glyphs.enter, 'done'],
  ] as const;
  return `${MARGIN}${keys.map(([key, word]) => `${accent(key)} ${dim(word)}`).join('   ')}`;
}
