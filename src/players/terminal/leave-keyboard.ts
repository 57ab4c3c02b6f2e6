// While another program has the terminal, an editor or a pager, Ctrl-C is its, as with git.

/** Signals of the keyboard, which the terminal sends to us as well as to the other program. */
const KEYBOARD = ['SIGINT', 'SIGQUIT'] as const;

/** From now on they do nothing here; returns what gives them back. */
export function leaveKeyboard(): () => void {
  const ignore = () => {};
  const held = KEYBOARD.map((signal) => ({ signal, listeners: process.listeners(signal) }));
  for (const { signal, listeners } of held) {
    process.on(signal, ignore);
    for (const listener of listeners) process.off(signal, listener);
  }
  return () => {
    for (const { signal, listeners } of held) {
      for (const listener of listeners) process.on(signal, listener);
      process.off(signal, ignore);
    }
  };
}
