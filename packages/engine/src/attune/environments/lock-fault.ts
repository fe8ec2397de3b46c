import type { EnvironmentKind, EnvironmentLock } from './need.ts';

/** What a lock leaves open although it has to pin it; undefined for one that pins all. */
export function lockFault(kind: EnvironmentKind, { content }: EnvironmentLock): string | undefined {
  const text = new TextDecoder().decode(content);
  return kind === 'venv' ? requirementsFault(text) : packageLockFault(text);
}

/** Options would let a pack say where packages come from, and paths and addresses what they are. */
function requirementsFault(text: string): string | undefined {
  const lines = text.replaceAll('\\\n', ' ').split('\n');
  for (const line of lines
    .map((raw) => raw.replace(/(?:^|\s)#.*/, '').trim())
    .filter((bare) => bare !== '')) {
    const [requirement = '', ...hashes] = line.split(/\s+(?=--)/);
    if (requirement.startsWith('-'))
      return `the line "${requirement}" is an option, and only packages may be in a lock`;
    if (!/^[A-Za-z0-9._-]+(?:\[[^\]]*\])?\s*==\s*[^\s;*]+\s*(?:;.*)?$/.test(requirement)) {
      return `"${requirement}" is not pinned to one version`;
    }
    if (
      hashes.length === 0 ||
      !hashes.every((hash) => /^--hash=sha(?:256|384|512):[0-9a-f]+$/.test(hash.trim()))
    ) {
      return `"${requirement}" has no hash`;
    }
  }
  return undefined;
}

function packageLockFault(text: string): string | undefined {
  let packages: unknown;
  try {
    ({ packages } = JSON.parse(text));
  } catch {
    return 'it is not JSON';
  }
  if (typeof packages !== 'object' || packages === null) return 'it has no `packages`';
  for (const [path, entry] of Object.entries(packages)) {
    if (path !== '' && typeof entry?.integrity !== 'string') return `"${path}" has no \`integrity\``;
  }
  return undefined;
}
