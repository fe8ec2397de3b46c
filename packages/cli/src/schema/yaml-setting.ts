import { relative, sep } from 'node:path';
import type { ListedSchema } from './list-schemas.ts';

/** One line for the settings of VS Code that attaches the schemas to the files they describe. */
export function yamlSetting(schemas: readonly ListedSchema[], cwd: string): string {
  const entries = schemas
    .filter(({ fileMatch }) => fileMatch.length > 0)
    .map(({ file, fileMatch }) => [fromWorkspace(file, cwd), fileMatch.map((glob) => `**/${glob}`)]);
  return `"yaml.schemas": ${JSON.stringify(Object.fromEntries(entries))}`;
}

/** Inside the workspace a relative path works for everyone who checks it out. */
function fromWorkspace(file: string, cwd: string): string {
  const path = relative(cwd, file);
  return path.startsWith('..') ? file : `./${path.split(sep).join('/')}`;
}
