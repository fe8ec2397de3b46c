import { compareUtf8, type ExactJson, ExactNumber } from '@packwright/values';
import type { ScalarTag } from 'yaml';
import { plainNumber } from './plain-number.ts';

/** A block mapping with a last line break, keys in UTF-8 order, texts in quotes only where they need them (spec 3.3). */
export async function yamlDocument(value: ExactJson): Promise<string> {
  // Loaded here, for few actions read YAML and every run pays for what is loaded.
  const { stringify } = await import('yaml');
  return stringify(sorted(value), {
    customTags: [exactNumber],
    // Readers of YAML 1.1 take `yes` and `0o7` for something else, so those are quoted too.
    compat: 'yaml-1.1',
    aliasDuplicateObjects: false,
    indentSeq: false,
    lineWidth: 0,
    singleQuote: true,
  });
}

const exactNumber: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  identify: (value) => value instanceof ExactNumber,
  resolve: (text) => text,
  stringify: ({ value }) => plainNumber(value as ExactNumber),
};

function sorted(value: ExactJson): unknown {
  if (value instanceof Map) {
    const keys = [...value.keys()].toSorted(compareUtf8);
    return new Map(keys.map((key) => [key, sorted(value.get(key) ?? null)]));
  }
  return Array.isArray(value) ? value.map(sorted) : value;
}
