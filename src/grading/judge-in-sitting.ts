// A judge through one sitting: nothing is sent without consent, two failures and it is left out.

import type { OpenMark } from '../question/open-mark.js';
import type { Open } from '../question/question.js';
import type { HeardOpinion, JudgeAddress, JudgeSeat } from '../session/judge-seat.js';
import type { Judge, JudgeSettings, NoJudgementReason } from './judge.js';
import { withSecondOpinion } from './second-opinion.js';

/** Failures in a sitting after which the judge is not asked again. */
const MOST_FAILURES = 2;

const REASONS: Readonly<Record<Exclude<NoJudgementReason, 'left-off'>, string>> = {
  unreachable: 'it could not be reached',
  timeout: 'it took too long',
  refused: 'it refused the key (API_QUIZ_JUDGE_KEY)',
  'not-found': 'there is no such model or address there',
  busy: 'it is busy',
  redirected: 'it sent us elsewhere, which is not followed',
  'too-long': 'its reply was too long',
  'bad-answer': 'its reply could not be read',
};

export class JudgeInSitting implements JudgeSeat {
  private failures = 0;
  /** null: nobody has been asked. */
  private consented: boolean | null;
  readonly address: JudgeAddress;

  /** `agreedBefore`: hosts that a person has agreed to; `agree` keeps one more. */
  constructor(
    private readonly judge: Judge,
    { host, model, local }: Pick<JudgeSettings, 'host' | 'local' | 'model'>,
    agreedBefore: readonly string[] = [],
    private readonly agree: (host: string) => Promise<void> = async () => {},
  ) {
    this.address = { host, model };
    this.consented = local || agreedBefore.includes(host) ? true : null;
  }

  /** An answer that tripped a guard is not sent. */
  isWanted({ guard }: OpenMark): boolean {
    return guard === null && this.failures < MOST_FAILURES && this.consented !== false;
  }

  needsConsent(): boolean {
    return this.consented === null;
  }

  async settleConsent(agreed: boolean): Promise<void> {
    this.consented = agreed;
    if (agreed) await this.agree(this.address.host);
  }

  async opinion(question: Open, answer: string, mark: OpenMark, signal: AbortSignal): Promise<HeardOpinion> {
    const alone: HeardOpinion = { mark, said: null, notice: null };
    if (!this.isWanted(mark) || this.consented !== true || signal.aborted) return alone;
    const found = await this.judge(question, answer, signal);
    if (found.kind === 'judged') {
      const said = [...found.points, ...found.flags];
      return { mark: withSecondOpinion(question, answer, mark, found), said, notice: null };
    }
    // To go on without waiting is the person's choice, no failure of the judge.
    if (found.why === 'left-off') return alone;
    this.failures++;
    const last = this.failures === MOST_FAILURES ? ' It is not asked again in this sitting.' : '';
    return { ...alone, notice: `No second opinion of ${this.address.model}: ${REASONS[found.why]}.${last}` };
  }
}
