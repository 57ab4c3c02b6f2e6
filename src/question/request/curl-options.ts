// The options of curl that are read, as a table: what each does to the request, or that it does nothing to it.
// Source: curl's manual page (curl 8), sections of the options named.

/** What the value of an option is to the request; `nothing`: how it is sent or shown, not what. */
export type CurlEffect =
  | 'method'
  | 'header'
  | 'data'
  | 'data-raw'
  | 'data-binary'
  | 'data-urlencode'
  | 'json'
  | 'form'
  | 'form-string'
  | 'url-query'
  | 'url'
  | 'user'
  | 'agent'
  | 'referer'
  | 'cookie'
  | 'bearer'
  | 'compressed'
  | 'get'
  | 'head'
  | 'globoff'
  | 'path-as-is'
  | 'range'
  | 'continue'
  | 'nothing';

export interface CurlOption {
  /** One letter; empty: none. */
  short: string;
  long: string;
  takesValue: boolean;
  effect: CurlEffect;
}

const flag = (short: string, long: string, effect: CurlEffect = 'nothing'): CurlOption => {
  return { short, long, takesValue: false, effect };
};
const valued = (short: string, long: string, effect: CurlEffect = 'nothing'): CurlOption => {
  return { short, long, takesValue: true, effect };
};

export const CURL_OPTIONS: readonly CurlOption[] = [
  valued('X', 'request', 'method'),
  valued('H', 'header', 'header'),
  valued('d', 'data', 'data'),
  valued('', 'data-ascii', 'data'),
  valued('', 'data-raw', 'data-raw'),
  valued('', 'data-binary', 'data-binary'),
  valued('', 'data-urlencode', 'data-urlencode'),
  valued('', 'json', 'json'),
  valued('F', 'form', 'form'),
  valued('', 'form-string', 'form-string'),
  valued('', 'url-query', 'url-query'),
  valued('', 'url', 'url'),
  valued('u', 'user', 'user'),
  valued('A', 'user-agent', 'agent'),
  valued('e', 'referer', 'referer'),
  valued('b', 'cookie', 'cookie'),
  valued('', 'oauth2-bearer', 'bearer'),
  valued('r', 'range', 'range'),
  valued('C', 'continue-at', 'continue'),
  flag('G', 'get', 'get'),
  flag('I', 'head', 'head'),
  flag('g', 'globoff', 'globoff'),
  flag('', 'path-as-is', 'path-as-is'),
  flag('', 'compressed', 'compressed'),
  // How it is sent, and what is shown of it: the same request.
  flag('', 'basic'),
  flag('L', 'location'),
  flag('i', 'include'),
  flag('', 'show-headers'),
  flag('s', 'silent'),
  flag('S', 'show-error'),
  flag('v', 'verbose'),
  flag('k', 'insecure'),
  flag('f', 'fail'),
  flag('', 'fail-with-body'),
  flag('N', 'no-buffer'),
  flag('O', 'remote-name'),
  flag('J', 'remote-header-name'),
  flag('#', 'progress-bar'),
  flag('', 'no-progress-meter'),
  flag('4', 'ipv4'),
  flag('6', 'ipv6'),
  flag('0', 'http1.0'),
  flag('', 'http1.1'),
  flag('', 'http2'),
  flag('', 'http2-prior-knowledge'),
  flag('', 'http3'),
  flag('', 'tlsv1.2'),
  flag('', 'tlsv1.3'),
  flag('', 'no-keepalive'),
  flag('', 'raw'),
  flag('', 'retry-all-errors'),
  flag('', 'retry-connrefused'),
  valued('o', 'output'),
  valued('D', 'dump-header'),
  valued('c', 'cookie-jar'),
  valued('w', 'write-out'),
  valued('m', 'max-time'),
  valued('', 'connect-timeout'),
  valued('', 'retry'),
  valued('', 'retry-delay'),
  valued('', 'retry-max-time'),
  valued('', 'max-redirs'),
  valued('', 'limit-rate'),
  valued('', 'resolve'),
  valued('', 'connect-to'),
  valued('', 'cacert'),
  valued('', 'cert'),
  valued('', 'key'),
  valued('', 'trace'),
  valued('', 'trace-ascii'),
  valued('x', 'proxy'),
];

/** Options that curl knows and a request that is only read cannot have, each with the reason. */
export const UNSUPPORTED: Readonly<Record<string, string>> = {
  '-T': 'it uploads a file',
  '--upload-file': 'it uploads a file',
  '-K': 'it reads options from a file',
  '--config': 'it reads options from a file',
  '-:': 'one request only',
  '--next': 'one request only',
  '-Z': 'one request only',
  '--parallel': 'one request only',
  '-n': 'it reads a password file',
  '--netrc': 'it reads a password file',
  '--digest': 'its header depends on the answer of the server',
  '--ntlm': 'its header depends on the answer of the server',
  '--negotiate': 'its header depends on the answer of the server',
  '--anyauth': 'its header depends on the answer of the server',
  '--aws-sigv4': 'its header depends on the instant of sending',
  '--request-target': 'write the address itself instead',
};
