// What any program that reports on the files of a history has to do, as a script.

export const READ_AND_PARSE = `
const { readdirSync, readFileSync } = require('node:fs');
const kept = [];
const walk = (folder) => { for (const entry of readdirSync(folder, { withFileTypes: true })) {
  const path = folder + '/' + entry.name;
  if (entry.isDirectory()) walk(path); else kept.push(JSON.parse(readFileSync(path, 'utf8')));
} };
walk(process.env.API_QUIZ_HOME + '/sessions');
`;
