import { closest, compilePattern } from '@packwright/values';
import { pointerTo } from '../pointer.ts';
import type { Problems } from '../problem.ts';
import { quote } from '../quote.ts';
import { checkValue } from './keyword-values.ts';
import { KEYWORDS, UNSUPPORTED } from './keywords.ts';
import { References } from './references.ts';
import { isSchemaObject, type SchemaObject, schemasOf } from './walk.ts';

const MOST_SCHEMAS = 1_000;

/** Checks a body schema, so that it means to the interpreter what it says (specs/evershell 3.9). */
export function checkBodySchema(root: unknown, pointer: string, problems: Problems): void {
  const schemas = [...schemasOf(root)];
  if (schemas.length > MOST_SCHEMAS) {
    const message = `${schemas.length} schemas in one, more than ${MOST_SCHEMAS}`;
    problems.add('body_schema_value', pointer, message, 'check less of the body');
    return;
  }
  const references = new References(root);
  for (const [inner, schema] of schemas) {
    if (typeof schema === 'boolean') continue;
    if (isSchemaObject(schema)) checkSchema(schema, inner, { root: pointer, references, problems });
    else problems.add('body_schema_value', pointer + inner, 'not a schema', 'write a mapping, true or false');
  }
  for (const inner of references.circular()) {
    const hint = 'refer to itself within `properties` or `items` only';
    problems.add('body_schema_reference', pointer + inner, 'the schema leads back to itself', hint);
  }
}

interface Context {
  /** Where the whole schema stands in the list of capabilities. */
  readonly root: string;
  readonly references: References;
  readonly problems: Problems;
}

function checkSchema(schema: SchemaObject, inner: string, { root, references, problems }: Context): void {
  for (const [keyword, value] of Object.entries(schema)) {
    const at = pointerTo(root + inner, keyword);
    const kind = KEYWORDS.get(keyword);
    if (kind === undefined) {
      reportUnknown(keyword, schema, at, problems);
      continue;
    }
    const expected = checkValue(kind, value);
    if (expected) {
      problems.add(
        'body_schema_value',
        at,
        `\`${keyword}\` has a value it does not take`,
        `write ${expected}`,
      );
    } else if (kind === 'reference' && references.resolve(value as string) === undefined) {
      const hint = 'refer to a place within this schema, such as "#/$defs/name"';
      problems.add('body_schema_reference', at, `${quote(value as string)} leads to no schema here`, hint);
    } else if (kind === 'identity' && inner !== '') {
      problems.add('body_schema_keyword', at, 'a schema within the schema has its own `$id`', 'leave it out');
    } else if (kind === 'pattern') {
      checkPattern(value as string, at, problems);
    } else if (keyword === 'patternProperties') {
      for (const pattern of Object.keys(value as object))
        checkPattern(pattern, pointerTo(at, pattern), problems);
    }
  }
}

function checkPattern(pattern: string, at: string, problems: Problems): void {
  const compiled = compilePattern(pattern);
  if (compiled.ok) return;
  problems.add(
    'pattern_form',
    at,
    `the pattern ${quote(pattern)} ${compiled.reason}`,
    'write it in RE2 syntax',
  );
}

function reportUnknown(keyword: string, schema: SchemaObject, at: string, problems: Problems): void {
  const why = UNSUPPORTED.get(keyword);
  if (why) {
    problems.add('body_schema_keyword', at, `\`${keyword}\` is not read here`, why);
    return;
  }
  const free = [...KEYWORDS.keys()].filter((each) => !Object.hasOwn(schema, each));
  const near = closest(keyword, free);
  const hint = near ? `did you mean \`${near}\`?` : 'remove it, or write it into `$comment`';
  const details = near ? { instead: near } : {};
  problems.add('body_schema_unknown_keyword', at, `${quote(keyword)} checks nothing`, hint, details);
}
