import type { AttuneRule } from '../rule.ts';

/** Spec 2.4. */
export const att105: AttuneRule = {
  code: 'ATT105',
  name: 'old-graph',
  severity: 'warning',
  summary: 'A graph in `workflows/` cannot be read, and is skipped.',
  why: 'Files in the old place are read as a favour: what is wrong in them does not refuse the pack, and the workflow is not there.',
  upstream: ['workflow.invalid_legacy_definition'],
  *check({ unread }) {
    for (const { document, isLegacy } of unread) {
      if (!isLegacy) continue;
      for (const { file, span, message, hint } of document.diagnostics) {
        yield { file, span, message: `${message}, so this graph is skipped`, ...(hint ? { hint } : {}) };
      }
    }
  },
};
