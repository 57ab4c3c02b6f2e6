// The first start: three questions that can be skipped, kept as settings.

import { isSetting, type Settings } from '../history/setting-rows.js';
import { changeSettings } from '../history/settings.js';
import { indent, measure } from '../look/frame.js';
import type { Theme } from '../look/theme.js';
import { type AskedInTurn, askInTurn } from '../players/terminal/ask-in-turn.js';
import { openScreen, type Screen } from '../players/terminal/screen.js';
import { LEVELS, type Level, ROLES, type Role } from '../question/vocabulary.js';
import { localDay } from '../text/duration.js';
import { wrapText } from '../text/fit.js';
import type { World } from './world.js';

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

interface Answered {
  role: Role | undefined;
  level: Level | undefined;
  date: string;
}

async function ask(world: World, set: Settings, screen: Screen): Promise<Settings> {
  const lines = (columns: number) =>
    indent([...wrapText(`Welcome to api-quiz. ${HOW}`, measure(columns)), '']);
  const skip = (present: string | undefined) => ({
    name: present === undefined ? 'Skip' : `As it is set: ${present}`,
    value: undefined,
  });
  const { role, level, date } = await askInTurn<Answered>(screen, lines, [
    {
      type: 'choice',
      name: 'role',
      message: 'Which role do you interview for?',
      choices: [
        skip(set.role && ROLE_NAMES[set.role]),
        ...ROLES.map((value) => ({ name: ROLE_NAMES[value], value })),
      ],
    },
    {
      type: 'choice',
      name: 'level',
      message: 'At which level? (a leaning: other levels are asked too)',
      choices: [skip(set.level), ...LEVELS.map((value) => ({ name: value, value }))],
    },
    dateQuestion(set.interviewDate, localDay(world.now())),
  ]);
  return {
    ...(role === undefined ? {} : { role }),
    ...(level === undefined ? {} : { level }),
    ...(date.trim() === '' ? {} : { interviewDate: date.trim() }),
  };
}

function dateQuestion(set: string | undefined, today: string): AskedInTurn {
  const isDay = (line: string) => line === '' || (isSetting('interviewDate', line) && line >= today);
  return {
    type: 'line',
    name: 'date',
    message: `When is the interview? (YYYY-MM-DD${set === undefined ? '' : `; set: ${set}`})`,
    escapeWord: 'skip',
    refuse: (line) =>
      isDay(line.trim()) ? undefined : `A day from ${today} on, such as 2030-12-15, or Enter alone to skip.`,
  };
}
