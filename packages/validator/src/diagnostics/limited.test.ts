import { expect, test } from 'vitest';
import type { Diagnostic } from './diagnostic.ts';
import { limited } from './limited.ts';

const at = (start: number, message = 'wrong'): Diagnostic => ({
  code: 'PCK103',
  severity: 'error',
  file: 'pack.yaml',
  span: { start, end: start },
  message,
  hint: 'write it right',
});

test('a thousand of a kind are kept as they are', () => {
  const diagnostics = Array.from({ length: 1000 }, (_, start) => at(start));
  expect(limited(diagnostics, (diagnostic) => diagnostic)).toEqual(diagnostics);
});

test('the one behind them says that there are more, and nothing is asked after it', () => {
  function* endless() {
    for (let start = 0; ; start++) {
      if (start > 1000) throw new Error('asked for one too many');
      yield at(start);
    }
  }
  const kept = limited(endless(), (diagnostic) => diagnostic);
  expect(kept).toHaveLength(1001);
  expect(kept.at(-1)).toEqual({
    code: 'PCK103',
    severity: 'error',
    file: 'pack.yaml',
    span: { start: 1000, end: 1000 },
    message: 'there is more of this than the 1000 places that are listed',
    hint: 'mend those, then look again',
  });
});

test('a text beyond a thousand characters is cut between two characters', () => {
  const [cut] = limited([at(0, `${'x'.repeat(998)}😀${'y'.repeat(10)}`)], (diagnostic) => diagnostic);
  expect(cut?.message).toBe(`${'x'.repeat(998)}…`);
});
