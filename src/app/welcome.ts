// The first start: three questions that can be skipped, kept as settings.

import { isSetting, type Settings } from '../history/setting-rows.js';
import { changeSettings } from '../history/settings.js';
import { askReady } from '../players/terminal/ready-prompts.js';
import { LEVELS, type Level, ROLES, type Role } from '../question/vocabulary.js';
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

/** The settings with what was answered; throws Interrupted on Ctrl-C. */
export async function welcome(world: World): Promise<Settings> {
  world.stdout.write('\n  Welcome to api-quiz. Three questions, each can be skipped with Enter.\n\n');
  const skip = { name: 'Skip', value: null };
  const { role, level, date } = await askReady<Answers>([
    {
      type: 'select',
      name: 'role',
      message: 'Which role do you interview for?',
      choices: [skip, ...ROLES.map((value) => ({ name: ROLE_NAMES[value], value }))],
    },
    {
      type: 'select',
      name: 'level',
      message: 'At which level?',
      choices: [skip, ...LEVELS.map((value) => ({ name: value, value }))],
    },
    {
      type: 'input',
      name: 'date',
      message: 'When is the interview? (YYYY-MM-DD)',
      validate: (typed: string) =>
        typed.trim() === '' ||
        isSetting('interviewDate', typed.trim()) ||
        'A day such as 2026-12-15, or Enter to skip.',
    },
  ]);
  return changeSettings(world.home, {
    ...(role === null ? {} : { role }),
    ...(level === null ? {} : { level }),
    ...(date.trim() === '' ? {} : { interviewDate: date.trim() }),
    welcomed: true,
  });
}
