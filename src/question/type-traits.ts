// The question types by name, with what other rooms know of each: plain figures and words, so that reading them loads no type's rules.

interface TypeTraits {
  /** Seconds to read, think and enter an answer to a question never seen; judged from the types' own limits, not measured on people. */
  answering: number;
  /** Typed or worked out: tiring one after the other, so a diagnosis rations them. */
  typed: boolean;
  /** A response names options or lines that were shown; else it is words of the person's own, or an order. */
  picks: boolean;
  /** Its options are shuffled when it is asked. */
  shuffles: boolean;
  /** How an assistant hands in a response, in a few words; null: only the person's own terminal can. */
  handedIn: string | null;
  /** Interaction type of xAPI 1.0.3, section 4.1.4.1. */
  interaction: string;
}

export const TYPE_TRAITS = {
  'single-choice': {
    answering: 45,
    typed: false,
    picks: true,
    shuffles: true,
    handedIn: 'the id of one option',
    interaction: 'choice',
  },
  'multiple-choice': {
    answering: 60,
    typed: false,
    picks: true,
    shuffles: true,
    handedIn: 'a list of ids of options',
    interaction: 'choice',
  },
  'true-false': {
    answering: 30,
    typed: false,
    picks: true,
    shuffles: false,
    handedIn: 'true or false',
    interaction: 'true-false',
  },
  'short-answer': {
    answering: 50,
    typed: true,
    picks: false,
    shuffles: false,
    handedIn: 'the words, as text',
    interaction: 'fill-in',
  },
  numeric: {
    answering: 80,
    typed: true,
    picks: false,
    shuffles: false,
    handedIn: 'the figure, as text or number',
    interaction: 'numeric',
  },
  ordering: {
    answering: 80,
    typed: false,
    picks: false,
    shuffles: true,
    handedIn: 'a list of all ids of options, in order',
    interaction: 'sequencing',
  },
  matching: {
    answering: 80,
    typed: false,
    picks: false,
    shuffles: true,
    handedIn: 'an object: the id of each left side to the id of a right side',
    interaction: 'matching',
  },
  request: {
    answering: 150,
    typed: true,
    picks: false,
    shuffles: false,
    handedIn: 'the request as one curl command or as an HTTP message, as text',
    interaction: 'long-fill-in',
  },
  spot: {
    answering: 75,
    typed: false,
    picks: true,
    shuffles: false,
    handedIn: 'a list of the numbers of the flawed lines, counted from 1',
    interaction: 'choice',
  },
  cloze: {
    answering: 75,
    typed: true,
    picks: false,
    shuffles: false,
    handedIn: 'an object: the id of each blank to what belongs there, as text',
    interaction: 'other',
  },
  lab: {
    answering: 900,
    typed: true,
    picks: false,
    shuffles: false,
    handedIn: null,
    interaction: 'performance',
  },
  open: {
    answering: 210,
    typed: true,
    picks: false,
    shuffles: false,
    handedIn: "the whole answer in the learner's own words, as text",
    interaction: 'long-fill-in',
  },
} satisfies Record<string, TypeTraits>;
