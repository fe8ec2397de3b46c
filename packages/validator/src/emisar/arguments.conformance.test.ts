import { readFileSync } from 'node:fs';
import { describeShared } from '@packwright/vitest';
import { expect, test } from 'vitest';
import type { HostPaths } from './arguments/host-paths.ts';
import { bindArguments } from './arguments.ts';
import { RenderError } from './template/render-error.ts';
import { renderArgv } from './template.ts';

/** A machine without links, on which every path exists. */
const HOST: HostPaths = { realpath: (path) => path, lstat: () => ({}), protectedRoots: [], cwd: '/' };

/** The arguments exactly as the line has them: parsing and writing them again would change number literals. */
function inputOf(line: string): string {
  const key = '"input": ';
  return line.slice(line.indexOf(key) + key.length, line.lastIndexOf(', "expect": '));
}

function outcomeOf(line: string): unknown {
  const { declarations, argv } = JSON.parse(line);
  const bound = bindArguments(declarations, inputOf(line), HOST);
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

  test('there are 1,024 vectors', () => {
    expect(lines).toHaveLength(1024);
  });

  test('every vector ends as it does in the reference', () => {
    const different = lines.filter(
      (line) => JSON.stringify(outcomeOf(line)) !== JSON.stringify(expectedOf(line)),
    );
    expect(different).toEqual([]);
  });
});
