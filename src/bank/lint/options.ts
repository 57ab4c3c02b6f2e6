// The options of a choice question, split into keys and distractors: what most rules look at.

import type { Choice } from '../../question/parts.js';
import type { MultipleChoice, Question, SingleChoice } from '../../question/question.js';
import type { Hit } from './finding.js';
import { shownLine } from './wording.js';

export interface Option {
  /** Position in the file. */
  index: number;
  /** As seen: without markup. */
  text: string;
}

export interface ChoiceOptions {
  question: SingleChoice | MultipleChoice;
  all: readonly Option[];
  keys: readonly Option[];
  distractors: readonly Option[];
}

/** Read once a question: a dozen rules and every guesser ask for them. */
const read = new WeakMap<Question, ChoiceOptions>();

/** The options of a question of one of the two choice types, else undefined. */
export function optionsOf(question: Question): ChoiceOptions | undefined {
  if (question.type !== 'single-choice' && question.type !== 'multiple-choice') return undefined;
  const options = read.get(question) ?? readOptions(question);
  read.set(question, options);
  return options;
}

function readOptions(question: ChoiceOptions['question']): ChoiceOptions {
  const all = question.choices.map((choice: Choice, index) => ({ index, text: shownLine(choice.text) }));
  const isKey = (option: Option) => question.choices[option.index]?.correct === true;
  return { question, all, keys: all.filter(isKey), distractors: all.filter((option) => !isKey(option)) };
}

/** What a rule on options reports: the text of one of them. */
export function hitAt(option: Option, args: Hit['args'] = {}): Hit {
  return { path: ['choices', option.index, 'text'], args };
}

/** A rule's check that looks at choice questions only. */
export function onOptions(check: (options: ChoiceOptions) => Hit[]): (question: Question) => Hit[] {
  return (question) => {
    const options = optionsOf(question);
    return options ? check(options) : [];
  };
}
