// The player for pipes and line-by-line terminals: text out, one line in per answer. Nothing moves, nothing is redrawn.

import { renderInline } from '../../look/markdown.js';
import type { Theme } from '../../look/theme.js';
import type { QuestionResponse } from '../../question/response.js';
import { refusalOf } from '../../question/type-rules.js';
import { MODE_RULES } from '../../session/modes.js';
import type { AskAct, Player, Verdict, VerdictAct } from '../../session/player.js';
import { clockFace, spanInWords } from '../../text/duration.js';
import { wrapText } from '../../text/fit.js';
import { counted } from '../../text/number.js';
import { safeLine } from '../../text/safe.js';
import { openInWords } from '../answer-sheet-screen.js';
import { closingScreen } from '../closing-screen.js';
import type { LinesIn } from '../lines-in.js';
import { provisionalWords } from '../provisional-words.js';
import { askConfidence } from './ask-confidence.js';
import { markByLine } from './mark-by-line.js';
import { MORE_LINES } from './more-lines.js';
import { decodePlainAnswer } from './plain-answer.js';
import { runCommand } from './plain-commands.js';
import { plainCommands, plainOverride, plainQuestion, plainReview, plainVerdict } from './plain-question.js';

export interface PlainRequest {
  lines: LinesIn;
  write(text: string): void;
  theme: Theme;
  width: number;
  /** Where a lab listens; 0: any port that is free. */
  labPort?: number;
}

