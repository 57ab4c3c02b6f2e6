// sql.js with its WebAssembly inside: the same module, one file to bundle.
declare module 'sql.js/dist/sql-wasm-inline.js' {
  import type { InitSqlJsStatic } from 'sql.js';

  const init: InitSqlJsStatic;
  export default init;
}
