import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText, parseYaml } from './index.ts';
import type { YamlNode } from './yaml-node.ts';

const fragments = [
  'a', 'b: ', ': ', ':', '- ', '-', '? ', '?', ', ', ',', '[', ']', '{', '}', '"', "'", '\\', '|', '>', '+', '2', '#', ' #',
  '&a ', '*a', '!', '!!str ', '!<x> ', '%', '@', '`', '\n', '\n  ', '\n    ', '\n\t', ' ', '\t', '\r\n', '\r', '\u0085', '\u2028',
  '\n---\n', '\n...\n', '<<: ', '{{ x }}', 'é', '😀', '\ud83d', '\ufeff', '\0', '\x07',
]; // biome-ignore format: a word list reads best filled
const yamlish = fc.array(fc.constantFrom(...fragments), { maxLength: 60 }).map((parts) => parts.join(''));
const anyText = fc.oneof(yamlish, fc.string({ unit: 'binary', maxLength: 200 }));

test('any text is parsed without an exception, and faults lie within it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { root, faults } = parseYaml(text);
      expect(root !== undefined || faults.length > 0).toBe(true);
      for (const { span, message, fix } of faults) {
        expect(within(span, 0, text.length)).toBe(true);
        expect(message).toMatch(/^[^A-Z].*[^.]$/s);
        if (fix) expect(within(fix.span, 0, text.length)).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});

test('parts lie in order within their whole, and the whole within the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { root } = parseYaml(text);
      if (root) checkPlaces(root, 0, text.length);
    }),
    { numRuns: 3000 },
  );
});

test('a fix never leaves its fault where it was', () => {
  fc.assert(
    fc.property(yamlish, (text) => {
      const [fault] = parseYaml(text).faults;
      const fix = fault?.fix;
      if (!fix) return;
      const mended = text.slice(0, fix.span.start) + fix.newText + text.slice(fix.span.end);
      const [next] = parseYaml(mended).faults;
      expect(next?.message === fault.message && next.span.start === fault.span.start && mended === text).toBe(
        false,
      );
    }),
    { numRuns: 3000 },
  );
});

test('any bytes are decoded or refused, never with an exception', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 100 }),
      fc.constantFrom([], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf]),
      (bytes, mark) => {
        const decoded = decodeText(new Uint8Array([...mark, ...bytes]));
        expect(decoded.ok ? typeof decoded.text : decoded.fault.kind).toBe(
          decoded.ok ? 'string' : 'encoding',
        );
      },
    ),
  );
});

function within({ start, end }: { start: number; end: number }, least: number, most: number): boolean {
  return least <= start && start <= end && end <= most;
}

function checkPlaces(node: YamlNode, least: number, most: number): void {
  expect(within(node, least, most)).toBe(true);
  const parts =
    node.kind === 'map'
      ? [...node.pairs].flatMap(({ key, value }) => [key, value])
      : node.kind === 'seq'
        ? node.items
        : [];
  let behind = node.start;
  for (const part of parts) {
    checkPlaces(part, behind, node.end);
    behind = part.end;
  }
}
