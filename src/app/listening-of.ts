// How open answers are listened to in a sitting: the matcher with the answers beside a question, and the judge where one is configured.

import { judgeConfiguration } from '../grading/judge.js';
import { changeSettings } from '../history/settings.js';
import type { SittingWorld } from '../session/sitting.js';
import { safeLine } from '../text/safe.js';
import type { Scene } from './scene.js';

/** Loads what marks at the first open answer, and what asks a judge only where there is one. */
export async function listeningOf(
  scene: Scene,
): Promise<Pick<SittingWorld, 'markOpen' | 'othersOn' | 'judge'>> {
  const { bank } = scene;
  const byKey = (item: string) => bank.entries.find(({ key }) => key === item);
  const othersOn = (item: string) => {
    const entry = byKey(item);
    return entry ? bank.exemplars(entry) : [];
  };
  return {
    othersOn,
    async markOpen(item, question, text, shown) {
      const { markOpenAnswer } = await import('../grading/mark-open-answer.js');
      const hint = shown === undefined ? undefined : [question.hint, shown].filter(Boolean).join('\n');
      return markOpenAnswer(question, othersOn(item), text, hint);
    },
    judge: await judgeOf(scene),
  };
}

/** Undefined where none is configured; a host that was agreed to once is not asked about again. */
async function judgeOf({ world, settings }: Scene): Promise<SittingWorld['judge']> {
  const configured = judgeConfiguration(world.env);
  if (configured.kind !== 'on') return undefined;
  const { judgeOverHttp } = await import('./judge-over-http.js');
  const { JudgeInSitting } = await import('../grading/judge-in-sitting.js');
  const named = { ...configured.settings, model: safeLine(configured.settings.model) };
  return new JudgeInSitting(judgeOverHttp(configured.settings), named, settings.judgeHosts, async (host) => {
    await changeSettings(world.home, ({ judgeHosts = [] }) => ({ judgeHosts: [...judgeHosts, host] }));
  });
}