/** The end of input is a quit: what was answered is kept, the sitting can be resumed. */
export function makePlainPlayer({ lines, write, theme, width, labPort = 0 }: PlainRequest): Player {
  const say = (...said: readonly string[]) => write(`${said.join('\n')}\n`);
  // A line that was read too early (at a verdict, where Enter alone means "go on") waits here.
  let held: string | null = null;
  let told = '';
  const next = async (limitMs: number | null = null) => {
    const line = held ?? (await lines.next(limitMs));
    held = null;
    return line;
  };

  let timeUp = false;
  const expired = (response: QuestionResponse | null): AskAct => {
    timeUp = true;
    return { kind: 'expired', response };
  };
  /** At a terminal the line that was being typed when the time was up still comes: it means nothing to what follows. */
  const settle = async () => {
    if (timeUp && lines.typed) {
      say('', 'Time is up. Enter goes on.');
      await lines.next();
      lines.forget();
    }
    timeUp = false;
  };

  return {
    async opening(header, resumed) {
      const time = header.paperMs === null ? '' : `, ${spanInWords(header.paperMs)} in all`;
      const filter = header.title === '' ? '' : ` (${safeLine(header.title)})`;
      const going = resumed ? 'Going on with ' : '';
      say(
        `${going}${MODE_RULES[header.mode].title}${filter}: ${counted(header.most, 'question')}${time}. Seed ${header.seed}.`,
        '',
      );
    },

    async ask(view, desk) {
      await settle();
      // A line finished before the question was to be seen is no answer to it.
      lines.forget();
      if (view.question.type === 'lab') {
        const { playPlainLab } = await import('./plain-lab.js');
        const limited = () => next(view.limitCuts ? desk.remainingMs() : null);
        return playPlainLab({ view, desk, theme, width, say, next: limited }, labPort);
      }
      const hint = view.question.hint;
      say(...plainQuestion(view, desk.remainingMs(), width, theme), ...wrapText(plainCommands(view), width));
      if (view.hinted && hint !== undefined) say(...wrapText(`Hint: ${renderInline(hint, theme)}`, width));
      for (;;) {
        const line = await next(view.limitCuts ? desk.remainingMs() : null);
        if (line === null) return { kind: 'quit' };
        if (line === 'late') return expired(null);
        const answer = decodePlainAnswer(line, view);
        if (answer.kind === 'unclear') {
          say(answer.help);
        } else if (answer.kind === 'command') {
          const act = await runCommand(answer.name, answer.rest, view, desk, say, next);
          if (act !== null) return act;
        } else {
          const limit = () => (view.limitCuts || view.question.type === 'open' ? desk.remainingMs() : null);
          const readMore = MORE_LINES[view.question.type];
          const response =
            readMore === undefined
              ? answer.response
              : await readMore(line, view, { next: () => next(limit()), say });
          if (response === 'late') return expired(answer.response);
          const refused = response === undefined ? null : refusalOf(view.question, response);
          if (refused !== null) say(refused);
          else if (response !== undefined) return { kind: 'answer', response };
        }
      }
    },

    async confidence() {
      await settle();
      return askConfidence({ say, next });
    },

    async selfMark(view, marking) {
      await settle();
      const { question } = view;
      return question.type === 'open'
        ? markByLine(question, marking, { width, theme }, { say, next })
        : marking.suggestion;
    },

    async verdict(verdict) {
      await settle();
      // What is known already is not said again: only what the last command did.
      const again = told === verdict.answer.id;
      told = verdict.answer.id;
      if (again && verdict.remark !== null) say(...wrapText(verdict.remark, width));
      else if (again) say(plainOverride(verdict));
      else say(...plainVerdict(verdict, width, theme));
      for (;;) {
        const line = await next();
        const command = /^:([!+efqtu])\s*(.*)$/.exec(line?.trim() ?? '');
        if (command) return verdictAct(command[1] as string, command[2] as string, verdict);
        if (line === null || line.trim() === '') return { kind: 'next' };
        // From a pipe an answer to the next question may come without the Enter that goes on: it is kept for that question.
        if (!lines.typed) held = line;
        if (!lines.typed) return { kind: 'next' };
        say('That is not taken as an answer. Enter alone goes on, :q quits.');
      }
    },

    async offerMarking(offer) {
      await settle();
      say(
        '',
        ...wrapText(
          `${provisionalWords(offer)} :m marks your open answers now, Enter shows the result.`,
          width,
        ),
      );
      return (await next())?.trim() === ':m';
    },

    async sheet(view, desk) {
      const left = desk.remainingMs();
      say('', `Answer sheet${left === null ? '' : `, ${clockFace(left)} left`}`);
      say(
        ...view.lines.map(
          (line) =>
            `  ${line.place}. ${line.status === 'unseen' ? 'not seen' : line.status}${line.marked ? ', marked' : ''}`,
        ),
      );
      say(openInWords(view.lines), 'Type a number to go to that question, :u to hand in, :q to quit.');
      for (;;) {
        const line = await next(desk.remainingMs());
        if (line === null || line.trim() === ':q') return { kind: 'quit' };
        if (line === 'late') {
          timeUp = true;
          return { kind: 'expired' };
        }
        if (line.trim() === ':u') return { kind: 'submit' };
        const chosen = view.lines.find(
          (candidate) => String(candidate.place) === line.trim().replace(/^:/, ''),
        );
        if (chosen) return { kind: 'goto', entry: chosen.entry };
        say('Type a number, :u or :q.');
      }
    },

    async closing(view) {
      await settle();
      say(...closingScreen(view, width + 4, theme).map((line) => line.trimEnd()));
      for (const review of view.reviews) say(...plainReview(review, width, theme));
    },

    close: () => lines.close(),
  };
}

function verdictAct(name: string, rest: string, { mayOverride, mayEdit, mayRetry }: Verdict): VerdictAct {
  if (name === 'q') return { kind: 'quit' };
  if (name === 'f') return { kind: 'flag', note: safeLine(rest) };
  if (name === '+') return { kind: 'easy' };
  if (name === 'u') return { kind: 'take-back' };
  if (name === 't') return { kind: mayRetry ? 'again' : 'next' };
  if (name === 'e') return { kind: mayEdit ? 'edit' : 'next' };
  return mayOverride ? { kind: 'override' } : { kind: 'next' };
}
