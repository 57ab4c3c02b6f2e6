// A judge on the loopback that answers by a script, and the environment that has it asked.

import type { ServerResponse } from 'node:http';
import { bodyOf, serveHttp } from '../keys/local-server.js';

/** The body of a chat completion that says this. */
export const chat = (content: unknown): string =>
  JSON.stringify({
    choices: [{ message: { content: typeof content === 'string' ? content : JSON.stringify(content) } }],
  });

export interface ScriptedJudge {
  /** As `API_QUIZ_JUDGE_*`. */
  env: Record<string, string>;
  /** The same under an address that is not loopback by its name. */
  away: Record<string, string>;
  host: string;
  /** What was sent, each as the text of its user message. */
  sent: string[];
}

export async function scriptedJudge(script: (response: ServerResponse) => void): Promise<ScriptedJudge> {
  const sent: string[] = [];
  const origin = await serveHttp(async (request, response) => {
    sent.push(JSON.parse(await bodyOf(request)).messages[1].content);
    script(response);
  });
  const { port } = new URL(origin);
  const settings = (host: string) => ({
    API_QUIZ_JUDGE_URL: `http://${host}:${port}/v1`,
    API_QUIZ_JUDGE_MODEL: 'small:4b',
  });
  return { env: settings('127.0.0.1'), away: settings('0.0.0.0'), host: `0.0.0.0:${port}`, sent };
}
