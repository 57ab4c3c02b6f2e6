// What needs no parser: lines of prose in which code is the only mark, as most stems are.

/** No line begins or ends with what could mean something; what stands between is said as written, code without its backticks. */
export const PROSE =
  /^(?:(?![ \-+>]|\d{1,9}[.)])(?:[ -"$%'-),-;>?@A-Z^a-z{}!]|`[!-_a-~](?:[ -_a-~]*[!-_a-~])?`(?!`))*(?:\n|$))*$/;
