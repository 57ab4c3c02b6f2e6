// How the interviewer speaks: wording only; what is asked and what it is worth never changes.

import type { Persona } from '../history/records.js';

type Moment = 'probe' | 'follow-up';

const LINES: Readonly<Record<Persona, Readonly<Record<Moment, string>>>> = {
  friendly: {
    probe: 'Thank you, that helps me. One thing I would still like to hear:',
    'follow-up': 'Thank you, that was clear. Let us go on from there:',
  },
  neutral: { probe: 'You have not mentioned this yet.', 'follow-up': 'They go on:' },
  pressing: { probe: 'Something is missing. Be brief:', 'follow-up': 'Fine. And then?' },
};

/** What the interviewer says before a question behind the first. */
export function leadOf(persona: Persona | undefined, moment: Moment): string {
  return LINES[persona ?? 'neutral'][moment];
}
