// The first start: three questions that can be skipped, kept as settings.

import { isSetting, type Settings } from '../history/setting-rows.js';
import { changeSettings } from '../history/settings.js';
import { askReady } from '../players/terminal/ready-prompts.js';
import { LEVELS, type Level, ROLES, type Role } from '../question/vocabulary.js';
import { localDay } from '../text/duration.js';
import type { World } from './world.js';

interface Answers extends Record<string, unknown> {
  role: Role | null;
  level: Level | null;
  date: string;
}

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

/** The ready prompts without signs beyond ASCII. */
const ASCII_THEME = {
  prefix: { idle: '?', done: '*' },
  icon: { cursor: '>' },
  style: { keysHelpTip: () => 'arrows: move, Enter: choose' },
};

/** The settings with what was answered; what is set already is shown and stays unless it is changed. Throws Interrupted on Ctrl-C. */
export async function welcome(world: World, set: Settings, ascii = false): Promise<Settings> {
  world.stdout.write('\n  Welcome to api-quiz. Three questions; Enter alone leaves each as it is.\n\n');
  const today = localDay(world.now());
  const look = ascii ? { theme: ASCII_THEME } : {};
  const skip = (value: string | undefined) => ({
    name: value === undefined ? 'Skip' : `As it is set: ${value}`,
    value: null,
  });
  const { role, level, date } = await askReady<Answers>([
    {
      type: 'select',
      ...look,
      name: 'role',
      message: 'Which role do you interview for?',
      choices: [
        skip(set.role && ROLE_NAMES[set.role]),
        ...ROLES.map((value) => ({ name: ROLE_NAMES[value], value })),
      ],
    },
    {
      type: 'select',
      ...look,
      name: 'level',
      message: 'At which level? (a leaning: other levels are asked too)',
      choices: [skip(set.level), ...LEVELS.map((value) => ({ name: value, value }))],
    },
    {
      type: 'input',
      ...look,
      name: 'date',
      message: `When is the interview? (YYYY-MM-DD${set.interviewDate === undefined ? '' : `; set: ${set.interviewDate}`})`,
      validate: (typed: string) =>
        typed.trim() === '' ||
        (isSetting('interviewDate', typed.trim()) && typed.trim() >= today) ||
        `A day from ${today} on, such as 2030-12-15, or Enter to skip.`,
    },
  ]);
  return changeSettings(world.home, {
    ...(role === null ? {} : { role }),
    ...(level === null ? {} : { level }),
    ...(date.trim() === '' ? {} : { interviewDate: date.trim() }),
    welcomed: true,
  });
}
