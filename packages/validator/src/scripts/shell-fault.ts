/** Where a shell gave up, and why. */
export interface ShellFault {
  /** Counted from 1. */
  readonly line: number;
  readonly reason: string;
}

const PLACES = [
  // bash: `FILE: line 2: syntax error …`; dash: `FILE: 2: Syntax error: …`; zsh: `FILE:2: parse error …`
  /^.*?:\s*(?:line )?(?<line>[0-9]+): (?<reason>.+)$/,
  // ksh: `FILE: syntax error at line 2: …`
  /^.*?: (?<reason>syntax error at line (?<line>[0-9]+).*)$/,
];

/** Reads what a shell says about the script in `file`, by its first line. */
export function readShellFault(stderr: string, file: string): ShellFault {
  const [first = ''] = stderr.split('\n');
  const said = first.replaceAll(file, 'script');
  const found = PLACES.map((place) => place.exec(said)?.groups).find((groups) => groups !== undefined);
  const reason = (found?.reason ?? said).replace(/^syntax error: /i, '');
  return { line: Number(found?.line ?? 1), reason: reason.charAt(0).toLowerCase() + reason.slice(1) };
}
