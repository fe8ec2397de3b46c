import type { RiskTier } from '@packwright/schema';
import { riskTiers } from '@packwright/schema/terms';
import type { Command } from './command.ts';
import type { FloorRow, ProgramRows } from './floor-row.ts';
import { floorTable } from './rows/index.ts';
import { sqlStatements } from './sql-statements.ts';
import { entriesOf, WordIndex } from './word-index.ts';

/** The least tier that a command deserves, and why. */
export interface Floor {
  readonly tier: RiskTier;
  readonly reason: string;
  /** The command as far as the table knows it. */
  readonly command: string;
}

interface IndexedRow extends Pick<FloorRow, 'tier' | 'reason'> {
  readonly words: WordIndex;
  readonly options: WordIndex;
  readonly unless: WordIndex;
}

interface IndexedProgram extends Pick<ProgramRows, 'foldsCase' | 'sparesOwn'> {
  readonly valued: ReadonlySet<string>;
  readonly harmless: WordIndex;
  readonly sql: readonly string[];
  /** What the text of a statement holds that any row of SQL is about. */
  readonly sqlWords: RegExp;
  readonly rows: readonly IndexedRow[];
}

/** With these any program only says what it would do. */
const HARMLESS = [
  '--help, --version, --dry-run, --dry-run=client, --dry-run=server, --dry-run=true, --dry-run={{*',
];
/** `${X:+…}` is an option or nothing. */
const MAY_VANISH = /^\$\{[A-Za-z_0-9]+:?\+/;
const OWN = /^(?:\$\{?[A-Za-z_]|\$!|%|\/tmp\/|\/var\/tmp\/|\/dev\/shm\/)/;

/** The order of tiers, the least first. */
export const rankOf = (tier: RiskTier): number => riskTiers.indexOf(tier);

/** What the table says of a command; undefined where it says nothing. Of several rows the highest tier counts. */
export function floorOf(command: Command): Floor | undefined {
  let floor: Floor | undefined;
  for (const program of rowsOf(command.program)) {
    for (const found of floorsIn(command, program)) {
      if (!floor || rankOf(found.tier) > rankOf(floor.tier)) floor = found;
    }
  }
  return floor;
}

function* floorsIn(command: Command, program: IndexedProgram): Generator<Floor> {
  const words = program.foldsCase ? command.words.map((word) => word.toLowerCase()) : command.words;
  if (program.harmless.among(words) !== undefined) return;
  if (program.sparesOwn && command.from === 'program text' && touchesOwnOnly(words)) return;
  if (program.sql.length > 0) {
    for (const statement of sqlStatements(words, program.sql, program.sqlWords)) {
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
    const found = row.words.size === 0 ? '' : row.words.beginning(operands);
    const option = row.options.size === 0 ? '' : row.options.among(words);
    if (found === undefined || option === undefined || row.unless.among(words) !== undefined) continue;
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

const table = new Map<string, readonly ProgramRows[]>();
const indexed = new Map<string, readonly IndexedProgram[]>();

/** The rows of a program, made ready the first time they are asked for. */
function rowsOf(name: string): readonly IndexedProgram[] {
  const known = indexed.get(name);
  if (known) return known;
  if (table.size === 0) {
    for (const program of floorTable) {
      for (const each of program.programs) table.set(each, [...(table.get(each) ?? []), program]);
    }
  }
  const rows = table.get(name)?.map(index);
  if (rows) indexed.set(name, rows);
  return rows ?? [];
}

function index({ valued, harmless, sql, rows, ...rest }: ProgramRows): IndexedProgram {
  const takesValue = new Set(entriesOf(valued).flat());
  const asks = entriesOf([...HARMLESS, ...(harmless ?? [])]).filter(([first = '']) => !takesValue.has(first));
  return {
    ...rest,
    valued: takesValue,
    harmless: new WordIndex(asks),
    sql: entriesOf(sql).flat(),
    sqlWords: anyOf(rows.flatMap(({ words }) => entriesOf(words))),
    rows: rows.map(({ words, options, unless, tier, reason }) => ({
      tier,
      reason,
      words: new WordIndex(entriesOf(words)),
      options: new WordIndex(entriesOf(options)),
      unless: new WordIndex(entriesOf(unless)),
    })),
  };
}

/** Finds the word that an entry begins with, `**` aside. */
function anyOf(entries: readonly (readonly string[])[]): RegExp {
  const first = entries.map(([first, second]) => (first === '**' ? second : first) ?? '');
  return new RegExp(`\\b(?:${[...new Set(first)].map((word) => word.replace(/\W.*$/, '')).join('|')})`, 'i');
}
