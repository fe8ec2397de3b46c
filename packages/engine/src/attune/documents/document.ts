import type { ExactObject } from '@packwright/values';
import { dotenvDocument } from './dotenv.ts';
import { jsonDocument } from './json.ts';
import { yamlDocument } from './yaml.ts';

/** How parameters are written. */
export type ParameterFormat = 'dotenv' | 'json' | 'yaml';

const writers: Readonly<Record<ParameterFormat, (parameters: ExactObject) => string | Promise<string>>> = {
  dotenv: dotenvDocument,
  json: jsonDocument,
  yaml: yamlDocument,
};

/** The document of parameters as a script reads it, byte for byte as spec 3.3 has it. */
export const writeDocument = async (format: ParameterFormat, parameters: ExactObject): Promise<string> =>
  writers[format](parameters);
