import { findForbiddenCharacter, foldedUtf8Length, isWellFormed } from '@packwright/values';
import { atValue } from '../../structure/finding.ts';
import { spanWithin } from '../../structure/span-within.ts';
import { modelTextsOf } from '../model-text.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 2.3. */
export const emi020: EmisarRule = {
  code: 'EMI020',
  name: 'model-text',
  severity: 'error',
  summary: 'A text that models read is blank, too long, or holds characters that hide or reorder text.',
  why: 'Models and catalogs show it with whitespace folded. Control and direction characters could make it read otherwise than it was reviewed.',
  upstream: ['A5', 'A7'],
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const { name, text, path, bytes } of modelTextsOf(action)) {
        const length = foldedUtf8Length(text);
        if (length === 0) {
          yield atValue(document, path, {
            message: `${name} is blank`,
            hint: 'write something in it',
          });
          continue;
        }
        if (!isWellFormed(text)) {
          yield atValue(document, path, {
            message: `${name} is not Unicode text`,
            hint: 'write it as UTF-8 text',
          });
          continue;
        }
        const forbidden = findForbiddenCharacter(text);
        if (forbidden) {
          const what = forbidden.kind === 'control' ? 'control character' : 'direction character';
          const codePoint = forbidden.codePoint.toString(16).toUpperCase().padStart(4, '0');
          yield {
            file: document.file,
            span: spanWithin(document, path, forbidden.index, forbidden.index + 1),
            message: `${name} holds the ${what} U+${codePoint}`,
            hint: 'remove it: nobody sees it, and it can change how the text around it reads',
          };
        }
        if (length <= bytes) continue;
        yield atValue(document, path, {
          message: `${name} is ${length} bytes long, more than ${bytes}`,
          hint: `shorten it by ${length - bytes} bytes; letters beyond a-z take 2 to 4 bytes`,
        });
      }
    }
  },
};
