import { expect, test } from 'vitest';
import { pageText } from './page-text.ts';

const marked = (look: unknown, text: string) => `<${look}>${text}</${look}>`;

test('headings and strong words stand out, code is indented, text is wrapped', () => {
  const page = `<!-- Generated; do not edit. -->

# EMI010: absolute-path

**Error.** A path in the pack is absolute.

\`pack.yaml\`

\`\`\`\`yaml
a: 1

\`\`\`
\`\`\`\`
`;
  expect(pageText(page, { style: marked, width: 30 })).toBe(`\
<bold>EMI010: absolute-path</bold>

<bold>Error.</bold> A path in the pack
is absolute.

<dim>pack.yaml</dim>

    a: 1

    \`\`\`
`);
});
