// Puts the generated rule pages into the package, so that `packwright explain` works without a network.
import { cpSync } from 'node:fs';
import { join } from 'node:path';

const pages = join(import.meta.dirname, '..', '..', '..', 'docs', 'rules');
cpSync(pages, join(import.meta.dirname, '..', 'dist', 'rules'), {
  recursive: true,
  filter: (path) => !path.endsWith('README.md'),
});
