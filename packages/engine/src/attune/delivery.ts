import type { AttuneProfile } from '@packwright/schema/attune';
import { readSchema, secretPaths } from '@packwright/validator/attune';
import type { ExactObject } from '@packwright/values';
import type { CommandPlan, PlannedText } from '../plan/command-plan.ts';
import type { PlanRefusal } from '../plan/plan-result.ts';
import { type ParameterFormat, writeDocument } from './documents/document.ts';
import { collidingKey } from './documents/dotenv.ts';
import { environmentVariables } from './documents/environment-variables.ts';
import { jsonDocument } from './documents/json.ts';

/** How parameters reach a script. `env` is a word of the seed profile only. */
export type Delivery = 'env' | 'stdin' | 'file';

/** What an action says of its parameters. */
export interface DeliveryTerms {
  readonly profile: AttuneProfile;
  readonly delivery: Delivery;
  readonly format: ParameterFormat;
  readonly schema: unknown;
}

/** The parts of a plan that carry parameters. */
export type Delivered = Required<Pick<CommandPlan, 'stdin' | 'files' | 'env'>>;

export type DeliveryResult =
  | { readonly ok: true; readonly delivered: Delivered }
  | { readonly ok: false; readonly refusal: PlanRefusal };

/** A line of its own between the document and the secrets; only the seed profile has it (spec 3.1). */
const DELIMITER = '---ATTUNE_PARAMS_END---';

/**
 * Puts parameters where an action reads them, byte for byte as spec 3.2 to 3.5 has it. Secrets never go into the
 * environment; `file` is the name of the private file that carries them where the action reads a file.
 */
export async function deliver(
  terms: DeliveryTerms,
  parameters: ExactObject,
  file: string,
): Promise<DeliveryResult> {
  const { delivery, format, schema } = terms;
  if (delivery === 'env') return deliverByEnvironment(schema, parameters);
  const collision = format === 'dotenv' ? collidingKey(parameters) : undefined;
  if (collision !== undefined) {
    const message = `two parameters would be written as "${collision}"`;
    return refused('error', 'key_collision', collision.split('.')[0] ?? '', message, 'leave one of them out');
  }
  if (delivery === 'stdin') {
    return {
      ok: true,
      delivered: { stdin: bytes(await standardInput(terms, parameters)), files: [], env: {} },
    };
  }
  const env: Record<string, PlannedText> = { ATTUNE_PARAMETER_FILE: { file } };
  const content = bytes(await writeDocument(format, parameters));
  return { ok: true, delivered: { stdin: new Uint8Array(), files: [{ name: file, content }], env } };
}

function deliverByEnvironment(schema: unknown, parameters: ExactObject): DeliveryResult {
  const [secret] = secretPaths(schema);
  if (secret) {
    const arg = String(secret[0]);
    const message = `\`${arg}\` is secret, and \`parameter_delivery: env\` would show it to other processes`;
    return refused('error', 'secret_in_env', arg, message, 'write `parameter_delivery: stdin` or `file`');
  }
  const outcome = environmentVariables(parameters);
  if (outcome.ok) return { ok: true, delivered: { stdin: null, files: [], env: outcome.variables } };
  const { arg, message } = outcome;
  return refused('error', 'unfit_for_env', arg, `\`${arg}\` ${message}`);
}

async function standardInput(
  { profile, format, schema }: DeliveryTerms,
  parameters: ExactObject,
): Promise<string> {
  if (profile === 'real') return `${await writeDocument(format, parameters)}\n`;
  const isSecret = new Set(
    readSchema(schema)
      .properties.filter(({ secret }) => secret)
      .map(({ name }) => name),
  );
  const open = new Map([...parameters].filter(([name]) => !isSecret.has(name)));
  const secrets = new Map([...parameters].filter(([name]) => isSecret.has(name)));
  const rest = secrets.size > 0 ? `${jsonDocument(secrets)}\n` : '';
  return `${await writeDocument(format, open)}\n${DELIMITER}\n${rest}`;
}

const bytes = (text: string): Uint8Array => Buffer.from(text);

const refused = (
  status: PlanRefusal['status'],
  code: string,
  arg: string,
  message: string,
  hint?: string,
): DeliveryResult => ({
  ok: false,
  refusal: { status, code, arg, message, ...(hint !== undefined && { hint }) },
});
