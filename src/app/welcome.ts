// The first start: three questions that can be skipped, kept as settings.

import { isSetting, type Settings } from '../history/setting-rows.js';
import { changeSettings } from '../history/settings.js';
import { indent, measure } from '../look/frame.js';
import type { Theme } from '../look/theme.js';
import { chooseOne } from '../players/terminal/choice-prompt.js';
import { askLine } from '../players/terminal/line-prompt.js';
import { openScreen, type Screen } from '../players/terminal/screen.js';
import { LEVELS, ROLES, type Role } from '../question/vocabulary.js';
import { localDay } from '../text/duration.js';
import { wrapText } from '../text/fit.js';
import type { World } from './world.js';

interface Choice<Value> {
  name: string;
  value: Value;
}

const HOW = 'Three questions; Enter alone leaves each as it is.';

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  developer: 'Developer',
  tester: 'Tester',
  architect: 'Architect',
  product: 'Product manager',
  analyst: 'Analyst',
  support: 'Support or customer success',
  writer: 'API documentation writer',
  solutions: 'Solutions engineer',
};

/** The settings with what was answered; what is set already is shown and stays unless it is changed. Throws Interrupted on Ctrl-C. */
export async function welcome(world: World, set: Settings, theme: Theme): Promise<Settings> {
  const screen = openScreen(world.stdout, theme);
  try {
    return changeSettings(world.home, { ...(await ask(world, set, screen)), welcomed: true });
  } finally {
    screen.leave();
  }
}

async function ask(world: World, set: Settings, screen: Screen): Promise<Settings> {
  const lines = (columns: number) =>
    indent([...wrapText(`Welcome to api-quiz. ${HOW}`, measure(columns)), '']);
  const choose = <Value>(message: string, present: string | undefined, choices: readonly Choice<Value>[]) => {
    const skip = { name: present === undefined ? 'Skip' : `As it is set: ${present}`, value: undefined };
    return screen.show(() =>
      chooseOne<Value | undefined>({ ...screen, lines, message, choices: [skip, ...choices] }),
    );
  };
  const role = await choose(
    'Which role do you interview for?',
    set.role && ROLE_NAMES[set.role],
    ROLES.map((value) => ({ name: ROLE_NAMES[value], value })),
  );
  const level = await choose(
    'At which level? (a leaning: other levels are asked too)',
    set.level,
    LEVELS.map((value) => ({ name: value, value })),
  );
  const today = localDay(world.now());
  const isDay = (line: string) => line === '' || (isSetting('interviewDate', line) && line >= today);
  const interviewDate = await screen.show(() =>
    askLine({
      ...screen,
      lines,
      message: `When is the interview? (YYYY-MM-DD${set.interviewDate === undefined ? '' : `; set: ${set.interviewDate}`})`,
      escapeWord: 'skip',
      refuse: (line) =>
        isDay(line.trim())
          ? undefined
          : `A day from ${today} on, such as 2030-12-15, or Enter alone to skip.`,
    }),
  );
  return {
    ...(role === undefined ? {} : { role }),
    ...(level === undefined ? {} : { level }),
    ...(interviewDate.trim() === '' ? {} : { interviewDate: interviewDate.trim() }),
  };
}
