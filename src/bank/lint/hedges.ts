// Words that qualify a claim.

/**
 * Left out: "can" (ability), and uses that do not qualify: "whether the user may", "how often", "what you could add".
 */
export const HEDGES =
  /(?<!\b(whether|who|which|that|if)\b[^,;.]*)\bmay\b|(?<!\byou )\bcould\b|(?<!\bhow )\boften\b|\b(might|usually|sometimes|generally|typically|normally|mostly|likely|probably|perhaps|possibly|potentially|depend(s|ing)?|tends?|as a rule|in most cases|roughly)\b/i;
