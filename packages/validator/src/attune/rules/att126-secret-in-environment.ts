import { atKey, related } from '../../structure/finding.ts';
import { schemaForm, secretPaths } from '../dialect/index.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 1.14. */
export const att126: AttuneRule = {
  code: 'ATT126',
  name: 'secret-in-environment',
  severity: 'warning',
  restsOn: ['parameter_delivery'],
  summary: 'A secret parameter is delivered in an environment variable.',
  why: 'Other processes of the machine can see the environment of a process, and children inherit it.',
  *check({ components, profile }) {
    // Only the format of 2024 knows this delivery, which is its default too.
    if (profile !== 'seed') return;
    for (const { document, value } of components.action) {
      const delivery: unknown = value.parameter_delivery ?? 'env';
      if (delivery !== 'env') continue;
      const inner = schemaForm(value.parameters) === 'json-schema' ? ['properties'] : [];
      const names = new Set(secretPaths(value.parameters).map(([name]) => String(name)));
      for (const name of names) {
        yield atKey(document, ['parameters', ...inner, name], {
          message: `the secret "${name}" is delivered in the environment`,
          hint: 'write `parameter_delivery: stdin` and `parameter_format: json`',
          ...(value.parameter_delivery === undefined
            ? {}
            : { related: [related(document, ['parameter_delivery'], 'how parameters are delivered')] }),
        });
      }
    }
  },
};
