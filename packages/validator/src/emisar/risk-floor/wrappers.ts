interface Wrapper {
  /** Options that take the next word as their value. */
  readonly valued?: readonly string[];
  /** How many words of its own stand before the command. */
  readonly operands?: number;
  /** Options with which nothing is started. */
  readonly asks?: readonly string[];
}

/** Programs that start another program: what they start is what the action does. */
const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  sudo: { asks: ['-l', '-v', '-k'], valued: ['-u', '-g', '-h', '-p', '-C', '-r', '-t', '--user', '--group'] },
  doas: { valued: ['-u', '-C'] },
  exec: { valued: ['-a'] },
  command: { asks: ['-v', '-V'] },
  builtin: {},
  nohup: {},
  setsid: {},
  env: { valued: ['-u', '-C', '--unset', '--chdir'] },
  nice: { valued: ['-n', '--adjustment'] },
  ionice: { valued: ['-c', '-n', '-p', '--class', '--classdata'] },
  stdbuf: { valued: ['-i', '-o', '-e'] },
  timeout: { valued: ['-k', '-s', '--kill-after', '--signal'], operands: 1 },
  xargs: { valued: ['-n', '-P', '-I', '-L', '-d', '-s', '-E', '-a'] },
  busybox: {},
};

const MOST_WRAPPERS = 8;

/** The command without the programs around it; `sudo -u web systemctl restart x` is `systemctl restart x`. */
export function unwrapped(command: readonly string[]): readonly string[] {
  let words = command;
  for (let round = 0; round < MOST_WRAPPERS; round++) {
    const program = (words[0] ?? '').slice((words[0] ?? '').lastIndexOf('/') + 1);
    const wrapper = Object.hasOwn(WRAPPERS, program) ? WRAPPERS[program] : undefined;
    if (!wrapper || (wrapper.asks ?? []).includes(words[1] ?? '')) return words;
    const inner = words.slice(innerStart(words, wrapper));
    if (inner.length === 0) return words;
    words = inner;
  }
  return words;
}

function innerStart(words: readonly string[], { valued = [], operands = 0 }: Wrapper): number {
  let at = 1;
  while (at < words.length) {
    const word = words[at] as string;
    if (word === '--') return at + 1 + operands;
    if (word.startsWith('-')) at += valued.includes(word) ? 2 : 1;
    else if (/^[A-Za-z_][A-Za-z0-9_]*=/.test(word)) at += 1;
    else break;
  }
  return at + operands;
}
