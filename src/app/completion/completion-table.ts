// What completion knows without loading a verb or the bank: one small file beside the pack, made by the build.

export interface CompletionOption {
  /** `--topic`, and `-n` where there is a short one. */
  flags: string[];
  text: string;
  takesValue: boolean;
  values: string[];
}

export interface CompletionTable {
  verbs: { name: string; summary: string; options: string[]; arguments: string[] }[];
  options: Record<string, CompletionOption>;
  topics: { name: string; text: string }[];
  concepts: string[];
  questions: string[];
  tags: string[];
}
