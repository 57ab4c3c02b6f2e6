// What a section of a report is made of, before any format draws it.

import type { MissedQuestion, TopicSummary } from './summary-shape.js';

export interface TableColumn {
  title: string;
  /** Figures stand at the right. */
  number?: boolean;
}

export type ChartName = 'mastery' | 'trend' | 'activity' | 'calibration';

/** `page`: only where there is room and time to read, not on a screen. */
export type Block = { page?: boolean } & (
  | { kind: 'text'; text: string; tone?: 'loud' | 'quiet' }
  | { kind: 'weak'; topic: TopicSummary; weakest: number }
  | { kind: 'missed'; missed: readonly MissedQuestion[]; all: number }
  | { kind: 'table'; caption: string; columns: readonly TableColumn[]; rows: readonly (readonly string[])[] }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'command'; command: string }
  /** For formats that can draw. */
  | { kind: 'chart'; chart: ChartName }
);
