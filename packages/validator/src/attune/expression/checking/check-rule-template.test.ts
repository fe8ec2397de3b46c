import { describe, expect, test } from 'vitest';
import { checkRuleTemplate } from './check-rule-template.ts';
import { shapeOfSchema } from './shape-of-schema.ts';

const NAMES = {
  payload: shapeOfSchema({
    name: { type: 'string' },
    misses: { type: 'integer' },
    items: { type: 'array', items: { type: 'object', properties: { id: { type: 'integer' } } } },
    'with space': { type: 'string' },
    'with-dash': { type: 'string' },
    open: { type: 'object' },
    either: { type: ['object', 'null'], properties: { a: { type: 'string' } } },
  }),
  config: shapeOfSchema({ alert_channel: { type: 'string' } }),
};

const found = (text: string, names = NAMES): string[] =>
  checkRuleTemplate(text, names).findings.map(({ kind, at, message, hint }) =>
    [`${kind} [${text.slice(at.start, at.end)}]: ${message}`, ...(hint === undefined ? [] : [hint])].join(
      '; ',
    ),
  );

test.each([
  'plain',
  '{{ event.payload.name }} lost at {{ event.created }}',
  '{{ event.payload.items.0.id }}',
  '{{ event.payload.items }}',
  '{{ event.payload.with space }}',
  '{{ event.payload.with-dash }}',
  '{{ event.payload.open.any.thing }}',
  '{{ event.payload.either.a }}',
  '{{ event.payload }}',
  '{{ event }}',
  '{{ event.id }} {{ event.trigger }}',
  '{{ pack.config.alert_channel }}',
  '{{ pack.config }}',
  '{{ system.timestamp }} {{ system.rule.id }} {{ system.rule.ref }}',
  'a } b }} c { d',
])('%s passes', (text) => {
  expect(found(text)).toEqual([]);
});

test.each<[string, string[]]>([
  ['{{ event.payload.nme }}', ['unknown-member [nme]: event.payload has no "nme"; did you mean "name"?']],
  ['{{ event.paylod.name }}', ['unknown-member [paylod]: event has no "paylod"; did you mean "payload"?']],
  [
    '{{ event.trigger_ref }}',
    ['unknown-member [trigger_ref]: event has no "trigger_ref"; did you mean "trigger"?'],
  ],
  ['{{ evnt.payload.name }}', ['unknown-name [evnt]: nothing is named "evnt" here; did you mean "event"?']],
  [
    '{{ trigger.payload.name }}',
    ['unknown-name [trigger]: nothing is named "trigger" here; write event.payload.… or event.trigger'],
  ],
  ['{{ payload.name }}', ['unknown-name [payload]: nothing is named "payload" here; write event.payload.…']],
  ['{{ config.x }}', ['unknown-name [config]: nothing is named "config" here; write pack.config.…']],
  [
    '{{ parameters.x }}',
    [
      'unknown-name [parameters]: nothing is named "parameters" here; rules have no parameters; write event.payload.…',
    ],
  ],
  ['{{ now }}', ['unknown-name [now]: nothing is named "now" here; rules see event, pack.config and system']],
  ['{{ pack.name }}', ['unknown-member [name]: pack has no "name"; there is: config']],
  ['{{ pack }}', ['unknown-member [pack]: "pack" alone is nothing; write pack.config.…']],
  [
    '{{ pack.config.channel }}',
    ['unknown-member [channel]: pack.config has no "channel"; there is: alert_channel'],
  ],
  ['{{ system.rule.name }}', ['unknown-member [name]: system.rule has no "name"; there is: id, ref']],
  [
    '{{ event.payload.items.id }}',
    [
      'unknown-member [id]: the list event.payload.items has no "id"; write the number of an entry: event.payload.items.0.id',
    ],
  ],
  [
    '{{ event.payload.items.-1 }}',
    [
      'unknown-member [-1]: the list event.payload.items has no "-1"; write the number of an entry: event.payload.items.0.-1',
    ],
  ],
  [
    '{{ event.payload.items.0.ids }}',
    ['unknown-member [ids]: event.payload.items.0 has no "ids"; did you mean "id"?'],
  ],
  [
    '{{ event.payload.name.first }}',
    ['unknown-member [first]: event.payload.name is text and has no "first"'],
  ],
  [
    '{{ event.payload.items[0].id }}',
    [
      'not-a-path [event.payload.items[0].id]: "event.payload.items[0].id" is no dotted path; write event.payload.items.0.id',
    ],
  ],
  [
    '{{ event.payload["name"] }}',
    [
      'not-a-path [event.payload["name"]]: "event.payload[\\"name\\"]" is no dotted path; write event.payload.name',
    ],
  ],
  [
    '{{ event.payload.name | upper }}',
    [
      'not-a-path [event.payload.name | upper]: "event.payload.name | upper" is no dotted path; rules take one dotted path; compute in `conditions`, a workflow or the action',
    ],
  ],
  [
    '{{ length(event.payload.items) }}',
    [
      'not-a-path [length(event.payload.items)]: "length(event.payload.items)" is no dotted path; rules take one dotted path; compute in `conditions`, a workflow or the action',
    ],
  ],
  [
    '{{ event..name }}',
    [
      'unknown-member [{{ event..name }}]: the path has an empty part; write a path such as event.payload.name',
    ],
  ],
  [
    '{{ }}',
    ['unknown-member [{{ }}]: there is no path between the braces; write a path such as event.payload.name'],
  ],
  ['{{}}', ['unclosed [{{}}]: there is no path between the braces; write a path such as event.payload.name']],
  ['{{ event.id', ['unclosed [{{]: "{{" has no "}}"; close it with "}}", without a single "}" before']],
  ['x {{ event.id }', ['unclosed [{{]: "{{" has no "}}"; close it with "}}", without a single "}" before']],
  [
    '{{ event.id }} {{ event.ids }}{{ evnt }}',
    [
      'unknown-member [ids]: event has no "ids"; did you mean "id"?',
      'unknown-name [evnt]: nothing is named "evnt" here; did you mean "event"?',
    ],
  ],
])('%s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

describe('what is not known', () => {
  test('of a payload without a schema, any name may be there', () => {
    expect(found('{{ event.payload.any.thing.0 }} {{ pack.config.any }}', {} as typeof NAMES)).toEqual([]);
  });

  test('but expressions are none there either', () => {
    expect(found('{{ event.payload.name | upper }}', {} as typeof NAMES)).toHaveLength(1);
  });
});

test('a text that is one path has the shape of its value', () => {
  expect(checkRuleTemplate('{{ event.payload.misses }}', NAMES).shape).toEqual(
    NAMES.payload.members?.get('misses'),
  );
  expect(checkRuleTemplate(' {{ event.payload.misses }}', NAMES).shape).toEqual(
    NAMES.payload.members?.get('name'),
  );
});
