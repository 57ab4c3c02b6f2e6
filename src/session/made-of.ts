// What a sitting is made of, in words: how many reviews, how many new questions, about how long.

import type { PlannedItem } from '../history/records.js';
import { practiceSeconds } from '../learner/answer-time.js';
import { counted } from '../text/number.js';

/** `4 reviews and 6 new questions, about 14 minutes`; empty where nothing is a review. */
export function madeOf(plan: readonly PlannedItem[], isSeen: (item: string) => boolean): string {
  const reviews = plan.filter(({ item }) => isSeen(item)).length;
  if (reviews === 0) return '';
  const seconds = plan.reduce((sum, { type, item }) => sum + practiceSeconds(type, isSeen(item)), 0);
  const fresh = plan.length - reviews;
  const asked = fresh === 0 ? '' : ` and ${counted(fresh, 'new question')}`;
  return `${counted(reviews, 'review')}${asked}, about ${counted(Math.max(1, Math.round(seconds / 60)), 'minute')}`;
}
