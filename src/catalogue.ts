// All verbs in the order of the help; each is loaded when it is called.

import type { Command } from './app/command.js';

export interface Listed {
  name: string;
  summary: string;
  load(): Promise<Command>;
}

export const CATALOGUE: readonly Listed[] = [
  {
    name: 'practice',
    summary: 'the everyday sitting: what helps most by the interview, feedback after each',
    load: async () => (await import('./commands/practice.js')).practice,
  },
  {
    name: 'drill',
    summary: 'chosen topics until they are right; misses come back',
    load: async () => (await import('./commands/drill.js')).drill,
  },
  {
    name: 'exam',
    summary: 'mock exam: one clock, flag, skip, go back, pass mark',
    load: async () => (await import('./commands/exam.js')).exam,
  },
  {
    name: 'diagnose',
    summary: 'finds your weak topics in as few answers as it can',
    load: async () => (await import('./commands/diagnose.js')).diagnose,
  },
  {
    name: 'interview',
    summary: 'open questions one after the other, as an interviewer asks them',
    load: async () => (await import('./commands/interview.js')).interview,
  },
  {
    name: 'lab',
    summary: 'a task against a real API on this machine, done with curl or any client',
    load: async () => (await import('./commands/lab.js')).lab,
  },
  {
    name: 'resume',
    summary: 'goes on with an interrupted sitting where it stood',
    load: async () => (await import('./commands/resume.js')).resume,
  },
  {
    name: 'topics',
    summary: 'the topics, or one topic with its concepts',
    load: async () => (await import('./commands/topics.js')).topics,
  },
  {
    name: 'list',
    summary: 'the questions, filtered',
    load: async () => (await import('./commands/list.js')).list,
  },
  {
    name: 'show',
    summary: 'one question with its key, explanation and sources',
    load: async () => (await import('./commands/show.js')).show,
  },
  {
    name: 'search',
    summary: 'questions in which all of these words occur, best first',
    load: async () => (await import('./commands/search.js')).search,
  },
  {
    name: 'stats',
    summary: 'what your answers say: mastery, days, curves, time',
    load: async () => (await import('./commands/stats.js')).stats,
  },
  {
    name: 'history',
    summary: 'what you sat and answered; export, import, delete, regrade',
    load: async () => (await import('./commands/history.js')).history,
  },
  {
    name: 'flags',
    summary: 'questions you flagged as doubtful',
    load: async () => (await import('./commands/flags.js')).flags,
  },
  {
    name: 'suspend',
    summary: 'questions that are not your job: no sitting chooses them',
    load: async () => (await import('./commands/suspend.js')).suspend,
  },
  {
    name: 'unsuspend',
    summary: 'suspended questions are chosen again',
    load: async () => (await import('./commands/unsuspend.js')).unsuspend,
  },
  {
    name: 'report',
    summary: 'weak topics and a study list as text, Markdown, JSON, CSV or HTML',
    load: async () => (await import('./commands/report.js')).report,
  },
  {
    name: 'items',
    summary: 'what the answers of many people say about the questions',
    load: async () => (await import('./commands/items.js')).items,
  },
  {
    name: 'plan',
    summary: 'what to do each day until the interview',
    load: async () => (await import('./commands/plan.js')).plan,
  },
  {
    name: 'lint',
    summary: 'checks question files; exit 1 when there are errors',
    load: async () => (await import('./commands/lint.js')).lint,
  },
  {
    name: 'preview',
    summary: 'a question file as each player shows it, and what a guesser would pick',
    load: async () => (await import('./commands/preview.js')).preview,
  },
  {
    name: 'new',
    summary: 'a pack or a question to fill in',
    load: async () => (await import('./commands/new.js')).newFile,
  },
  {
    name: 'import',
    summary: 'questions of other programs into a pack of drafts: GIFT, Anki, CSV, Moodle XML, QTI, Markdown',
    load: async () => (await import('./commands/import.js')).importForeign,
  },
  {
    name: 'export',
    summary: 'questions as GIFT, Anki cards, CSV, QTI or Moodle XML',
    load: async () => (await import('./commands/export.js')).exportForeign,
  },
  {
    name: 'pack',
    summary: 'packs from folders, git, npm and tarballs: add, list, update, remove',
    load: async () => (await import('./commands/pack.js')).pack,
  },
  {
    name: 'mcp',
    summary: 'lets an assistant quiz you: a Model Context Protocol server',
    load: async () => (await import('./commands/mcp.js')).mcp,
  },
  {
    name: 'schema',
    summary: 'JSON Schema of the front matter of a question file',
    load: async () => (await import('./commands/schema.js')).schema,
  },
  {
    name: 'config',
    summary: 'settings: role, level, interview date, packs, clock, looks',
    load: async () => (await import('./commands/config.js')).config,
  },
  {
    name: 'doctor',
    summary: 'where files lie, what is readable, what was set aside',
    load: async () => (await import('./commands/doctor.js')).doctor,
  },
  {
    name: 'completion',
    summary: 'makes bash, zsh, fish or PowerShell complete verbs, options and their values',
    load: async () => (await import('./commands/completion.js')).completion,
  },
];
