import { closest } from '@packwright/values';
import { isSound } from '../../structure/document.ts';
import { atValue, replaceValue } from '../../structure/finding.ts';
import type { AttuneRule } from '../rule.ts';

/** The names under which the runtimes of the platform are found (spec 3.7). */
const RUNNERS = [
  ...['shell', 'bash', 'sh', 'python', 'python3', 'node', 'nodejs', 'node.js'],
  ...['native', 'builtin', 'standalone', 'go', 'java', 'perl', 'r', 'ruby'],
];

/** Spec 3.7. */
export const att108: AttuneRule = {
  code: 'ATT108',
  name: 'unknown-runner',
  severity: 'warning',
  restsOn: ['workflow_file'],
  summary: 'A runner is none of the platform, and none of this pack.',
  why: 'The component registers without a runtime, and cannot run until a pack brings one of this name.',
  *check({ components, unread, profile }) {
    if (profile === 'seed') return;
    const own = components.runtime.flatMap(({ ref, value }) => [
      ref,
      value.name,
      ...(Array.isArray(value.aliases) ? value.aliases : []),
    ]);
    const known = new Set([...RUNNERS, ...own.map((name) => String(name).toLowerCase())]);
    const faulty = [...unread.filter(({ kind }) => kind === 'runtime'), ...components.runtime]
      .filter(({ document }) => !isSound(document))
      .map(({ document }) => document.text.toLowerCase());
    for (const { document, value } of [...components.action, ...components.sensor]) {
      const { runner_type: runner } = value;
      // A graph needs no runner, so none is looked for.
      if ('workflow_file' in value && value.workflow_file !== undefined) continue;
      if (typeof runner !== 'string' || runner.trim() === '') continue;
      const name = runner.trim().toLowerCase();
      if (known.has(name) || known.has(name.replace(/^core\./, ''))) continue;
      // A runtime of another pack.
      if (name.includes('.')) continue;
      // A runtime that could not be read may have the name.
      if (faulty.some((text) => text === '' || text.includes(name))) continue;
      const meant = closest(name, known);
      yield atValue(document, ['runner_type'], {
        message: `there is no runner "${runner}"`,
        hint: meant
          ? `did you mean "${meant}"?`
          : 'use python, shell, nodejs or native, or bring the runtime along',
        ...(meant ? { fix: replaceValue(document, ['runner_type'], meant, `replace with ${meant}`) } : {}),
      });
    }
  },
};
