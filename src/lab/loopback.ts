// Addresses of this machine: the only ones a lab listens on, answers to, or sends to.

/** The address when it is plain HTTP to this machine; else undefined. */
export function loopbackUrl(text: string): string | undefined {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return undefined;
  }
  if (url.protocol !== 'http:' || url.username !== '' || text.length > 300) return undefined;
  return isLoopbackName(url.hostname) ? url.href : undefined;
}

/** `localhost`, 127.0.0.0/8, ::1. Names that only begin like them are others. */
export function isLoopbackName(name: string): boolean {
  return name === 'localhost' || /^127(\.\d{1,3}){3}$/.test(name) || name === '[::1]' || name === '::1';
}
