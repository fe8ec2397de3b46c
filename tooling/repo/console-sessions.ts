import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repoRoot } from './repo-root.ts';

/** One command of a guide, and what the guide says it prints. */
export interface ShownCommand {
  readonly command: string;
  readonly output: string;
}

/** The commands in the `console` blocks of a guide, in their order. */
export function shownCommands(markdown: string): readonly ShownCommand[] {
  return [...markdown.matchAll(/^```console\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
    [...block.matchAll(/^\$ (.*)\n((?:(?!\$ ).*\n)*)/gm)].map(([, command = '', output = '']) => ({
      command,
      output,
    })),
  );
}

/** A folder like a fresh clone, in which the commands of a guide run one after another. */
export interface Clone {
  readonly folder: string;
  /** Runs `npx packwright …` or `npx packwright-mcp …`; returns what it prints. */
  run(command: string): string;
  remove(): void;
}

const BINS: Readonly<Record<string, string>> = {
  packwright: join(repoRoot, 'packages/cli/bin/packwright.js'),
  'packwright-mcp': join(repoRoot, 'apps/runner/bin/packwright-mcp.js'),
  'packwright-runner': join(repoRoot, 'apps/runner/bin/packwright-runner.js'),
};

/** The program that `npx NAME` starts in a clone. Throws for a name that is not one of ours. */
export function binOf(name: string): string {
  const bin = BINS[name];
  if (bin === undefined) throw new Error(`no guide may start "${name}"`);
  return bin;
}

export function freshClone(): Clone {
  const folder = mkdtempSync(join(tmpdir(), 'packwright-guide-'));
  cpSync(join(repoRoot, 'examples'), join(folder, 'examples'), { recursive: true });
  symlinkSync(join(repoRoot, 'packages'), join(folder, 'packages'));
  const env = { PATH: process.env.PATH, XDG_CONFIG_HOME: folder };
  return {
    folder,
    run(command) {
      const [npx, name = '', ...args] = wordsOf(command);
      if (npx !== 'npx') throw new Error(`"${command}" does not begin with npx`);
      const { stdout, stderr } = spawnSync(process.execPath, [binOf(name), ...args], {
        cwd: folder,
        encoding: 'utf8',
        env,
      });
      return stdout + stderr;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The words of a command line whose only quotes are double ones. */
const wordsOf = (command: string): readonly string[] =>
  [...command.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);

/** A pattern for what a guide shows: `…` stands for what differs from machine to machine, alone on a line for any lines. */
export function patternOf(shown: string): RegExp {
  const lines = shown.split('\n').map((line) =>
    line === '…'
      ? '(?:.*\n)*?.*'
      : line
          .split('…')
          .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
          .join('.*'),
  );
  return new RegExp(`^${lines.join('\n')}$`);
}
