import { isAtFault, type LocatedDocument } from '../structure/document.ts';
import { lookup } from '../tree/lookup.ts';
import type { AttunePackFiles } from './pack.ts';

/** Runners that start the entry point itself, or something of their own; there need be no file (spec 3.7). */
const NATIVE = new Set(['native', 'builtin', 'standalone']);

/** A file that an action or a sensor names. */
export interface NamedFile {
  readonly document: LocatedDocument<unknown>;
  readonly key: 'entry_point' | 'workflow_file';
  /** As the author wrote it. */
  readonly authored: string;
  /** Where the loader looks for it, or undefined for a path that leaves the pack. */
  readonly file: string | undefined;
  readonly isThere: boolean;
  /** What runs it; empty for a graph. */
  readonly runner: string;
  /** Whether the runner starts it without reading it, or may, where nobody can read which runner is meant. */
  readonly isNative: boolean;
}

/** The scripts and graphs that components name, in the order of the files. */
export function* namedFiles({ tree, components }: AttunePackFiles): Generator<NamedFile> {
  const named = (
    document: LocatedDocument<unknown>,
    key: NamedFile['key'],
    directory: string,
    authored: string,
    runner: string,
  ): NamedFile => {
    const file = insideOf(directory, authored);
    const hasFaultyRunner = key === 'entry_point' && isAtFault(document, ['runner_type']);
    const isThere = file !== undefined && lookup(tree, file).found.kind === 'file';
    return { document, key, authored, file, isThere, runner, isNative: isNative(runner) || hasFaultyRunner };
  };
  for (const { document, value } of components.action) {
    const { workflow_file: graph, entry_point: script, runner_type: runner = 'shell' } = value;
    if (isWritten(graph)) yield named(document, 'workflow_file', 'actions', graph.trim(), '');
    else if (isWritten(script)) yield named(document, 'entry_point', 'actions', script.trim(), runner);
  }
  for (const { document, value } of components.sensor) {
    const { entry_point: script, runner_type: runner = 'native' } = value;
    if (isWritten(script)) {
      yield named(document, 'entry_point', 'sensors', script.trim(), String(runner));
    }
  }
}

/** Whether a runner starts the entry point without an interpreter. */
const isNative = (runner: string): boolean => NATIVE.has(runner.trim().toLowerCase());

const isWritten = (text: unknown): text is string => typeof text === 'string' && text.trim() !== '';

/** A path below a directory, cleaned; undefined for one that is absolute or climbs. */
function insideOf(directory: string, authored: string): string | undefined {
  const segments = authored.split('/');
  if (authored.startsWith('/') || segments.includes('..') || /^[A-Za-z]:/.test(authored)) return undefined;
  return [directory, ...segments.filter((segment) => segment !== '' && segment !== '.')].join('/');
}
