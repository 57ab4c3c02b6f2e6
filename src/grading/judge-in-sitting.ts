// A judge through one sitting: consent once, two failures and it is left out.

import type { OpenMark } from '../question/open-mark.js';
import type { Open } from '../question/question.js';
import type { Judge, JudgeSettings, NoJudgementReason } from './judge.js';
import { withSecondOpinion } from './second-opinion.js';

/** Failures in a sitting after which the judge is not asked again. */
const MOST_FAILURES = 2;

export interface Opinion {
  mark: OpenMark;
  /** Why the judge said nothing, the first time it is left out for good; else null. */
  leftOut: NoJudgementReason | null;
}

export class JudgeInSitting {
  private failures = 0;
  private consented: boolean | null;

  /** `consent` asks whether answers may be sent to a host that is not this machine; it is asked once at most. */
  constructor(
    private readonly judge: Judge,
    settings: Pick<JudgeSettings, 'host' | 'local'>,
    private readonly consent: (host: string) => Promise<boolean>,
  ) {
    this.host = settings.host;
    this.consented = settings.local ? true : null;
  }

  private readonly host: string;

  /** The mark with the judge's opinion where there is one. An answer that tripped a guard is not sent; neither is one after `signal`. */
  async opinion(question: Open, answer: string, mark: OpenMark, signal: AbortSignal): Promise<Opinion> {
    const asIs: Opinion = { mark, leftOut: null };
    if (mark.guard !== null || this.failures >= MOST_FAILURES || signal.aborted) return asIs;
    this.consented ??= await this.consent(this.host);
    if (!this.consented) return asIs;
    const found = await this.judge(question, answer, signal);
    if (found.kind === 'judged')
      return { mark: withSecondOpinion(question, answer, mark, found), leftOut: null };
    // To go on without waiting is the person's choice, no failure of the judge.
    if (found.why === 'left-off') return asIs;
    this.failures++;
    return { mark, leftOut: this.failures === MOST_FAILURES ? found.why : null };
  }
}
