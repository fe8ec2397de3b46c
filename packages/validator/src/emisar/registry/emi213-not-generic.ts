import type { Path } from '../../structure/locator.ts';
import { spanWithin } from '../../structure/span-within.ts';
import { quote } from '../arguments/quote.ts';
import type { ActionFile } from '../pack.ts';
import { argvOf, type EmisarRule } from '../rule.ts';

/** Names and addresses that only exist inside one organisation. */
const PRIVATE = new RegExp(
  [
    '(?<![a-z0-9.-])(?:[a-z0-9-]+\\.)+(?:internal|corp|lan|intranet|intra|localdomain|home\\.arpa)\\b',
    '\\b(?:10\\.\\d{1,3}|172\\.(?:1[6-9]|2\\d|3[01])|192\\.168)\\.\\d{1,3}\\.\\d{1,3}\\b',
    '/(?:home|Users)/[A-Za-z][A-Za-z0-9._-]*',
  ].join('|'),
  'gi',
);
const MOST_CHARACTERS = 65_536;
/** Names that mean the same on every host of their kind. */
const COMMON = /^(?:metadata\.google\.internal|host\.docker\.internal|host\.containers\.internal)$/i;

/** The review bar: genuinely generic. */
export const emi213: EmisarRule = {
  code: 'EMI213',
  name: 'not-generic',
  severity: 'warning',
  summary: 'A command holds a name, an address or a path of one organisation.',
  why: 'The public registry takes what many teams run unchanged. What is yours belongs into an argument, a variable or a pack of your own.',
  *check({ actions }) {
    for (const file of actions) {
      for (const [path, text] of textsOf(file)) {
        for (const { 0: found, index } of text.slice(0, MOST_CHARACTERS).matchAll(PRIVATE)) {
          if (COMMON.test(found)) continue;
          yield {
            file: file.document.file,
            span: spanWithin(file.document, path, index, index + found.length),
            message: `${quote(found)} only exists in one place`,
            hint: 'take it from an argument or from the environment of the runner',
          };
        }
      }
    }
  },
};

function* textsOf({ action }: ActionFile): Generator<readonly [Path, string]> {
  const { argv, path } = argvOf(action);
  for (const [index, text] of argv.entries()) yield [[...path, index], text];
  for (const [name, text] of Object.entries(action.execution.env ?? {}))
    yield [['execution', 'env', name], text];
  if (action.execution.cwd) yield [['execution', 'cwd'], action.execution.cwd];
  for (const [index, arg] of (action.args ?? []).entries()) {
    if (typeof arg.default === 'string') yield [['args', index, 'default'], arg.default];
  }
}
