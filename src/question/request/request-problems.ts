// Why a text cannot be read as a request, in English: what is wrong and what to write instead.

import { safeLine } from '../../text/safe.js';
import type { RequestProblem } from './http-request.js';

const MESSAGES: Readonly<Record<string, string>> = {
  'request-empty': 'Nothing is typed yet.',
  'request-unknown':
    'This is neither a curl command nor an HTTP message: begin with "curl" or with a line such as GET /path HTTP/1.1.',
  'shell-operator':
    'Only the one curl command is read here: "{op}" would start something else. Leave it out, or put the text in quotes.',
  'shell-ampersand':
    'A bare & ends the command in a shell, and what follows is lost. Put the whole address or text in quotes.',
  'shell-second-line': 'The line "{line}" stands by itself: end the line before it with \\.',
  'shell-open-quote': 'A quote ({quote}) is opened and never closed.',
  'curl-windows': 'This was copied for the Windows command prompt (^). Copy it as cURL for bash instead.',
  'curl-option-unknown': 'curl has no option {option} that is known here. {hint}',
  'curl-option-unsupported': 'The option {option} is not read here: {reason}.',
  'curl-value-missing': 'The option {option} needs a value after it.',
  'curl-reads-file':
    '{option} {value} would read a file or the input, which is not possible here: write the text out instead.',
  'curl-asks-password':
    'With -u {user} alone curl asks for a password. Write -u {user}: (or with the password behind the colon).',
  'curl-no-address': 'There is no address in this command.',
  'curl-two-addresses':
    'Here are two addresses, {first} and {second}: one request only. Is something not in quotes?',
  'curl-pattern':
    'curl takes {sign} in an address for a pattern of several addresses. Encode it, or add -g to send it as it is.',
  'curl-two-bodies': 'curl takes either -d (or --json) or -F, not both.',
  'curl-address-scheme': 'The address begins with {scheme}://, which is not HTTP.',
  'lab-elsewhere': 'Requests typed here go to this lab only, {base}, not to {host}.',
  'lab-multipart': 'Multipart bodies cannot be sent from here: use curl in another window.',
  'address-unreadable': 'The address "{address}" cannot be read.',
  'http-request-line':
    'The first line must be a method and a target, such as GET /orders/17 HTTP/1.1, not "{line}".',
  'http-header-line':
    'The line "{line}" is no header: write Name: value, and leave a blank line before a body.',
  'http-version': 'HTTP messages are written here in the form of HTTP/1.1, not {version}.',
};

/** What is wrong, in one or two sentences, safe to print. */
export function requestProblemMessage({ code, args }: RequestProblem): string {
  const message = MESSAGES[code];
  if (message === undefined) throw new Error(`no message for request problem ${code}`);
  return message.replace(/\{(\w+)\}/g, (_, name: string) => shortened(String(args[name] ?? ''))).trim();
}

function shortened(value: string): string {
  const line = safeLine(value);
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
