// A conversation about an open question: what was left out is probed for, or else the interviewer goes on from it.

import type { Probe, Talk } from '../history/records.js';
import type { OpenMark } from '../question/open-mark.js';
import type { Open } from '../question/question.js';
import { isResponseTo, MOST_TYPED } from '../question/response.js';
import { leadOf } from './persona.js';
import type { AskView, Desk, Player } from './player.js';
import type { Sitting } from './sitting.js';

const MOST_PROBES = 2;

/** Every probe answered, each recorded at once; null where the person leaves in between. */
export async function converse(
  sitting: Sitting,
  player: Player,
  view: AskView,
  { question, text }: { question: Open; text: string },
): Promise<Talk | null> {
  const { entry } = view;
  const record = (talk: Talk) => sitting.record({ kind: 'talked', at: sitting.world.now(), entry, talk });
  let talk = sitting.state.talks.get(entry);
  if (talk === undefined) {
    const mark = await sitting.world.markOpen(view.item, question, text);
    talk = { text, probes: probesFor(question, mark) };
    if (talk.probes.length > 0) record(talk);
  }
  for (;;) {
    const probes: readonly Probe[] = talk.probes;
    const at = probes.findIndex(({ reply }) => reply === null);
    const probe = probes[at];
    if (probe === undefined) return talk;
    const asked = probeView(sitting, view, question, probe, { number: at + 1, of: probes.length });
    const act = await player.ask(asked, withoutClock(sitting.desk(entry)));
    if (act.kind === 'quit' || act.kind === 'leave') return null;
    const reply = act.kind === 'answer' && isResponseTo('open', act.response) ? act.response.text : '';
    talk = { ...talk, probes: probes.map((one, place) => (place === at ? { ...one, reply } : one)) };
    record(talk);
  }
}

/** The heaviest points that are not found and can be asked for, two at most; where there are none, the follow-up. */
export function probesFor({ rubric, followUp }: Open, { points }: OpenMark): Probe[] {
  const missing = rubric.filter(({ id }) => points.find((point) => point.id === id)?.state !== 'said');
  const probes = missing
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ id, probe }) => (probe === undefined ? [] : [{ point: id, question: probe, reply: null }]))
    .slice(0, MOST_PROBES);
  if (probes.length > 0) return probes;
  return followUp === undefined ? [] : [{ point: null, question: followUp, reply: null }];
}

/** All that was said, as one text. */
export function wholeText({ text, probes }: Talk): string {
  return [text, ...probes.map(({ reply }) => reply ?? '')]
    .filter((said) => said !== '')
    .join('\n\n')
    .slice(0, MOST_TYPED);
}

/** Ids of the points that only a probe brought out, by where they are found, or by having been asked for and not been found before. */
export function lateIn(talk: Talk, before: OpenMark, whole: OpenMark): string[] {
  const answered = talk.probes.filter(({ reply }) => reply !== null && reply !== '');
  return whole.points.flatMap(({ id, evidence, state }) => {
    const first = before.points.find((point) => point.id === id)?.state ?? 'open';
    if (first === 'said') return [];
    const found = state !== 'open' && evidence !== null && evidence.start >= talk.text.length;
    return found || (first === 'open' && answered.some(({ point }) => point === id)) ? [id] : [];
  });
}

function probeView(
  sitting: Sitting,
  view: AskView,
  question: Open,
  { point, question: asked }: Probe,
  probe: { number: number; of: number },
): AskView {
  const { hint: _hint, ...rest } = question;
  const lead = leadOf(sitting.header.persona, point === null ? 'follow-up' : 'probe');
  return {
    ...view,
    question: { ...rest, stem: `${lead} ${asked}` },
    probe,
    limitMs: null,
    hinted: false,
    previous: null,
    draft: sitting.state.drafts.get(view.entry) ?? null,
    mayTakeBack: false,
  };
}

/** The target is that of the answer: what is asked behind it takes the time it takes. */
function withoutClock(desk: Desk): Desk {
  return { ...desk, remainingMs: () => null };
}
