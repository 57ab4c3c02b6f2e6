// Loaded before a measured program (node -r): tells what it cost, as one line of JSON on the fourth descriptor.
// CPU seconds of all threads do not grow because another program wants the same core; wall time does.
'use strict';

const fs = require('node:fs');

const { writeSync } = fs;

const until = process.env.BENCH_UNTIL;
let reached = null;
if (until) watchOutput();

process.on('exit', () => {
  // Kilobytes, on every system.
  const memoryKb = process.resourceUsage().maxRSS;
  writeSync(3, `${JSON.stringify({ cpuMs: reached ?? cpuMs(), memoryKb })}\n`);
});

function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Keeps the CPU time at which the text was written: at once, or by the stream, which is made when the program asks for it, as without this. */
function watchOutput() {
  let seen = '';
  const note = (text) => {
    if (reached !== null) return;
    seen += text;
    if (seen.includes(until)) reached = cpuMs();
  };
  fs.writeSync = (descriptor, ...rest) => {
    const written = writeSync(descriptor, ...rest);
    if (descriptor === 1) note(rest[0]);
    return written;
  };
  const made = Object.getOwnPropertyDescriptor(process, 'stdout');
  let hooked = false;
  Object.defineProperty(process, 'stdout', {
    configurable: true,
    enumerable: true,
    get() {
      const stream = made.get.call(process);
      if (hooked) return stream;
      hooked = true;
      const { write } = stream;
      stream.write = function watched(text, ...rest) {
        const written = write.call(this, text, ...rest);
        note(text);
        return written;
      };
      return stream;
    },
  });
}
