import { accessSync, constants, readdirSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { HostSigns } from './suggest-packs.ts';

/** The signs of this host: programs on the path, and processes where the system lists them under `/proc`. */
export function hostSigns(path = process.env.PATH ?? ''): HostSigns {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return {
    os: process.platform === 'win32' ? 'windows' : process.platform,
    hasBinary: (name) => !name.includes('/') && folders.some((folder) => isProgram(join(folder, name))),
    processes: new Set(processNames()),
  };
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function processNames(): string[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^[0-9]+$/.test(name))
      .map(nameOf);
  } catch {
    return [];
  }
}

function nameOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trimEnd();
  } catch {
    return '';
  }
}
