// api-quiz new: a pack or a question to fill in.

import { dirname, join } from 'node:path';
import type { Command } from '../app/command.js';
import type { Options } from '../app/options.js';
import { printLines } from '../app/print.js';
import { EXIT, type World } from '../app/world.js';
import { absolutePath, makeFolder } from '../disk/folders.js';
import { writeWhole } from '../disk/write-whole.js';
import { slugOf } from '../exchange/slug.js';
import { newQuestionFile } from '../question/new-question.js';
import { LEVELS, QUESTION_TYPES, type QuestionType } from '../question/vocabulary.js';
import { localDay } from '../text/duration.js';
import { Failure } from '../text/failure.js';
import { adviceOn } from '../text/nearest.js';

const KINDS = ['pack', 'question'];

export const newFile: Command = {
  arguments: [
    { name: '<kind>', text: KINDS.join(' or ') },
    { name: '<name>', text: 'of a pack: its folder; of a question: its id' },
  ],
  options: [
    { option: 'type', text: `question: ${QUESTION_TYPES.join(', ')}` },
    { option: 'topic', text: 'question: its topic' },
    { option: 'concept', text: 'question: its concept' },
    { option: 'level', text: `question: ${LEVELS.join(', ')}` },
    { option: 'into', text: 'question: the folder of the pack; here when left out' },
  ],
  examples: ['api-quiz new pack my-pack', 'api-quiz new question retry-budget --type open --into my-pack'],
  async run(world, [kind = '', name = ''], options) {
    if (kind === 'pack') newPack(world, name);
    else if (kind === 'question') newQuestion(world, name, options);
    else
      throw new Failure('action-unknown', {
        verb: 'new',
        name: kind,
        advice: adviceOn(kind, KINDS),
      });
    return EXIT.fine;
  },
};

function newPack(world: World, name: string): void {
  const folder = absolutePath(name);
  const id = slugOf(folder.split(/[/\\]/).pop() ?? '') || 'my-pack';
  const topic = `${id}-topic`.slice(0, 80);
  makeFolder(folder);
  writeWhole(
    join(folder, 'pack.yaml'),
    [
      `id: ${id}\ntitle: What is asked here\ntopics:\n  - slug: ${topic}\n    title: The first topic\n    concepts:\n      - slug: ${topic}-basics\n        title: Its basics\n        know: The one line a candidate must be able to say.\n`,
    ],
    false,
  );
  write(world, join(folder, 'first-question.md'), {
    id: 'first-question',
    type: 'single-choice',
    topic,
    concept: `${topic}-basics`,
    level: 'foundation',
    today: localDay(world.now()),
  });
  // A folder called as its pack is both: added, and kept to.
  const pack = name === id ? name : `${name},${id}`;
  printLines(world, [`Next: api-quiz lint ${name}, then api-quiz practice --pack ${pack}`]);
}

function newQuestion(world: World, name: string, options: Options): void {
  const id = slugOf(name);
  if (id !== name) throw new Failure('question-id', { name, id: id || 'retry-budget' });
  const typed = options.type?.[0] ?? 'single-choice';
  const type: QuestionType | undefined = QUESTION_TYPES.find((known) => known === typed);
  if (type === undefined)
    throw new Failure('option-wrong', {
      option: '--type',
      value: typed,
      expected: QUESTION_TYPES.join(', '),
    });
  const topic = options.topic?.[0] ?? 'api-fundamentals';
  write(world, join(absolutePath(options.into ?? '.'), `${id}.md`), {
    id,
    type,
    topic,
    concept: options.concept?.[0] ?? 'request-response-cycle',
    level: LEVELS.find((level) => level === options.level?.[0]) ?? 'foundation',
    today: localDay(world.now()),
  });
}

/** Never over a file that is there. */
function write(world: World, path: string, question: Parameters<typeof newQuestionFile>[0]): void {
  makeFolder(dirname(path));
  writeWhole(path, [newQuestionFile(question)], false);
  printLines(world, [path]);
}
