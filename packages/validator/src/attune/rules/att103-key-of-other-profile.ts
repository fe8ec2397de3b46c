import { attuneRealKeys } from '@packwright/schema/attune/keys';
import { atKey } from '../../structure/finding.ts';
import { allComponents } from '../pack.ts';
import type { AttuneRule } from '../rule.ts';

/** The key that says the same in the format of 2024. */
const COUNTERPARTS: Readonly<Record<string, string>> = {
  output: 'output_schema',
  timeout_seconds: 'timeout',
  label: 'description',
};
const IN_TRIGGERS: Readonly<Record<string, string>> = {
  ...COUNTERPARTS,
  parameters: 'parameters_schema',
  output: 'payload_schema',
};

/** Spec 9, item 1. */
export const att103: AttuneRule = {
  code: 'ATT103',
  name: 'key-of-other-profile',
  severity: 'warning',
  restsOn: [],
  summary: 'A pack in the format of 2024 uses a key that only the live loader reads.',
  why: 'The two formats share most keys but not these; a pack that mixes them is read whole by neither.',
  *check(pack) {
    if (pack.profile !== 'seed') return;
    const documents = [{ kind: 'pack' as const, document: pack.manifest }, ...allComponents(pack)];
    for (const { kind, document } of documents) {
      const value: Readonly<Record<string, unknown>> = document.value;
      for (const key of attuneRealKeys[kind] ?? []) {
        if (!Object.hasOwn(value, key)) continue;
        const same = (kind === 'trigger' ? IN_TRIGGERS : COUNTERPARTS)[key];
        yield atKey(document, [key], {
          message: `"${key}" belongs to the live format, and this pack is in that of 2024`,
          hint: same
            ? `write ${same} here, or bring the pack to the live format`
            : 'remove it, or bring the pack to the live format',
        });
      }
    }
  },
};
