import { checkCondition, checkWorkflowTemplate } from '../expression/index.ts';
import type { AttuneRule } from '../rule.ts';
import { findingWithin, workflowTexts } from '../templates-of.ts';

/** Spec 4.6. */
export const att118: AttuneRule = {
  code: 'ATT118',
  name: 'expression',
  severity: 'warning',
  restsOn: ['tasks', 'vars', 'parameters'],
  summary: 'An expression of a workflow cannot be read, or fails whenever it is evaluated.',
  why: 'It shows when the task is reached, with the ones before it done already.',
  *check(pack) {
    for (const graph of pack.components.workflow) {
      if (graph.isLegacy) continue;
      for (const { text, path, names, isCondition } of workflowTexts(pack, graph)) {
        if (!isCondition && !text.includes('{{')) continue;
        const check = isCondition ? checkCondition : checkWorkflowTemplate;
        for (const finding of check(text, names).findings) {
          yield findingWithin(graph.document, path, finding);
        }
      }
    }
  },
};
