import { charge, chargeFor } from './meter.ts';
import { loopOf, methodCall, nodesOf, type SyntaxNode } from './syntax-tree.ts';
import { type Work, workOf } from './work.ts';

/**
 * Has every round of every loop cost one unit and the work in it. The library asks a loop's `condition`, where there is
 * one, before each round, outside of where it drops errors; so that is where the units are taken.
 */
export function meterLoops(tree: SyntaxNode): void {
  for (const node of nodesOf(tree)) {
    const loop = loopOf(node);
    if (!loop) continue;
    const { condition } = loop;
    const work = workOfRound(node);
    loop.condition = (accumulated) => {
      charge(1);
      chargeFor(work);
      return condition ? condition(accumulated) : true;
    };
  }
}

function workOfRound(node: SyntaxNode): Work {
  const works = (methodCall(node)?.args ?? []).map(workOf);
  return {
    comparisons: works.reduce((sum, { comparisons }) => sum + comparisons, 0),
    readings: works.reduce((sum, { readings }) => sum + readings, 0),
  };
}
