import { isAtFault, type LocatedDocument } from '../../structure/document.ts';
import type { Finding } from '../../structure/finding.ts';
import { isSecretPath } from '../dialect/index.ts';
import { type ExpressionReference, ruleReferences, workflowReferences } from '../expression/index.ts';
import { type AttunePackFiles, qualified } from '../pack.ts';
import type { AttuneRule } from '../rule.ts';
import { type SourceOf, secretsIn } from '../secrets.ts';
import { tasksOf } from '../tasks.ts';
import { findingWithin, parametersOf, textsIn } from '../templates-of.ts';

/** Spec 1.14. */
export const att123: AttuneRule = {
  code: 'ATT123',
  name: 'secret-flow',
  severity: 'warning',
  restsOn: ['trigger_ref', 'action_ref', 'parameters'],
  summary: 'A secret is handed to a parameter that is none.',
  why: 'The platform refuses the run, since it would store and show the value as it is.',
  *check(pack) {
    yield* inRules(pack);
    yield* inWorkflows(pack);
  },
};

function* inRules(pack: AttunePackFiles): Generator<Finding> {
  const { components, manifest, ref, profile } = pack;
  const config = manifest.value.conf_schema ?? manifest.value.config_schema;
  for (const { document, value } of components.rule) {
    const trigger = components.trigger.find((one) => one.ref === qualified(value.trigger_ref.trim(), ref));
    const payload = profile === 'seed' ? trigger?.value.payload_schema : trigger?.value.output;
    const sourceOf: SourceOf = ({ root, steps }) => {
      if (root === 'event' && steps[0] === 'payload') return { schema: payload, steps: steps.slice(1) };
      if (root === 'pack' && steps[0] === 'config') return { schema: config, steps: steps.slice(1) };
      return undefined;
    };
    const action = components.action.find((one) => one.ref === qualified(value.action_ref.trim(), ref));
    if (!action || isAtFault(action.document, ['parameters'])) continue;
    yield* leaks(document, ['action_params'], value.action_params, action.value.parameters, (text) =>
      secretsIn(ruleReferences(text), sourceOf),
    );
  }
}

function* inWorkflows(pack: AttunePackFiles): Generator<Finding> {
  const { components, manifest, ref } = pack;
  const config = manifest.value.conf_schema ?? manifest.value.config_schema;
  for (const graph of components.workflow) {
    if (graph.isLegacy) continue;
    const parameters = parametersOf(pack, graph);
    const sourceOf: SourceOf = ({ root, steps }) => {
      if (root === 'parameters') return { schema: parameters, steps };
      return root === 'config' ? { schema: config, steps } : undefined;
    };
    for (const { task, path } of tasksOf(graph.value)) {
      const target = typeof task.action === 'string' ? qualified(task.action.trim(), ref) : '';
      const action = components.action.find((one) => one.ref === target);
      if (!action || isAtFault(action.document, ['parameters'])) continue;
      yield* leaks(graph.document, [...path, 'input'], task.input, action.value.parameters, (text) =>
        secretsIn(workflowReferences(text), sourceOf),
      );
    }
  }
}

/** What is handed to places that are not secret, though it is. */
function* leaks(
  document: LocatedDocument<unknown>,
  path: readonly PropertyKey[],
  sent: unknown,
  schema: unknown,
  secretsOf: (text: string) => readonly ExpressionReference[],
): Generator<Finding> {
  for (const found of textsIn(sent, path)) {
    if (!found.text.includes('{{')) continue;
    const place = found.path.slice(path.length) as (string | number)[];
    if (isSecretPath(schema, place)) continue;
    for (const { at } of secretsOf(found.text)) {
      yield findingWithin(document, found.path, {
        at,
        message: `the secret "${found.text.slice(at.start, at.end)}" goes to "${place.map(String).join('.')}", which is none`,
        hint: 'send it to a parameter with `secret: true`, or mark this one so in the action',
      });
    }
  }
}
