import { writeExactJson } from '@packwright/values';
import { describe, expect, test } from 'vitest';
import type { ExpressionObject } from '../values/expression-value.ts';
import { fromJson } from '../values/from-json.ts';
import { toExactJson } from '../values/to-exact-json.ts';
import { renderRuleTemplate } from './render-rule.ts';
import { parseRuleTemplate } from './rule-template.ts';

const object = (plain: object): ExpressionObject => fromJson(plain) as ExpressionObject;

const SOURCES = {
  event: object({
    id: 7,
    trigger: 'inventory.host_lost',
    created: '2026-06-01T12:00:00Z',
    payload: {
      name: 'db1',
      misses: 4,
      ratio: 0.5,
      ok: false,
      none: null,
      items: [{ id: 'first' }, { id: 'second' }],
      braces: '{{ event.id }}',
      'with-dash': 1,
      'with space': 2,
      '0': 'zero',
    },
  }),
  config: object({ alert_channel: '#ops', nested: { deep: [1] } }),
  system: object({ timestamp: '2026-06-01T12:00:01Z', rule: { id: 3, ref: 'inventory.page_on_loss' } }),
};

const rendered = (plain: unknown): string =>
  writeExactJson(toExactJson(renderRuleTemplate(fromJson(plain), SOURCES)));

test('the worked example: texts are joined, and a lone path keeps its type', () => {
  expect(
    rendered({
      text: '{{ event.payload.name }} lost at {{ event.created }}',
      misses: '{{ event.payload.misses }}',
      channel: '{{ pack.config.alert_channel }}',
    }),
  ).toBe('{"channel":"#ops","misses":4,"text":"db1 lost at 2026-06-01T12:00:00Z"}');
});

describe('rendering', () => {
  test.each([
    ['{{ event.payload.misses }}', '4'],
    ['{{event.payload.ok}}', 'false'],
    ['{{\n event.payload.ratio\t}}', '0.5'],
    ['{{ event.payload.items }}', '[{"id":"first"},{"id":"second"}]'],
    ['{{ event.payload.items.1.id }}', '"second"'],
    ['{{ event.payload.items.+1.id }}', '"second"'],
    ['{{ event.payload.items.01.id }}', '"second"'],
    ['{{ event.payload.with-dash }}', '1'],
    ['{{ event.payload.with space }}', '2'],
    ['{{ event.payload.0 }}', '"zero"'],
    ['{{ event.id }}', '7'],
    ['{{ event.trigger }}', '"inventory.host_lost"'],
    ['{{ pack.config }}', '{"alert_channel":"#ops","nested":{"deep":[1]}}'],
    ['{{ pack.config.nested.deep.0 }}', '1'],
    ['{{ system.timestamp }}', '"2026-06-01T12:00:01Z"'],
    ['{{ system.rule.ref }}', '"inventory.page_on_loss"'],
    // What is missing is null, alone, and nothing among other text.
    ['{{ event.payload.missing }}', 'null'],
    ['{{ event.payload.missing.deeper }}', 'null'],
    ['{{ event.payload.items.2 }}', 'null'],
    ['{{ event.payload.items.-1 }}', 'null'],
    ['{{ event.payload.items.first }}', 'null'],
    ['{{ event.payload.name.length }}', 'null'],
    ['{{ event.payload.none }}', 'null'],
    ['{{ event.trigger_ref }}', 'null'],
    ['{{ trigger.payload.name }}', 'null'],
    ['{{ pack.name }}', 'null'],
    ['{{ pack }}', 'null'],
    ['{{ payload.name }}', 'null'],
    ['{{ event.payload.name | upper }}', 'null'],
    ['{{ event.payload["name"] }}', 'null'],
    ['{{ length(event.payload.items) }}', 'null'],
    ['{{ event..id }}', 'null'],
    ['{{ }}', 'null'],
    ['[{{ event.payload.missing }}]', '"[]"'],
    ['[{{ event.payload.none }}]', '"[]"'],
    [' {{ event.payload.misses }}', '" 4"'],
    ['{{ event.payload.misses }} ', '"4 "'],
    ['{{ event.id }}{{ event.id }}', '"77"'],
    ['items: {{ event.payload.items }}', '"items: [{\\"id\\":\\"first\\"},{\\"id\\":\\"second\\"}]"'],
    ['{{ event.payload.ratio }}/{{ event.payload.ok }}', '"0.5/false"'],
    // What a value holds is not read again.
    ['{{ event.payload.braces }} {{ event.id }}', '"{{ event.id }} 7"'],
    // Braces that are none.
    ['{{}}', '"{{}}"'],
    ['{{ event.id', '"{{ event.id"'],
    ['{{ event.id }', '"{{ event.id }"'],
    ['{{ event.id } {{ event.id }}', '"{{ event.id } 7"'],
    ['{{ a } }} {{ event.id }}', '"{{ a } }} 7"'],
    ['{{{ event.id }}}', '"}"'],
    ['', '""'],
    ['plain } }} {', '"plain } }} {"'],
  ])('%j gives %s', (text, expected) => {
    expect(rendered(text)).toBe(expected);
  });

  test('goes into lists and objects, but not into keys', () => {
    expect(rendered({ '{{ event.id }}': [{ a: '{{ event.id }}' }, 1, true, null] })).toBe(
      '{"{{ event.id }}":[{"a":7},1,true,null]}',
    );
  });

  test('a name of JavaScript is missing', () => {
    expect(rendered(['{{ event.constructor }}', '{{ event.payload.items.length }}', '{{ __proto__ }}'])).toBe(
      '[null,null,null]',
    );
  });
});

test('a path is told with its segments and their places', () => {
  const text = 'x {{  event.payload.a-b }}';
  const { parts, isWhole } = parseRuleTemplate(text);
  expect(isWhole).toBe(false);
  const path = parts[1]?.kind === 'path' ? parts[1].path : undefined;
  expect(path?.segments.map(({ name, at }) => [name, text.slice(at.start, at.end)])).toEqual([
    ['event', 'event'],
    ['payload', 'payload'],
    ['a-b', 'a-b'],
  ]);
  expect(parts[1]?.at).toEqual({ start: 2, end: 26 });
});
