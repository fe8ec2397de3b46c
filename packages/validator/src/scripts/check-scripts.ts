import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { OpenedPack, PackScript } from '../format.ts';
import { formats, unpacked } from '../open.ts';
import type { SourceText } from '../source/source-text.ts';
import type { Span } from '../source/span.ts';
import { pckRules } from '../structure/pck-rules.ts';
import type { PackTree } from '../tree/pack-tree.ts';
import { findProgram } from './find-program.ts';
import { otherScripts } from './other-scripts.ts';
import { parseWithShell } from './parse-with-shell.ts';
import type { ShellFault } from './shell-fault.ts';

/** Shells that parse a file without running it when they are given `-n`. */
const SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'ksh', 'mksh', 'zsh']);
const AT_ONCE = 4;

export interface ScriptOptions {
  readonly signal?: AbortSignal;
}

/**
 * Has the machine's own shells parse the pack's shell programs and warns of those that they cannot. Nothing is run;
 * what no shell of this machine reads is passed over. The answer depends on the machine and is no part of a verdict.
 */
export async function checkScripts(
  tree: PackTree,
  opened: OpenedPack,
  { signal }: ScriptOptions = {},
): Promise<Diagnostic[]> {
  const scripts = scriptsOf(tree, opened).filter(({ interpreter }) => SHELLS.has(interpreter));
  if (scripts.length === 0) return [];
  const folder = await mkdtemp(join(tmpdir(), 'packwright-'));
  try {
    const found: Diagnostic[] = [];
    for (let at = 0; at < scripts.length; at += AT_ONCE) {
      signal?.throwIfAborted();
      const some = scripts.slice(at, at + AT_ONCE);
      const faults = await Promise.all(some.map((script) => faultIn(script, folder, signal)));
      for (const [index, fault] of faults.entries()) {
        if (fault) found.push(warning(some[index] as PackScript, fault));
      }
    }
    return found;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The pack with what `checkScripts` found, and with the text of the scripts it speaks of. */
export async function withScriptCheck(
  tree: PackTree,
  opened: OpenedPack,
  options: ScriptOptions = {},
): Promise<OpenedPack> {
  const found = await checkScripts(tree, opened, options);
  if (found.length === 0) return opened;
  const sources = new Map(opened.sources);
  for (const { file, text } of scriptsOf(tree, opened)) {
    if (!sources.has(file) && found.some((diagnostic) => diagnostic.file === file)) sources.set(file, text);
  }
  return { ...opened, sources, diagnostics: [...opened.diagnostics, ...found] };
}

/** What the format says a shell reads, then whatever else looks like a script. */
function scriptsOf(given: PackTree, opened: OpenedPack): readonly PackScript[] {
  const tree = unpacked(given);
  const format = formats.find(({ id }) => id === opened.format);
  const [manifest] = opened.sources;
  if (!format || !manifest) return [];
  const own = format.scripts(tree, { file: manifest[0], source: manifest[1] });
  return [...own, ...otherScripts(tree, new Set(own.map(({ file }) => file)))];
}

async function faultIn(
  { interpreter, bytes }: PackScript,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<ShellFault | undefined> {
  const program = findProgram(interpreter);
  return program === undefined ? undefined : parseWithShell(bytes, { program, folder, signal });
}

function warning({ interpreter, file, text, at }: PackScript, { line, reason }: ShellFault): Diagnostic {
  const what = typeof at === 'number' && at === 1 ? `"${file}"` : 'this program';
  return {
    code: pckRules.scriptSyntax.code,
    severity: 'warning',
    file,
    span: typeof at === 'number' ? lineSpan(text, at + line - 1) : at,
    message: `${interpreter} cannot parse ${what}: ${reason}`,
    hint: 'look above it too: an open quote or "if" is noticed only later',
  };
}

/** A line without the white space around it; beyond the last line, the last. */
function lineSpan(text: SourceText, line: number): Span {
  const number = Math.min(line, text.lineStarts.length);
  const content = text.line(number);
  const start = (text.lineStarts[number - 1] ?? 0) + (content.length - content.trimStart().length);
  return { start, end: start + content.trim().length };
}
