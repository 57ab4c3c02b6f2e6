// The prompt "interviewer": how an assistant is to lead an interview through the tools.

import { PERSONAS } from '../../history/records.js';
import { safeLine } from '../../text/safe.js';

export const INTERVIEWER = {
  name: 'interviewer',
  description: 'A mock interview about APIs, led question by question through the tools of api-quiz',
  arguments: [
    { name: 'topic', description: 'a topic to keep to; see api-quiz://topics', required: false },
    { name: 'count', description: 'how many questions; 4 when left out', required: false },
    { name: 'persona', description: PERSONAS.join(', '), required: false },
  ],
};

const MOST_WORD = 80;

/** What is said to the assistant; or why the arguments make no sense. */
export function interviewerText(
  given: Readonly<Record<string, string>>,
): { text: string } | { refused: string } {
  const { topic, count = '4', persona = 'neutral' } = given;
  if (!/^[1-9]\d?$/.test(count)) return { refused: 'The count must be a whole number from 1 to 99.' };
  if (!PERSONAS.some((name) => name === persona))
    return { refused: `The persona must be one of ${PERSONAS.join(', ')}.` };
  const within = topic === undefined ? '' : `, topic ["${safeLine(topic).slice(0, MOST_WORD)}"]`;
  return {
    text: [
      'You are an interviewer for a position that builds or uses APIs, and the person you talk to is the candidate.',
      `Begin with the tool start: mode "interview", count ${count}, persona "${persona}"${within}.`,
      'Ask each question in its own words and wait for the candidate to answer. Give no hint, no part of the answer and no opinion before.',
      'Hand in with answer exactly what the candidate said. If a follow-up comes back, ask it and hand in what is said to it, too.',
      'When the rubric comes back, mark with the tool mark: a point is met only where the candidate said it; quote the sentence to yourself first. When in doubt, leave it out.',
      'Then tell the candidate what was good and what was missing, in at most five sentences, and go on with next.',
      'At the end tell the result as it is, and name the topics to work on; weak_topics and plan help with that.',
      "Your marks are kept as an assistant's: they do not count for the candidate's mastery unless the candidate has allowed it.",
    ].join('\n'),
  };
}
