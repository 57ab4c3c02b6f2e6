// What esbuild writes as CommonJS, made quicker to load: plain exports, and other files and slow modules of Node required at their first use.

/** Modules of Node that cost milliseconds to load and that most starts do without. */
const NODE_AT_FIRST_USE = [
  'crypto',
  'module',
  'os',
  'zlib',
  'tty',
  'child_process',
  'string_decoder',
  'url',
  'http',
  'assert',
];

/**
 * esbuild exports by two getters a name, one behind the other, for bindings may change. Ours do not: an object of values is made in half
 * the time, and a call from another file is one call. A name that is given another value, or none at once, keeps its getter.
 */
export function plainlyExported(code) {
  const given =
    /^__export\(stdin_exports, \{\n([\s\S]*?)\n\}\);\nmodule\.exports = __toCommonJS\(stdin_exports\);\n/m;
  const listed = given.exec(code);
  if (listed === null) return code;
  const members = [...listed[1].matchAll(/^ {2}([\w$]+): \(\) => ([\w$.]+)(?:,|$)/gm)];
  const rest = code.replace(listed[0], '');
  const written = members.map(([, name, value]) =>
    isSettled(value, rest) ? `${name}: ${value}` : `get ${name}() { return ${value}; }`,
  );
  return `${rest}\nmodule.exports = { ${written.join(', ')} };\n`;
}

/** Declared once at the top of the file with its value, and never given another. */
function isSettled(name, code) {
  const word = name.replaceAll('$', '\\$');
  const declared = new RegExp(
    `^(?:(?:async )?function\\*? ${word}\\(|(?:var|let|const|class) ${word}\\b(?! ?[;,]))`,
    'm',
  );
  const assigned = new RegExp(
    `(?<![\\w$.])${word}\\s*(?:(?:[-+*/%&|^]|\\*\\*|<<|>>>?|&&|\\|\\||\\?\\?)?=(?![=>])|\\+\\+|--)`,
    'g',
  );
  const times = [...code.matchAll(assigned)].length;
  return declared.test(code) && times <= (new RegExp(`^(?:var|let|const) ${word} =`, 'm').test(code) ? 1 : 0);
}

/**
 * `var x = require("./work.js")` becomes an object that puts the real one in its place at the first use; so do the modules of Node
 * named above, also where esbuild wraps them for a default import.
 */
export function requiredAtFirstUse(code) {
  const from = `"(?:\\./[^"]+|node:(?:${NODE_AT_FIRST_USE.join('|')}))"`;
  const pattern = new RegExp(
    `^(\\s*)var (\\w+) = (require\\(${from}\\)|__toESM\\(require\\(${from}\\)(?:, 1)?\\));$`,
    'gm',
  );
  return code.replace(pattern, (_, indent, name, real) => {
    const names = new Set(
      [...code.matchAll(new RegExp(`\\b${name}\\.([\\w$]+)`, 'g'))].map(([, used]) => used),
    );
    const getters = [...names].map((wanted) => `get ${wanted}() { return (${name} = ${real}).${wanted}; }`);
    return `${indent}var ${name} = { ${getters.join(', ')} };`;
  });
}
