import { isWellFormed } from '@packwright/values';
import type { Location } from '../diagnostics/diagnostic.ts';
import type { OpenedPack } from '../format.ts';
import { open } from '../open.ts';
import {
  githubRenderer,
  jsonRenderer,
  junitRenderer,
  prettyRenderer,
  rdjsonlRenderer,
  renderReport,
  reportOf,
  sarifRenderer,
} from '../render/index.ts';
import { ruleOf } from '../rules.ts';
import { type MemoryEntry, memoryTree } from '../tree/memory-tree.ts';

/** A pack as it travels to another process. */
export type PackEntries = ReadonlyMap<string, MemoryEntry>;

// biome-ignore lint/suspicious/noControlCharactersInRegex: what steers a terminal is looked for
const CONTROL = /[\0-\x09\x0b-\x1f\x7f-\x9f]/;

/** Every promise of `open`, and of the outputs of its result, that it does not keep for this pack. */
export function brokenPromises(entries: PackEntries): string[] {
  const opened = open(memoryTree(entries), { audience: 'registry' });
  return [
    ...outcome(opened),
    ...order(opened),
    ...opened.diagnostics.flatMap((diagnostic) => places(opened, entries, diagnostic)),
    ...outputs(opened),
  ];
}

function outcome({ diagnostics, digest, view, format }: OpenedPack): string[] {
  const broken: string[] = [];
  const refused = diagnostics.some(({ severity }) => severity === 'error');
  if (refused !== (digest === null))
    broken.push(`digest ${digest} beside ${refused ? 'errors' : 'no error'}`);
  if ((digest === null) !== (view === null))
    broken.push('a digest without a view, or a view without a digest');
  if (digest !== null && !/^sha256:[0-9a-f]{64}$/.test(digest)) broken.push(`the digest ${digest}`);
  if (digest !== null && format === null) broken.push('an accepted pack of no format');
  return broken;
}

function order({ diagnostics }: OpenedPack): string[] {
  const broken: string[] = [];
  const seen = new Set<string>();
  for (const [index, { code, severity, file, span, message }] of diagnostics.entries()) {
    if (ruleOf(code)?.severity !== severity) broken.push(`${code} as ${severity}`);
    if (message === '') broken.push(`${code} without a message`);
    const key = JSON.stringify([code, file, span.start, span.end, message]);
    if (seen.has(key)) broken.push(`twice: ${key}`);
    seen.add(key);
    const before = diagnostics[index - 1];
    if (before?.file === file && before.span.start > span.start) broken.push(`out of order: ${key}`);
    if (before && before.file !== file && file === 'pack.yaml') broken.push(`behind other files: ${key}`);
  }
  return broken;
}

function places(
  opened: OpenedPack,
  entries: PackEntries,
  diagnostic: OpenedPack['diagnostics'][number],
): string[] {
  const { code, file, span, related = [], fix } = diagnostic;
  const locations: Location[] = [{ file, span }, ...related, ...(fix?.edits ?? [])];
  const broken = locations
    .filter((location) => !isWithin(location, lengthOf(opened, entries, location.file)))
    .map((location) => `${code} at ${JSON.stringify(location)}`);
  const edits = (fix?.edits ?? []).toSorted((a, b) => a.span.start - b.span.start);
  const overlap = edits.some((edit, index) => {
    const next = edits[index + 1];
    return next !== undefined && next.file === edit.file && next.span.start < edit.span.end;
  });
  return overlap ? [...broken, `${code} with a fix whose edits overlap`] : broken;
}

function isWithin({ span: { start, end } }: Location, length: number): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length;
}

/** A file that is not text has places in what can be decoded of it, at most one unit for each byte. */
function lengthOf(opened: OpenedPack, entries: PackEntries, file: string): number {
  const source = opened.sources.get(file);
  if (source) return source.text.length;
  const entry = entries.get(file);
  return typeof entry === 'string' || entry instanceof Uint8Array ? entry.length : 0;
}

function outputs(opened: OpenedPack): string[] {
  const report = reportOf([{ path: 'packs/one', opened }]);
  const texts = {
    pretty: renderReport(prettyRenderer({ width: 80 }), report),
    json: renderReport(jsonRenderer(), report),
    sarif: renderReport(sarifRenderer({ version: '0.0.0', rule: ruleOf }), report),
    github: renderReport(githubRenderer(), report),
    junit: renderReport(junitRenderer(), report),
    rdjsonl: renderReport(rdjsonlRenderer(), report),
  };
  JSON.parse(texts.json);
  JSON.parse(texts.sarif);
  const findings = texts.rdjsonl.split('\n').filter((line) => line !== '');
  for (const line of findings) JSON.parse(line);
  const commands = texts.github.split('\n').filter((line) => line.startsWith('::'));
  const broken = Object.entries(texts)
    .filter(([, text]) => !isWellFormed(text) || CONTROL.test(text))
    .map(([form]) => `${form} output with a character that cannot be written`);
  if (findings.length !== opened.diagnostics.length) broken.push('rdjsonl output with other lines');
  if (commands.length !== opened.diagnostics.length) broken.push('github output with other lines');
  return broken;
}
