import { plain, type Span } from '../../source/span.ts';
import type { YamlNode } from '../../source/yaml-node.ts';
import type { EvershellRule } from '../rule.ts';

const MOST = 50;

/** Spec 2. */
export const evs018: EvershellRule = {
  code: 'EVS018',
  name: 'many-aliases',
  severity: 'error',
  summary: 'The manifest has more than 50 aliases.',
  why: 'Aliases multiply what a reader has to hold, far beyond what a reviewer sees.',
  upstream: ['manifest_invalid_yaml'],
  *check({ manifest }) {
    if (!manifest.locator) return;
    let count = 0;
    let first: Span | undefined;
    visitAliases(manifest.locator.root, (alias) => {
      if (count++ === MOST) first = plain(alias);
    });
    if (!first) return;
    const message = `the manifest has ${count} aliases, more than ${MOST}`;
    yield { file: manifest.file, span: first, message, hint: 'write the repeated content out' };
  },
};

function visitAliases(node: YamlNode, visit: (alias: Span) => void): void {
  if (node.kind === 'alias') visit(node);
  if (node.kind === 'seq') for (const item of node.items) visitAliases(item, visit);
  if (node.kind !== 'map') return;
  for (const { key, value } of node.pairs) {
    visitAliases(key, visit);
    visitAliases(value, visit);
  }
}
