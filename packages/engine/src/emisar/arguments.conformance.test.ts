import { readFileSync } from 'node:fs';
import { RenderError } from '@packwright/validator/emisar';
import { describeShared } from '@packwright/vitest';
import { expect, test } from 'vitest';
import { bindArguments, renderArgv } from './index.ts';

/** The arguments exactly as the line has them: parsing and writing them again would change number literals. */
function inputOf(line: string): string {
  const key = '"input": ';
  return line.slice(line.indexOf(key) + key.length, line.lastIndexOf(', "expect": '));
}

function outcomeOf(line: string): unknown {
  const { declarations, argv } = JSON.parse(line);
  const bound = bindArguments(declarations, inputOf(line));
  if (!bound.ok) {
    const { arg, code } = bound.error;
    return code === 'schema' ? 'schema_error' : { arg, code };
  }
  try {
    return renderArgv(argv, bound.value);
  } catch (error) {
    if (error instanceof RenderError) return 'render_error';
    throw error;
  }
}

function expectedOf(line: string): unknown {
  const { expect: expected } = JSON.parse(line);
  if (expected.argv) return expected.argv;
  if (expected.error) return { arg: expected.error.arg, code: expected.error.code };
  return expected.render_error ? 'render_error' : 'schema_error';
}

describeShared('conformance/emisar/arguments.jsonl', (file) => {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);

  test('all 1,024 vectors end on this machine as they do in the reference', () => {
    const different = lines.filter(
      (line) => JSON.stringify(outcomeOf(line)) !== JSON.stringify(expectedOf(line)),
    );
    expect([lines.length, different]).toEqual([1024, []]);
  });
});
