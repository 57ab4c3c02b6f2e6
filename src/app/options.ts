// Every option of every verb: one row with how it is written, what it means and how its value is read. Verbs name the rows they take.

import { foldersIn } from '../disk/folders.js';
import { PERSONAS } from '../history/records.js';
import { LEVELS, QUESTION_TYPES, ROLES } from '../question/vocabulary.js';
import { CSV_TABLES } from '../report/csv-tables.js';
import { factor, flag, instant, list, oneOf, text, wholeNumber } from './option-rows.js';

/** Written for a role: whatever the settings say, questions for everyone. */
export const EVERY_ROLE = 'all';

export const OPTIONS = {
  topic: list('--topic <names>', 'topics, see api-quiz topics'),
  concept: list('--concept <names>', 'concepts, see api-quiz topics'),
  level: list('--level <names>', LEVELS.join(', '), LEVELS),
  type: list('--type <names>', QUESTION_TYPES.join(', '), QUESTION_TYPES),
  tag: list('--tag <names>', 'tags'),
  role: list('--role <names>', `${ROLES.join(', ')}, or all; that of the settings when left out`, [
    ...ROLES,
    EVERY_ROLE,
  ]),
  pack: list(
    '--pack <folder>',
    'a folder of questions to add, or the name of a pack to keep to; a folder called as its pack is both',
    undefined,
    foldersIn,
  ),

  count: wholeNumber('-n, --count <number>', 'how many questions', 1, 500),
  port: wholeNumber('--port <number>', 'where a lab listens; any free port when left out', 1, 65535),
  seed: wholeNumber(
    '--seed <number>',
    'the same seed, history and --now give the same questions',
    0,
    2 ** 32 - 1,
  ),
  again: text('--again <sitting>', 'the same questions with the same seed as an earlier sitting'),
  time: factor('--time <factor>', 'scales time limits, such as 1.5; off for none'),
  timer: oneOf('--timer <style>', 'how time is shown', ['live', 'quiet', 'off']),
  confidence: flag('--confidence', 'ask how sure you are: guess 50 %, likely 75 %, sure 90 %'),
  plain: flag('--plain', 'lines in, lines out; no cursor movement'),
  json: flag('--json', 'print JSON'),
  ascii: flag('--ascii', 'no characters beyond ASCII'),
  now: instant('--now <instant>', 'pretend it is this instant (ISO 8601)'),

  new: flag('--new', 'only questions not answered yet'),
  seen: flag('--seen', 'only questions answered before'),
  unseen: flag('--unseen', 'only questions never answered'),
  flagged: flag('--flagged', 'only questions you flagged'),
  suspended: flag('--suspended', 'only questions that are suspended'),
  due: flag('--due', 'only reviews that are due'),
  weak: flag('--weak', 'the topics you are weakest in'),
  missed: flag('--missed', 'what you missed last time you were asked'),
  missedOf: text('--missed-of <sitting>', 'the misses of one sitting'),
  persona: oneOf('--persona <name>', 'how the interviewer speaks: friendly, neutral or pressing', PERSONAS),
  spoken: flag('--spoken', 'answer aloud: no typing, mark yourself'),
  blueprint: text('--blueprint <file>', 'YAML: how many questions per topic and level'),
  negative: flag('--negative', 'a wrong single choice or true-false costs points'),
  withOpen: flag('--with-open', 'open questions too; the result is then provisional'),
  minutes: wholeNumber('--minutes <number>', 'minutes a day', 1, 600),
  date: text('--date <day>', 'the day of the interview; the setting interviewDate when left out'),

  since: text('--since <span>', 'only answers of this span (7d, 2w) or since this day'),
  until: text('--until <span>', 'only answers up to this long ago, or up to the end of this day'),
  sitting: text('--sitting <id>', 'one sitting: its id, the start of it, or last'),
  /** The verb says which it takes. */
  format: text('--format <name>', 'the ending of --output decides when left out'),
  as: text('--as <name>', 'your name in the file; a pseudonym when left out (or: config name)'),
  team: text('--team <name>', 'your team in the file (or: config team)'),
  withResponses: flag('--with-responses', 'what you typed, too'),
  output: text('-o, --output <file>', 'write to a file instead of the screen'),
  table: oneOf('--table <name>', 'with CSV: one row per answer, or per topic', CSV_TABLES),
  noPager: flag('--no-pager', 'print long output as it is, without less or PAGER'),
  force: flag('--force', 'replace an existing file'),
  open: flag('--open', 'show the HTML report in the browser'),
  brief: flag('--brief', 'one line, for a shell prompt'),
  yes: flag('-y, --yes', 'do not ask back'),
  dryRun: flag('--dry-run', 'say what would be done, and do nothing'),
  git: flag('--git', 'sync: also commit, pull with rebase and push, with your own git'),

  into: text('--into <folder>', 'the folder of the draft pack; made when it is not there'),
  from: text('--from <source>', 'a folder of answers that people exported, or one file of them'),
  stats: text('--stats <folder>', 'also what the answers of many people say: a folder of their exports'),
  roster: text('--roster <file>', 'with --from: the names expected, one a line'),
  source: text('--source <title>', 'title of the source of questions that name none'),
  url: text('--url <address>', 'its address'),
  moodle: flag('--moodle', 'GIFT: also ordering, which Moodle alone can read'),
  noteType: text('--note-type <name>', 'Anki: a note type of yours with the fields id, front, back'),
  name: text('--name <name>', 'what to call it here'),
  readOnly: flag('--read-only', 'figures and reports alone: no sitting, nothing is kept'),
  countMarks: flag(
    '--count-marks',
    "open answers marked by the assistant count for mastery, like the learner's own marks",
  ),
  fix: flag('--fix', 'first mend what is safe: dates, quotes, order of fields, blanks at line ends'),
  watch: flag('--watch', 'check again whenever a file changes, until Ctrl-C'),
  strict: flag('--strict', 'exit 1 when anything was lost or refused'),
};

export type OptionName = keyof typeof OPTIONS;

/** The options of a call, each as its row read it; undefined: not given. */
export type Options = {
  readonly [Name in OptionName]?: ReturnType<(typeof OPTIONS)[Name]['read']> | undefined;
};

/** Which questions are meant. */
export const FILTER_OPTIONS = ['topic', 'concept', 'level', 'type', 'tag', 'role', 'pack'] as const;

/** A sitting or a verb that reads, for a program. */
const SPOKEN_JSON = { option: 'json', text: 'one JSON object per line both ways' } as const;

/** What a sitting or a plan is made towards. */
export const FROM_ADVERT = {
  option: 'from',
  text: 'a job advert, as a text file or - for standard input: its topics are asked',
} as const;

/** How a sitting looks and who drives it. */
export const PLAYER_OPTIONS = ['timer', 'plain', SPOKEN_JSON, 'ascii', 'now'] as const;

/** How a sitting is run. */
export const SITTING_OPTIONS = ['count', 'seed', 'again', 'time', 'confidence', ...PLAYER_OPTIONS] as const;

/** Some of these, left out by name. */
export function without<Member>(options: readonly Member[], name: Member & OptionName): Member[] {
  return options.filter((option) => option !== name);
}
