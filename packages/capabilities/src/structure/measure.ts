import { utf8Length } from '@packwright/values';
import { pointerTo } from '../pointer.ts';
import type { Problems } from '../problem.ts';

const MOST_BYTES = 512 * 1024;
const DEEPEST = 32;

/** Whether a document is plain data within the limits of specs/evershell 3.3; what is not is a problem. */
export function isMeasured(document: unknown, problems: Problems): boolean {
  const before = problems.list.length;
  let bytes = 0;
  measure(document, '', 0);
  return problems.list.length === before;

  function measure(value: unknown, pointer: string, depth: number): boolean {
    if (depth > DEEPEST) {
      problems.add('nested_too_deep', pointer, `nested deeper than ${DEEPEST} levels`, 'flatten it');
      return false;
    }
    if (typeof value !== 'object' || value === null) return scalar(value, pointer);
    if (!isPlain(value)) return foreign(pointer);
    if (!grow(2)) return false;
    const isList = Array.isArray(value);
    return Object.entries(value).every(
      ([key, item]) =>
        grow(isList ? 1 : utf8Length(key) + 4) && measure(item, pointerTo(pointer, key), depth + 1),
    );
  }

  function scalar(value: unknown, pointer: string): boolean {
    if (typeof value === 'string') return grow(utf8Length(value) + 2);
    const isData = value === null || typeof value === 'boolean' || typeof value === 'number';
    return isData ? grow(String(value).length) : foreign(pointer);
  }

  function foreign(pointer: string): boolean {
    problems.add('not_data', pointer, 'not a value of YAML or JSON', 'write text, a number or a boolean');
    return false;
  }

  function grow(by: number): boolean {
    bytes += by;
    if (bytes <= MOST_BYTES) return true;
    const message = `larger than ${MOST_BYTES / 1024} KiB`;
    problems.add('document_too_large', '', message, 'keep one list per role, or fewer rules');
    return false;
  }
}

function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
