import { compareUtf8, type ExactJson, ExactNumber } from '@packwright/values';
import type { ScalarTag } from 'yaml';
import { plainNumber } from './plain-number.ts';

/** A block mapping with a last line break, keys in UTF-8 order, texts in quotes only where they need them (spec 3.3). */
export async function yamlDocument(value: ExactJson): Promise<string> {
  // Loaded here, for few actions read YAML and every run pays for what is loaded.
  const { stringify } = await import('yaml');
  return stringify(sorted(value), {
    customTags: (tags) => [escapedText, exactNumber, ...tags],
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

/** What some reader refuses or folds where it stands as it is: tabs, controls, the breaks and marks of Unicode. */
const UNPLAIN = /[\t\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;

const escapedText: ScalarTag = {
  tag: 'tag:yaml.org,2002:str',
  default: true,
  identify: (value) => typeof value === 'string' && isUnplain(value),
  resolve: (text) => text,
  // Every escape of JSON is one of YAML.
  stringify: ({ value }) => JSON.stringify(value).replace(/[\u007f-\uffff]/g, escaped),
};

/** YAML 1.1 keeps `=` for itself, and a block of nothing but blanks loses them. */
const isUnplain = (text: string): boolean =>
  UNPLAIN.test(text) || text === '=' || (text.includes('\n') && text.trim() === '');

const escaped = (character: string): string =>
  UNPLAIN.test(character) ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : character;

function sorted(value: ExactJson): unknown {
  if (value instanceof Map) {
    const keys = [...value.keys()].toSorted(compareUtf8);
    return new Map(keys.map((key) => [key, sorted(value.get(key) ?? null)]));
  }
  return Array.isArray(value) ? value.map(sorted) : value;
}
