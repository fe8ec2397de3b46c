// Preloaded into every measured process: at its exit, writes what it used to descriptor 3.
'use strict';
const { readFileSync, writeSync } = require('node:fs');

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000, peakKiB: ownPeak() ?? maxRSS }));
});

// On Linux maxRSS also counts the process that started this one; the high-water mark of the address space does not.
function ownPeak() {
  try {
    return (
      Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? Number.NaN) ||
      undefined
    );
  } catch {
    return undefined;
  }
}
