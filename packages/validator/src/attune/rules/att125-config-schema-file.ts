import { parseYaml } from '../../source/index.ts';
import { plain } from '../../source/span.ts';
import { decode } from '../../structure/decode.ts';
import { Locator } from '../../structure/locator.ts';
import { checkSchema } from '../dialect/index.ts';
import type { AttuneRule } from '../rule.ts';
import { attuneScalars } from '../scalars.ts';

/** The kinds that are wrong in either form of a schema. */
const FORMS = ['json-schema-form', 'required-default'];

/** Spec 1.1. */
export const att125: AttuneRule = {
  code: 'ATT125',
  name: 'config-schema-file',
  severity: 'warning',
  summary: '`config.schema.yaml` is not a schema.',
  why: 'In the format of 2024 it describes the configuration of the pack; nothing can be checked by it as it stands.',
  *check({ configSchema }) {
    if (!configSchema) return;
    const { file, source } = configSchema;
    const { root, faults: found } = parseYaml(source.text);
    const faults = found.filter((fault) => fault.kind !== 'newer-yaml');
    for (const { span, message, hint } of faults) yield { file, span, message, ...(hint && { hint }) };
    if (!root || faults.length > 0) return;
    const data = decode(root, { kind: 'any' }, attuneScalars);
    const locator = new Locator(root, data);
    for (const { kind, path, at, message, hint } of checkSchema(data.value)) {
      if (FORMS.includes(kind)) continue;
      const span = plain(at === 'key' ? locator.keyAt(path) : locator.at(path));
      yield { file, span, message, ...(hint && { hint }) };
    }
  },
};
