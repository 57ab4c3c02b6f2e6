// The player for pipes and line-by-line terminals: text out, one line in per answer. Nothing moves, nothing is redrawn.

import { MODE_RULES } from '../../history/modes.js';
import type { SittingHeader } from '../../history/records.js';
import type { Theme } from '../../look/theme.js';
import type { AskAct, AskView, Desk, Player } from '../../session/player.js';
import { spanInWords } from '../../text/duration.js';
import { wrapText } from '../../text/fit.js';
import { counted } from '../../text/number.js';
import { safeLine } from '../../text/safe.js';
import { closingScreen } from '../closing-screen.js';
import type { LinesIn } from '../lines-in.js';
import { provisionalWords } from '../provisional-words.js';
import { askConfidence } from './ask-confidence.js';
import { askPlain, askPlainLab } from './ask-plain.js';
import { askSheet } from './ask-sheet.js';
import { type PlainTalk, plainTalk } from './conversation.js';
import { judgeByLine } from './judge-by-line.js';
import { markByLine } from './mark-by-line.js';
import { plainReview } from './plain-question.js';
import { askVerdict, sayVerdict } from './tell-plain.js';

export interface PlainRequest {
  lines: LinesIn;
  write(text: string): void;
  theme: Theme;
  width: number;
  /** Where a lab listens; 0: any port that is free. */
  labPort?: number;
}

/** The end of input is a quit: what was answered is kept, the sitting can be resumed. */
export function makePlainPlayer({ labPort = 0, ...voice }: PlainRequest): Player {
  const talk = plainTalk(voice);
  let told = '';
  return {
    opening: async (header, resumed, made = '') =>
      talk.say(openingWords(header, resumed), ...(made === '' ? [] : [`${made}.`]), ''),
    ask: (view, desk) => ask(view, desk, talk, labPort),
    async confidence() {
      await talk.settle();
      return askConfidence(talk);
    },
    async selfMark(view, marking) {
      await talk.settle();
      const { question } = view;
      return question.type === 'open' ? markByLine(question, marking, talk, talk) : marking.suggestion;
    },
    judging: judgeByLine(talk),
    async verdict(verdict) {
      await talk.settle();
      sayVerdict(verdict, told === verdict.answer.id, talk);
      told = verdict.answer.id;
      return askVerdict(verdict, talk);
    },
    async offerMarking(offer) {
      await talk.settle();
      const words = `${provisionalWords(offer)} :m marks your open answers now, Enter shows the result.`;
      talk.say('', ...wrapText(words, talk.width));
      return (await talk.next())?.trim() === ':m';
    },
    async sheet(view, desk) {
      const act = await askSheet(view, desk, talk);
      if (act.kind === 'expired') talk.timeIsUp();
      return act;
    },
    async closing(view) {
      await talk.settle();
      const { theme, width, say } = talk;
      say(...closingScreen(view, width + 4, theme).map((line) => line.trimEnd()));
      for (const review of view.reviews) say(...plainReview(review, width, theme));
    },
    close: () => voice.lines.close(),
  };
}

function openingWords({ paperMs, title, mode, most, seed }: SittingHeader, resumed: boolean): string {
  const time = paperMs === null ? '' : `, ${spanInWords(paperMs)} in all`;
  const filter = title === '' ? '' : ` (${safeLine(title)})`;
  const going = resumed ? 'Going on with ' : '';
  return `${going}${MODE_RULES[mode].title}${filter}: ${counted(most, 'question')}${time}. Seed ${seed}.`;
}

async function ask(view: AskView, desk: Desk, talk: PlainTalk, labPort: number): Promise<AskAct> {
  await talk.settle();
  talk.forget();
  if (view.question.type === 'lab') return askPlainLab(view, desk, talk, labPort);
  const act = await askPlain(view, desk, talk);
  if (act.kind === 'expired') talk.timeIsUp();
  return act;
}
