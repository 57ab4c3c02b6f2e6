// Passwords and tokens in the address of a pack: never kept, never shown. Whose they are, git and npm know in ways of their own.

/** What a name of a parameter says of its value: a token, a key, a signature of an address that was given to one person. */
const SECRET_NAME =
  /token|secret|passw|^pwd$|pass$|^auth|authori[sz]|credential|apikey|(^|[-_])key$|sig(nature)?$|jwt|session/i;

/** Scheme and what stands before the host, up to the last `@` of it: a password may hold any sign, typed without escapes. */
const USERINFO = /([a-z][a-z0-9+.-]*:\/\/)([^/?#\s]*)@/gi;

/**
 * The address without what may be secret: names and passwords before the host, values of parameters that are called like secrets.
 * The one name that stays is that of a login by key, `ssh://git@host`.
 */
export function withoutSecrets(address: string): string {
  return address
    .replace(USERINFO, (whole, scheme: string, who: string) => (isLogin(scheme, who) ? whole : `${scheme}…@`))
    .replace(
      /([?&;#])(?!sha\d+-)([^=&;#\s]*)=([^&;#\s]*)/g,
      (whole, sign: string, name: string, value: string) =>
        value !== '' && SECRET_NAME.test(decoded(name)) ? `${sign}${name}=…` : whole,
    );
}

/** True when an address says something {@link withoutSecrets} would leave out. */
export const holdsSecret = (address: string): boolean => withoutSecrets(address) !== address;

const isLogin = (scheme: string, who: string) => /ssh:/i.test(scheme) && !/[:%]/.test(who);

/** `%74oken` is a token too. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
