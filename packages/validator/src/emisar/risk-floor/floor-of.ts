import { RiskTier } from '@packwright/schema';
import type { Command } from './command.ts';
import type { FloorRow, ProgramRows } from './floor-row.ts';
import { floorTable } from './rows/index.ts';
import { sqlStatements } from './sql-statements.ts';
import { among, beginning, entriesOf } from './word-pattern.ts';

/** The least tier that a command deserves, and why. */
export interface Floor {
  readonly tier: RiskTier;
  readonly reason: string;
  /** The command as far as the table knows it. */
  readonly command: string;
}

type Entries = readonly (readonly string[])[];

interface IndexedRow extends Pick<FloorRow, 'tier' | 'reason'> {
  readonly words: Entries;
  readonly options: Entries;
  readonly unless: Entries;
}

interface IndexedProgram extends Pick<ProgramRows, 'foldsCase' | 'sparesOwn'> {
  readonly valued: ReadonlySet<string>;
  readonly harmless: Entries;
  readonly sql: Entries;
  readonly rows: readonly IndexedRow[];
}

/** With these any program only says what it would do. */
const HARMLESS = [
  '--help, --version, --dry-run, --dry-run=client, --dry-run=server, --dry-run=true, --dry-run={{*',
];
/** `${X:+…}` is an option or nothing. */
const MAY_VANISH = /^\$\{[A-Za-z_0-9]+:?\+/;
const OWN = /^(?:\$\{?[A-Za-z_]|\$!|%|\/tmp\/|\/var\/tmp\/|\/dev\/shm\/)/;

let index: ReadonlyMap<string, readonly IndexedProgram[]> | undefined;

/** The order of tiers, the least first. */
export const rankOf = (tier: RiskTier): number => RiskTier.options.indexOf(tier);

/** What the table says of a command; undefined where it says nothing. Of several rows the highest tier counts. */
export function floorOf(command: Command): Floor | undefined {
  index ??= indexed();
  let floor: Floor | undefined;
  for (const program of index.get(command.program) ?? []) {
    for (const found of floorsIn(command, program)) {
      if (!floor || rankOf(found.tier) > rankOf(floor.tier)) floor = found;
    }
  }
  return floor;
}

function* floorsIn(command: Command, program: IndexedProgram): Generator<Floor> {
  const words = program.foldsCase ? command.words.map((word) => word.toLowerCase()) : command.words;
  if (among(words, program.harmless)) return;
  if (program.sparesOwn && command.from === 'program text' && touchesOwnOnly(words)) return;
  if (program.sql.length > 0) {
    for (const statement of sqlStatements(words, program.sql)) {
      yield* rowFloors(command.program, statement, [], program.rows);
    }
    return;
  }
  yield* rowFloors(command.program, operandsOf(words, program.valued), words, program.rows);
}

function* rowFloors(
  program: string,
  operands: readonly string[],
  words: readonly string[],
  rows: readonly IndexedRow[],
): Generator<Floor> {
  for (const { tier, reason, ...row } of rows) {
    const found = row.words.length === 0 ? '' : beginning(operands, row.words);
    const option = row.options.length === 0 ? '' : among(words, row.options);
    if (found === undefined || option === undefined || among(words, row.unless)) continue;
    const command = [program, found, option].filter((part) => part !== '').join(' ');
    yield { tier, reason, command };
  }
}

function operandsOf(words: readonly string[], valued: ReadonlySet<string>): readonly string[] {
  return words.filter((word, at) => {
    return !word.startsWith('-') && !MAY_VANISH.test(word) && !valued.has(words[at - 1] ?? '');
  });
}

function touchesOwnOnly(words: readonly string[]): boolean {
  const operands = words.filter((word) => !word.startsWith('-'));
  return operands.length > 0 && operands.every((word) => OWN.test(word));
}

function indexed(): ReadonlyMap<string, readonly IndexedProgram[]> {
  const programs = new Map<string, IndexedProgram[]>();
  for (const { programs: names, valued, harmless, sql, rows, ...rest } of floorTable) {
    const takesValue = new Set(entriesOf(valued).flat());
    const program: IndexedProgram = {
      ...rest,
      valued: takesValue,
      harmless: entriesOf([...HARMLESS, ...(harmless ?? [])]).filter(
        ([first = '']) => !takesValue.has(first),
      ),
      sql: entriesOf(sql),
      rows: rows.map(({ words, options, unless, tier, reason }) => {
        return {
          tier,
          reason,
          words: entriesOf(words),
          options: entriesOf(options),
          unless: entriesOf(unless),
        };
      }),
    };
    for (const name of names) programs.set(name, [...(programs.get(name) ?? []), program]);
  }
  return programs;
}
