// How others said it: answers of other people to an open question, each sentence with the points it makes and the red flags it raises.

import type { Theme } from '../look/theme.js';
import type { Exemplar, ExemplarKind } from '../question/exemplar.js';
import type { Open } from '../question/question.js';
import type { Verdict } from '../session/player.js';
import { wrapHanging, wrapText } from '../text/fit.js';
import { safeLine } from '../text/safe.js';

export interface OtherAnswer {
  /** Who speaks: `senior-backend`. */
  voice: string;
  kind: ExemplarKind;
  /** Ids, each known to the question. */
  sentences: { text: string; points: string[]; half: string[]; flags: string[] }[];
}

/** Two strong voices and the wrong one. */
const TOLD: Readonly<Record<ExemplarKind, number>> = { strong: 2, plain: 0, wrong: 1 };

const TITLES: Readonly<Record<ExemplarKind, string>> = {
  strong: 'A strong answer',
  plain: 'An answer in plain words',
  wrong: 'An answer that is wrong the way people are wrong',
};

/** Empty where there are none, and where the question is not open. */
export function othersSaid({
  view: { question },
  others = [],
}: Pick<Verdict, 'view' | 'others'>): OtherAnswer[] {
  if (question.type !== 'open') return [];
  const { rubric, avoid = [] } = question;
  const known = (list: readonly { id: string }[], ids: readonly string[] = []) =>
    ids.filter((id) => list.some((claim) => claim.id === id));
  return (['strong', 'wrong'] as const)
    .flatMap((kind) => others.filter((other) => other.kind === kind).slice(0, TOLD[kind]))
    .map(({ voice, kind, sentences }: Exemplar) => ({
      voice,
      kind,
      sentences: sentences.map(({ text, points, half, flags }) => ({
        text,
        points: known(rubric, points),
        half: known(rubric, half),
        flags: known(avoid, flags),
      })),
    }));
}

/** A sentence that makes a point bears a sign, and below it the point; nothing else does. */
export function othersLines(
  question: Open,
  others: readonly OtherAnswer[],
  width: number,
  theme: Theme,
): string[] {
  const { rubric, avoid = [] } = question;
  const named = (list: readonly { id: string; text: string }[], ids: readonly string[], lead: string) =>
    ids.flatMap((id) => {
      const text = list.find((claim) => claim.id === id)?.text ?? '';
      return wrapHanging(theme.dim(`${lead}${safeLine(text)}`), width, '    ');
    });
  return [
    theme.strong('How others said it'),
    ...others.flatMap(({ voice, kind, sentences }) => [
      '',
      ...wrapText(`${TITLES[kind]} (${safeLine(voice)})`, width),
      ...sentences.flatMap(({ text, points, half, flags }) => [
        ...wrapHanging(safeLine(text), width, `${signOf({ points, half, flags }, theme)} `),
        ...named(rubric, points, ''),
        ...named(rubric, half, 'half: '),
        ...named(avoid, flags, 'red flag: '),
      ]),
    ]),
    '',
  ];
}

function signOf(
  { points, half, flags }: Omit<OtherAnswer['sentences'][number], 'text'>,
  theme: Theme,
): string {
  const { glyphs, right, wrong, warn } = theme;
  if (flags.length > 0) return wrong(glyphs.wrong);
  if (points.length > 0) return right(glyphs.right);
  return half.length > 0 ? warn(glyphs.partly) : ' '.repeat(glyphs.right.length);
}
