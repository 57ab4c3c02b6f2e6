// Words that qualify a claim.

/** "May" with a capital inside a text is the month. */
export const HEDGES =
  /\b(may|might|could|can|usually|often|sometimes|generally|typically|normally|mostly|likely|probably|perhaps|possibly|potentially|depend(s|ing)?|tends?|as a rule|in most cases|roughly)\b/i;
