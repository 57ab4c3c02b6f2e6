// Verbs as values -> commander. Nothing else knows commander.

import { Command as Commander, CommanderError, Option } from 'commander';
import type { Command, TakenOption } from './app/command.js';
import { refuseExclusions } from './app/exclusions.js';
import type { OptionRow } from './app/option-rows.js';
import { OPTIONS, type Options } from './app/options.js';
import { runPaged } from './app/run-paged.js';
import { EXIT, type ExitCode, type World } from './app/world.js';
import { CATALOGUE, type Listed } from './catalogue.js';
import { Failure } from './text/failure.js';

const ABOUT =
  'Practise for API interviews: real questions, a real clock, fair grading, an honest report of your weak topics.';

/**
 * Runs the verb in `args`; throws Failure for wrong use. Only the verb that is called is loaded. `toldOf`: the verbs commander is told
 * of, all or those that make no difference.
 */
export async function runProgram(
  world: World,
  args: readonly string[],
  toldOf: (typed: readonly string[]) => readonly Listed[] = neededFor,
): Promise<ExitCode> {
  let exit: ExitCode = EXIT.fine;
  const program = base(new Commander('api-quiz'), world)
    .description(ABOUT)
    .version(world.version, '-V, --version')
    .addHelpText('after', '\nStart with:\n  $ api-quiz practice\n\nHelp on a verb: api-quiz help <verb>');
  const verb = args.find((arg) => !arg.startsWith('-'));
  const named = verb === 'help' ? args[args.indexOf('help') + 1] : verb;
  // commander answers `help <typo>` with the whole help; as a verb the typo gets its one line.
  const isTypo = verb === 'help' && named !== undefined && !KNOWN.has(named) && !named.startsWith('-');
  const typed = isTypo ? [named] : args;
  for (const listed of toldOf(typed)) {
    const command = listed.name === named ? await listed.load() : undefined;
    const sub = base(program.command(listed.name), world).description(listed.summary);
    if (command)
      describe(sub, command, async (positional, options) => {
        refuseExclusions(options);
        exit = await runPaged(world, command, positional, options);
      });
  }
  try {
    await program.parseAsync([...typed], { from: 'user' });
    return exit;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.fine;
    // Without a verb commander has printed the help as an error; otherwise its message is the one line.
    if (error.code === 'commander.help') return EXIT.wrongUse;
    throw new Failure('wrong-use', {
      reason: reasonOf(error, CATALOGUE.find(({ name }) => name === verb)?.name),
    });
  }
}

/**
 * The verbs commander is told of: all where it lists or suggests them, else only the one that is called, which saves a millisecond.
 * It must be the first word, for what stands before it is the program's own and may be wrong.
 */
function neededFor([first]: readonly string[]): readonly Listed[] {
  const own = CATALOGUE.filter(({ name }) => name === first);
  return own.length > 0 ? own : CATALOGUE;
}

const KNOWN: ReadonlySet<string> = new Set(['help', ...CATALOGUE.map(({ name }) => name)]);

/** What was wrong, and where to look it up unless commander has a suggestion. */
function reasonOf({ message }: CommanderError, verb: string | undefined): string {
  const [first = '', suggestion] = message.replace(/^error: /, '').split('\n');
  const said = first.replace(/\.$/, '');
  return suggestion
    ? `${said} ${suggestion}`
    : `${said}. See: api-quiz ${verb === undefined ? '' : `${verb} `}--help`;
}

function base(command: Commander, world: World): Commander {
  return command
    .exitOverride()
    .showSuggestionAfterError()
    .configureHelp({ minWidthToWrap: 10 })
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      // The message comes once more as a CommanderError; here only the help that an empty call prints goes through.
      writeErr: (text) => {
        if (!text.startsWith('error: ')) world.stderr.write(text);
      },
      getOutHelpWidth: () => (world.stdout.isTTY ? world.stdout.columns : 80),
      getErrHelpWidth: () => (world.stderr.isTTY ? world.stderr.columns : 80),
    });
}

function describe(
  sub: Commander,
  command: Command,
  run: (positional: string[], options: Options) => Promise<void>,
): void {
  for (const { name, text } of command.arguments ?? []) sub.argument(name, text);
  const taken = (command.options ?? []).map((spec) => ({ name: nameOf(spec), option: optionOf(spec) }));
  for (const { option } of taken) sub.addOption(option);
  if (command.examples)
    sub.addHelpText('after', `\nExamples:\n${command.examples.map((line) => `  $ ${line}`).join('\n')}`);
  sub.action(async (...values: unknown[]) => {
    const given = values.slice(0, command.arguments?.length ?? 0).flat();
    // Two rows may be written alike (`--format` of a report and of an export): a verb reads its own under its name.
    const typed: Readonly<Record<string, unknown>> = sub.opts();
    const read = taken.map(({ name, option }) => {
      const value = typed[option.attributeName()];
      // commander keeps `--no-pager` as a pager that is false.
      return [name, option.negate ? value === false : value] as const;
    });
    await run(given.filter((value) => value !== undefined) as string[], Object.fromEntries(read));
  });
}

const nameOf = (taken: TakenOption) => (typeof taken === 'string' ? taken : taken.option);

function optionOf(taken: TakenOption): Option {
  const asked = typeof taken === 'string' ? { option: taken } : taken;
  const row: OptionRow<unknown> = OPTIONS[asked.option];
  const option = new Option(row.flags, asked.text ?? row.text);
  const values = asked.values ?? (row.closed ? row.values : undefined);
  if (values) option.choices([...values]);
  // A flag is given no text; commander has true for it.
  else if (option.required) option.argParser((typed, before) => row.read(typed, before));
  return option;
}
