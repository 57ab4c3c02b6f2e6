// Problems for other programs: GitHub's annotations and SARIF 2.1.0.

import type { Problem } from '../question/problem.js';
import { problemMessage } from '../question/problem-line.js';
import { safeLine } from '../text/safe.js';

/** `::error file=…,line=…,col=…,title=…::message`: GitHub Actions shows it beside the line. */
export function githubLine(problem: Problem): string {
  const { severity, file, line, column, code } = problem;
  return `::${severity} file=${property(file)},line=${line},col=${column},title=${property(code)}::${data(problemMessage(problem))}`;
}

/** As GitHub's own toolkit escapes them. */
const data = (text: string) =>
  safeLine(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** One run of a SARIF log; each code a rule, files as relative addresses. */
export function sarifLog(problems: readonly Problem[], version: string): Record<string, unknown> {
  const codes = [...new Set(problems.map(({ code }) => code))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'api-quiz',
            version,
            informationUri: 'https://www.npmjs.com/package/api-quiz',
            rules: codes.map((id) => ({ id })),
          },
        },
        results: problems.map((problem) => ({
          ruleId: problem.code,
          ruleIndex: codes.indexOf(problem.code),
          level: problem.severity,
          message: { text: problemMessage(problem) },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: problem.file.split(/[/\\]/).map(encodeURIComponent).join('/') },
                region: { startLine: problem.line, startColumn: problem.column },
              },
            },
          ],
        })),
      },
    ],
  };
}
