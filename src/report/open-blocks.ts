// The section of open questions: kinds of point, own marks against suggested ones, the best and the worst answers.

import { counted, percent } from '../text/number.js';
import type { Block } from './block.js';
import type { MarksCompared, OpenAnswers, OpenEnd } from './open-shape.js';

/** Below this difference of the means nobody is kinder than the other. */
const ALIKE = 0.03;

const figure = (title: string) => ({ title, number: true });

/** None where no open question was answered. */
export function openBlocks(open: OpenAnswers | null): Block[] {
  if (open === null) return [];
  const { answers, kinds, flagged, marks, topics } = open;
  const flags = flagged === 0 ? 'no red flag' : `a red flag in ${flagged}`;
  return [
    { kind: 'text', text: `${counted(answers, 'open answer')}, ${flags}. Points by kind, said or left out:` },
    {
      kind: 'table',
      caption: 'Points of open questions by kind',
      columns: [
        { title: 'Kind' },
        ...['Must said', 'Must left out', 'Other said', 'Other left out'].map(figure),
      ],
      rows: kinds.map(({ kind, mustSaid, mustLeft, otherSaid, otherLeft }) => [
        kind,
        ...[mustSaid, mustLeft, otherSaid, otherLeft].map(String),
      ]),
    },
    ...(marks === null ? [] : marksBlocks(marks)),
    {
      kind: 'list',
      items: topics.flatMap(({ title, best, worst }) => [
        endWords(title, worst === null ? 'answer' : 'best answer', best),
        ...(worst === null ? [] : [endWords(title, 'worst answer', worst)]),
      ]),
      page: true,
    },
  ];
}

/** Tells whether the learner is kinder than the suggestion, and how that went from week to week. */
function marksBlocks(marks: MarksCompared): Block[] {
  const { answers, own, suggested, weeks } = marks;
  const difference = own - suggested;
  const points = counted(Math.round(Math.abs(difference) * 100), 'point');
  const verdict =
    Math.abs(difference) < ALIKE
      ? 'about as the suggestion does'
      : `${points} of 100 ${difference > 0 ? 'kinder' : 'stricter'} than the suggestion`;
  const text = `You mark ${verdict}: ${percent(own)} against ${percent(suggested)}, over ${counted(answers, 'answer')}.`;
  return [
    { kind: 'text', text },
    {
      kind: 'table',
      caption: 'Own marks against suggested ones',
      columns: [{ title: 'Week of' }, ...['Answers', 'Own', 'Suggested'].map(figure)],
      rows: weeks.map((week) => [
        week.week,
        String(week.answers),
        percent(week.own),
        percent(week.suggested),
      ]),
      page: true,
    },
  ];
}

function endWords(title: string, which: string, { question, answer, credit, day }: OpenEnd): string {
  return `${title}, ${which} (${percent(credit)}, ${day}): "${question}" You: "${answer}"`;
}
