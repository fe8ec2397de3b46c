import { expect, test } from 'vitest';
import { open } from '../../open.ts';
import { memoryTree } from '../../tree/memory-tree.ts';

const MANIFESTS = {
  emisar: 'schema_version: 1\nid: a\nname: A\nversion: 1.0.0\ndescription: 5\nactions: [a.yaml]\n',
  attune: 'ref: a\nlabel: [A]\nversion: 1.0.0\n',
  evershell: 'name: a\ndescription: [A]\nversion: 1.0.0\n',
} as const;
const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

const cases = Object.entries(MANIFESTS).flatMap(([format, text]) =>
  NAMES.map((name) => [format, name, text] as const),
);

test.each(cases)(
  'in %s, beside a fault, the key %s is like any other that is not known',
  (format, name, text) => {
    const codesWith = (key: string) => {
      const pack = open(memoryTree({ 'pack.yaml': `${text}${key}: {a: [{b: 1}]}\n` }));
      return [pack.format, ...pack.diagnostics.map(({ code }) => code)];
    };
    expect(codesWith(name)).toEqual(codesWith('unknown'));
    expect(codesWith(name)[0]).toBe(format);
    expect(codesWith(name).length).toBeGreaterThan(1);
  },
);
