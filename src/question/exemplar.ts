// Natural answers to an open question, labelled sentence by sentence: the file `<id>.answers.yaml` beside it.

export const EXEMPLAR_KINDS = ['strong', 'plain', 'wrong'] as const;
export type ExemplarKind = (typeof EXEMPLAR_KINDS)[number];

export interface ExemplarSentence {
  text: string;
  /** Ids of rubric points that the sentence makes wholly. */
  points?: string[] | undefined;
  /** Ids of rubric points that it makes half. */
  half?: string[] | undefined;
  /** Ids of red flags that it raises. */
  flags?: string[] | undefined;
}

export interface Exemplar {
  /** Who speaks: `senior-backend`, `non-native`. */
  voice: string;
  kind: ExemplarKind;
  sentences: ExemplarSentence[];
}
