// A lab for a program: where its API listens, what arrives, which steps are done.

import type { LabRun } from '../../lab/run-lab.js';
import { requestProblemMessage } from '../../question/request/request-problems.js';
import type { AskAct, AskView, Desk } from '../../session/player.js';
import { withLab } from '../open-lab.js';
import type { Message } from './json-messages.js';
import type { RefusalCode } from './refusals.js';

interface JsonLab {
  view: AskView;
  desk: Desk;
  run: LabRun;
  send(event: string, body: object): void;
  fail(code: RefusalCode, message: string): void;
  /** null: the input has ended; late: the time is up. */
  next(): Promise<Message | null | 'late'>;
}

/** The lab from its start to its end; `port` 0: any that is free. */
export function playJsonLab(lab: Omit<JsonLab, 'run'>, port: number): Promise<AskAct> {
  return withLab(lab.view, lab.desk, port, (run) => askJsonLab({ ...lab, run }));
}

/** Events `lab`, `exchange`, `step`, `received`; actions `request`, `value`, `done`, `hint`, `skip`, `quit`. */
async function askJsonLab(lab: JsonLab): Promise<AskAct> {
  const { view, run, send, next } = lab;
  send('lab', {
    entry: view.entry,
    base: run.base,
    task: run.filled(view.question.stem),
    steps: run.steps().map(({ id, text, done, asks }) => ({ id, text, done, asks })),
  });
  const told = new Set(
    run
      .steps()
      .filter(({ done }) => done)
      .map(({ id }) => id),
  );
  run.onChange((exchange) => {
    if (exchange !== null) {
      const { number, method, path, status, note } = exchange;
      send('exchange', { entry: view.entry, number, method, path, status, note });
    }
    for (const { id } of run.steps().filter((step) => step.done && !told.has(step.id))) {
      told.add(id);
      send('step', { entry: view.entry, step: id, done: true });
    }
  });
  for (;;) {
    const message = await next();
    if (message === 'late') return { kind: 'expired', response: run.sent > 0 ? run.response() : null };
    if (message === null) return { kind: 'quit' };
    const act = await obey(message, lab);
    if (act !== null) return act;
  }
}

async function obey(message: Message, { view, desk, run, send, fail }: JsonLab): Promise<AskAct | null> {
  switch (message.action) {
    case 'done':
      return { kind: 'answer', response: run.response() };
    case 'skip':
      return { kind: 'skip' };
    case 'quit':
      return { kind: 'quit' };
    case 'hint':
      if (!view.mode.hints || view.question.hint === undefined)
        fail('action-not-here', 'There is no hint here.');
      else {
        desk.hint();
        send('hint', { entry: view.entry, hint: view.question.hint });
      }
      return null;
    case 'value': {
      const steps = run.steps();
      const number = steps.find(({ id }) => id === message.step)?.number ?? 0;
      const taken = run.answer(number, String(message.value ?? ''));
      const step = run.steps()[number - 1];
      send('value', {
        entry: view.entry,
        step: step?.id ?? null,
        taken,
        done: step?.done ?? false,
        triesLeft: step?.triesLeft ?? 0,
      });
      return null;
    }
    case 'request': {
      const sent = await run.send(String(message.request ?? ''));
      if ('problem' in sent) fail('request-unreadable', requestProblemMessage(sent.problem));
      else send('received', { entry: view.entry, ...('lost' in sent ? sent : sent.received) });
      return null;
    }
    default:
      fail('action-not-here', 'Actions of a lab: request, value, done, hint, skip, quit.');
      return null;
  }
}
