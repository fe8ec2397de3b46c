import { open, type PackTree, type RuleInfo } from '@packwright/validator';

/** A pack to count in, and the warnings it had before it was changed. */
export interface CountedPack {
  readonly tree: PackTree;
  readonly unchanged?: PackTree;
}

/** One warning, as a line that a judge can look up. */
export interface Hit {
  readonly code: string;
  readonly line: string;
}

export interface WarningCounts {
  readonly packs: number;
  readonly actions: number;
  /** Without and with the review bar of the registry. */
  readonly hits: readonly Hit[];
  readonly registryHits: readonly Hit[];
}

/** Opens the packs and keeps every warning of those that are accepted; of changed ones, what the change brought. */
export function countWarnings(counted: Iterable<CountedPack>): WarningCounts {
  let packs = 0;
  let actions = 0;
  const hits: Hit[] = [];
  const registryHits: Hit[] = [];
  for (const { tree, unchanged } of counted) {
    const opened = hitsIn(tree);
    if (opened.actions === undefined) continue;
    packs += 1;
    actions += opened.actions;
    const before = new Set((unchanged ? hitsIn(unchanged).hits : []).map(({ line }) => line));
    for (const hit of opened.hits) {
      if (!before.has(hit.line)) (hit.code.startsWith('EMI2') ? registryHits : hits).push(hit);
    }
  }
  return { packs, actions, hits, registryHits };
}

/** The warnings of one pack; no number of actions for a refused one. */
function hitsIn(tree: PackTree): { readonly hits: readonly Hit[]; readonly actions: number | undefined } {
  const { id, diagnostics, view } = open(tree, { audience: 'registry' });
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning');
  const hits = warnings.map(({ code, file, message }) => ({
    code,
    line: `${code} ${id}/${file}: ${message}`,
  }));
  return { hits, actions: view?.runnable?.actions.length };
}

/** A table of all warning rules with their hits, and the rate that has a budget. */
export function warningTable(
  { packs, actions, hits, registryHits }: WarningCounts,
  rules: readonly RuleInfo[],
): string {
  const all = [...hits, ...registryHits];
  const rows = rules
    .filter(({ severity }) => severity === 'warning')
    .toSorted((left, right) => (left.code < right.code ? -1 : 1))
    .map(({ code, name }) => `| ${code} | ${name} | ${all.filter((hit) => hit.code === code).length} |`);
  return [
    '| rule | name | hits |',
    '|---|---|---|',
    ...rows,
    '',
    `${packs} packs, ${actions} actions: ${hits.length} warnings, ${perAction(hits.length, actions)} per action;`,
    `--for registry: ${registryHits.length} more, ${perAction(all.length, actions)} per action`,
  ].join('\n');
}

/** Hits of a rule to judge: all of them, or as many as asked for, always the same ones. */
export function sampleOf({ hits, registryHits }: WarningCounts, code: string, size: number): string[] {
  const lines = [...hits, ...registryHits].filter((hit) => hit.code === code).map(({ line }) => line);
  // A fixed generator (Park and Miller), so that everyone draws the same sample.
  let state = 20_260_101;
  const random = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  for (let at = lines.length - 1; at > 0; at--) {
    const other = random(at + 1);
    [lines[at], lines[other]] = [lines[other] as string, lines[at] as string];
  }
  return lines.slice(0, size);
}

const perAction = (warnings: number, actions: number): string => (warnings / Math.max(1, actions)).toFixed(3);
