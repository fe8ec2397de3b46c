import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { type ListedSchema, listSchemas, readSchema } from '../schema/list-schemas.ts';
import { yamlSetting } from '../schema/yaml-setting.ts';
import { styleFor } from '../style.ts';
import { UsageError } from '../usage-error.ts';

/** `packwright schema`. */
export const command = defineCommand({
  usage: 'schema [NAME]',
  about: [
    'Lists the JSON Schemas for editors and says how to attach them in VS Code.',
    'With a name, prints that schema.',
  ],
  flags: {},
  operands: { least: 0, most: 1 },
  examples: [
    ['packwright schema', 'what there is and how to use it'],
    ['packwright schema emisar/pack', 'the schema of an emisar pack.yaml'],
  ],
  async run({ operands: [name] }, io) {
    const schemas = listSchemas();
    if (name !== undefined) {
      await io.stdout.write(readSchema(find(name, schemas)));
      return exitCode.ok;
    }
    const style = styleFor(io, io.stdout);
    const width = Math.max(...schemas.map((schema) => schema.name.length));
    const rows = schemas.map(
      (schema) =>
        `  ${style('cyan', schema.name.padEnd(width))}  ${schema.title}\n    ${style('dim', schema.file)}`,
    );
    await io.stdout.write(`${rows.join('\n')}

${style('bold', 'VS Code')}: install the extension redhat.vscode-yaml and add this line to .vscode/settings.json

${yamlSetting(schemas, io.cwd)}
`);
    return exitCode.ok;
  },
});

function find(name: string, schemas: readonly ListedSchema[]): ListedSchema {
  const found = schemas.find((schema) => schema.name === name);
  if (found) return found;
  const among = schemas.map((schema) => schema.name);
  throw new UsageError(`there is no schema "${name}"`, `there are ${among.join(', ')}`, {
    word: name,
    among,
  });
}
