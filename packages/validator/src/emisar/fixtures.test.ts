import { globSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic, TextEdit } from '../diagnostics/diagnostic.ts';
import { prettyRenderer } from '../render/pretty.ts';
import { type PackReport, renderReport, reportOf } from '../render/report.ts';
import { ruleOf, rules } from '../rules.ts';
import type { PackTree } from '../tree/pack-tree.ts';
import { caseNames, type FixturePack, fixtures, goodOf, judge, readFixture } from './fixtures/fixture.ts';

const names = caseNames();
const codeOf = (name: string): string => name.slice(0, 6);

/** What a bad pack cannot help saying beside the code it is kept for. */
const alsoSays: Readonly<Record<string, readonly string[]>> = {
  // Bounds that cross leave no room for what lies between them.
  EMI024: ['EMI025'],
  EMI027: ['EMI028'],
  // The whole text is taken for the name of a program.
  'EMI116/interpreter': ['EMI109'],
  // A template names the argument that has no name.
  'PCK102/argument-name': ['EMI043'],
  // What stands there is not read as a template.
  'PCK103/template-without-quotes': ['EMI113'],
};

/** Codes that only the shells of a machine can tell; their tests are those of `--scripts`. */
const elsewhere = ['PCK204'];

test('every code has a fixture, and every folder of fixtures belongs to a code', () => {
  const codes = rules.map(({ code }) => code).filter((code) => !elsewhere.includes(code));
  const folders = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect([...new Set(names.map(codeOf))]).toEqual(codes.sort());
  expect(folders.map(({ name }) => name).sort()).toEqual(codes.sort());
});

test('every expected output and every overlay stands beside the pack it is about', () => {
  const beside = globSync(['**/*.expected.txt', '**/*.overlay.json'], { cwd: fixtures });
  const stray = beside.filter((path) => !names.some((name) => path.startsWith(`${name}/bad.`)));
  expect(stray).toEqual([]);
});

describe.each(names)('%s', (name) => {
  test('the bad pack says what it is kept for, and nothing else', async () => {
    const found = new Set(diagnosticsOf(judge(await readFixture(`${name}/bad`))).map(({ code }) => code));
    expect([...found].sort()).toEqual([codeOf(name), ...(alsoSays[name] ?? [])].sort());
  });

  test('the bad pack is refused for an error and accepted with a warning', async () => {
    const reports = judge(await readFixture(`${name}/bad`));
    const isRefused = reports.some(({ opened }) => opened.digest === null);
    expect(isRefused).toBe(ruleOf(codeOf(name))?.severity === 'error');
  });

  test('the output about the bad pack is the expected one', async () => {
    const output = renderReport(prettyRenderer(), reportOf(judge(await readFixture(`${name}/bad`))));
    await expect(output).toMatchFileSnapshot(join(fixtures, name, 'bad.expected.txt'));
  });

  test('the good pack is accepted without a word', async () => {
    const reports = judge(await readFixture(goodOf(name)));
    expect(diagnosticsOf(reports)).toEqual([]);
    expect(reports.map(({ opened }) => opened.digest === null)).not.toContain(true);
  });

  test('each fix removes what it is offered for, and no new error comes', async () => {
    const packs = await readFixture(`${name}/bad`);
    const before = judge(packs);
    for (const diagnostic of diagnosticsOf(before)) {
      if (!diagnostic.fix) continue;
      const after = diagnosticsOf(judge(mend(packs, before, diagnostic.fix.edits)));
      expect(after.filter(({ fix }) => fix?.title === diagnostic.fix?.title)).toEqual([]);
      expect(keysOf(after)).not.toContain(keyOf(diagnostic));
      expect(keysOf(after).filter((key) => !keysOf(diagnosticsOf(before)).includes(key))).toEqual([]);
    }
  });

  test('the edits of a fix lie inside their file and apart from each other', async () => {
    const reports = judge(await readFixture(`${name}/bad`));
    for (const { opened } of reports) {
      for (const { fix } of opened.diagnostics) {
        const edits = (fix?.edits ?? []).toSorted(
          (a, b) => a.file.localeCompare(b.file) || a.span.start - b.span.start,
        );
        const apart = edits.every((edit, at) => {
          const next = edits[at + 1];
          return next === undefined || next.file !== edit.file || edit.span.end <= next.span.start;
        });
        const inside = edits.every(({ file, span }) => {
          const length = opened.sources.get(file)?.text.length ?? -1;
          return 0 <= span.start && span.start <= span.end && span.end <= length;
        });
        expect({ apart, inside }).toEqual({ apart: true, inside: true });
      }
    }
  });
});

const diagnosticsOf = (reports: readonly PackReport[]): Diagnostic[] =>
  reports.flatMap(({ opened }) => opened.diagnostics);

const keyOf = ({ code, file, message }: Diagnostic): string => `${code} ${file} ${message}`;
const keysOf = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(keyOf);

/** The packs with some edits applied; a fixture with several packs offers no fixes. */
function mend(
  packs: readonly FixturePack[],
  reports: readonly PackReport[],
  edits: readonly TextEdit[],
): FixturePack[] {
  return packs.map(({ path, tree, options }, at) => {
    const texts = new Map<string, string>();
    for (const { file, span, newText } of edits.toSorted((a, b) => b.span.start - a.span.start)) {
      const text = texts.get(file) ?? reports[at]?.opened.sources.get(file)?.text ?? '';
      texts.set(file, text.slice(0, span.start) + newText + text.slice(span.end));
    }
    return { path, tree: withTexts(tree, texts), options };
  });
}

function withTexts(tree: PackTree, texts: ReadonlyMap<string, string>): PackTree {
  return {
    ...tree,
    entry(path) {
      const text = texts.get(path);
      if (text === undefined) return tree.entry(path);
      const bytes = new TextEncoder().encode(text);
      return { kind: 'file', size: bytes.length, bytes: () => bytes };
    },
  };
}
