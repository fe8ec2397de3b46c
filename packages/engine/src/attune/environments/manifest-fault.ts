import type { EnvironmentKind } from './need.ts';

/**
 * What a manifest asks for beyond names and versions; undefined for one that asks for nothing else. Options, paths and
 * addresses would have an installer build, which runs what it finds there, or ask somewhere else than the operator says.
 */
export function manifestFault(kind: EnvironmentKind, manifest: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(manifest);
  return kind === 'venv' ? requirementsFault(text) : packageFault(text);
}

function requirementsFault(text: string): string | undefined {
  const lines = text.replaceAll('\\\n', ' ').split('\n');
  const requirements = lines.map((line) => line.replace(/(?:^|\s)#.*/, '').trim());
  const odd = requirements.find(
    (line) =>
      line !== '' &&
      !/^[A-Za-z0-9._-]+\s*(?:\[[^\]]*\])?\s*(?:[(<>=!~;][^@/]*)?$/.test(line.replace(/;.*/, ';')),
  );
  return odd === undefined ? undefined : `"${odd}" is no package by name and version`;
}

const SECTIONS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;

function packageFault(text: string): string | undefined {
  let manifest: Partial<Record<(typeof SECTIONS)[number], unknown>> | null;
  try {
    manifest = JSON.parse(text);
  } catch {
    return 'it is not JSON';
  }
  for (const section of SECTIONS) {
    for (const [name, wanted] of Object.entries(manifest?.[section] ?? {})) {
      const isPlain = typeof wanted === 'string' && /^(?:npm:[^:]*|[^:/]*)$/.test(wanted);
      if (!isPlain) return `"${name}" is asked for as ${JSON.stringify(wanted)}, which is no version`;
    }
  }
  return undefined;
}
