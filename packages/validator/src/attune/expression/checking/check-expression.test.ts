import { describe, expect, test } from 'vitest';
import {
  checkCondition,
  checkExpression,
  checkRuleExpression,
  checkWorkflowTemplate,
} from './check-expression.ts';
import { workflowNames } from './expression-names.ts';
import type { ExpressionCheck } from './finding.ts';
import { ANY_SHAPE, itemShape } from './shape.ts';
import { shapeOfSchema } from './shape-of-schema.ts';

const PARAMETERS = shapeOfSchema({
  site: { type: 'string' },
  count: { type: 'integer' },
  ratio: { type: 'number' },
  force: { type: 'boolean' },
  regions: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } },
  target: { type: 'object', properties: { host: { type: 'string' }, port: { type: 'integer' } } },
  open: { type: 'object' },
  anything: { type: 'any' },
});

const NAMES = workflowNames({
  parameters: PARAMETERS,
  variables: ['hosts', 'dashed-var'],
  tasks: ['probe', 'list-hosts'],
  config: shapeOfSchema({ url: { type: 'string' } }),
});

const lines = (text: string, { findings }: ExpressionCheck): string[] =>
  findings.map(({ kind, at, message, hint }) =>
    [`${kind} [${text.slice(at.start, at.end)}]: ${message}`, ...(hint === undefined ? [] : [hint])].join(
      '; ',
    ),
  );

const found = (text: string): string[] => lines(text, checkExpression(text, NAMES));

describe('what passes', () => {
  test.each([
    'parameters.count > 3 and parameters.site == "ams"',
    'parameters.count == 3.0',
    'parameters.site == null',
    'null != parameters.count',
    'parameters.regions[0].name',
    'parameters.regions[-1]["name"]',
    'parameters.target.port + 1',
    'parameters.open.whatever.it.is',
    'parameters.anything.whatever + parameters.anything[0]',
    '"key" in parameters.target',
    '"x" in parameters.site',
    'parameters.site[0]',
    'workflow.hosts[0].name',
    'vars.hosts == variables.hosts and hosts',
    'task.probe.result.data[0].x',
    'tasks["list-hosts"].result',
    'workflow["dashed-var"]',
    'config.url + "/x"',
    'keystore["any"]',
    'inquiry.approved',
    'system.workflow_start',
    'result().hosts',
    'succeeded() or failed() or timed_out()',
    'range(parameters.ratio)',
    'slice(parameters.regions, 1)[0].name',
    'sort(keys(parameters.target))[0] + "x"',
    'reversed(parameters.site) + "x"',
    'chunks(parameters.regions, 2)[0][0].name',
    'max(parameters.count, 2) + 1',
    'min(parameters.site, "x") + "y"',
    'abs(parameters.count) % 2',
    'split(parameters.site, ",")[0] + "x"',
    'range(3)[0] + 1',
    '[1, 2] + [3]',
    '[parameters.target][0].host',
    'match("^a", parameters.site)',
    '-parameters.count',
    '1 == 1 == true',
    'parameters.count / 2',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('what is found', () => {
  test.each<[string, string[]]>([
    // Names.
    [
      'paramters.site',
      ['unknown-name [paramters]: nothing is named "paramters" here; did you mean "parameters"?'],
    ],
    ['site', ['unknown-name [site]: nothing is named "site" here; write parameters.site']],
    ['url', ['unknown-name [url]: nothing is named "url" here; write config.url']],
    ['port', ['unknown-name [port]: nothing is named "port" here; write parameters.target.port']],
    ['zzz', ['unknown-name [zzz]: nothing is named "zzz" here; set it under `vars`, or `publish` it before']],
    ['pack.config.url', ['unknown-name [pack]: nothing is named "pack" here; write config.…']],
    [
      'event.payload.x',
      [
        'unknown-name [event]: nothing is named "event" here; workflows see no event; let the rule pass it as a parameter',
      ],
    ],
    [
      'item.name',
      ['unknown-name [item]: nothing is named "item" here; only a task with `with_items` has one'],
    ],
    [
      'index + 1',
      ['unknown-name [index]: nothing is named "index" here; only a task with `with_items` has one'],
    ],
    [
      'dashed-var',
      [
        'unknown-name [dashed-var]: nothing is named "dashed" here; write workflow["dashed-var"], since "-" subtracts',
      ],
    ],
    // Members.
    ['parameters.sit', ['unknown-member [sit]: parameters has no "sit"; did you mean "site"?']],
    [
      'parameters.target.user',
      ['unknown-member [user]: parameters.target has no "user"; there is: host, port'],
    ],
    ['parameters["sites"]', ['unknown-member ["sites"]: parameters has no "sites"; did you mean "site"?']],
    ['task.prob.result', ['unknown-member [prob]: task has no "prob"; did you mean "probe"?']],
    [
      'task.list-hosts.result',
      ['unknown-member [list-hosts]: task has no "list"; write task["list-hosts"], since "-" subtracts'],
    ],
    ['workflow.host', ['unknown-member [host]: workflow has no "host"; did you mean "hosts"?']],
    ['config.uri', ['unknown-member [uri]: config has no "uri"; did you mean "url"?']],
    ['system.timestamp', ['unknown-member [timestamp]: system has no "timestamp"; there is: workflow_start']],
    ['parameters.regions[0].id', ['unknown-member [id]: parameters.regions[0] has no "id"; there is: name']],
    [
      'length(parameters.zzzz) > zzzz',
      [
        'unknown-member [zzzz]: parameters has no "zzzz"; there is: site, count, ratio, force, regions, target, open, anything',
        'unknown-name [zzzz]: nothing is named "zzzz" here; set it under `vars`, or `publish` it before',
      ],
    ],
    // Kinds.
    [
      'parameters.regions.name',
      [
        'type [name]: a list has no "name": only objects have names; pick an entry first: parameters.regions[0].name',
      ],
    ],
    ['parameters.site.length', ['type [length]: text has no "length": only objects have names']],
    ['parameters.regions["a"]', ['type ["a"]: a list is asked by a whole number, not by text']],
    ['parameters.regions[0.5]', ['type [0.5]: a list is asked by a whole number, not by a number']],
    ['parameters.target[0]', ['type [0]: an object is asked by text, not by a whole number']],
    ['parameters.count[0]', ['type [0]: a number has no entries']],
    [
      'parameters.site + 1',
      [
        'type [parameters.site + 1]: "+" cannot take text and a whole number; write string(…) around the number',
      ],
    ],
    [
      'parameters.site * 2',
      ['type [parameters.site * 2]: "*" cannot take text; write number(…) around the text'],
    ],
    ['parameters.regions - 1', ['type [parameters.regions - 1]: "-" cannot take a list']],
    [
      'parameters.count < "3"',
      [
        'type [parameters.count < "3"]: "<" orders two numbers or two texts, not a number and text; write number(…) around the text',
      ],
    ],
    [
      '1 < parameters.count < 3',
      [
        'type [1 < parameters.count < 3]: "<" orders two numbers or two texts, not a boolean; write a < b and b < c',
      ],
    ],
    ['[1] < [2]', ['type [[1] < [2]]: "<" orders two numbers or two texts, not a list']],
    [
      'parameters.count == "3"',
      [
        'never-equal [parameters.count == "3"]: a number never equals text; write both as numbers, or both as text',
      ],
    ],
    [
      'parameters.force != "true"',
      ['never-equal [parameters.force != "true"]: a boolean always differs from text'],
    ],
    [
      '1 in parameters.count',
      ['type [1 in parameters.count]: "in" looks into a list, an object or text, not a number'],
    ],
    ['1 in parameters.site', ['type [1 in parameters.site]: text holds only text, not a whole number']],
    [
      '1 in parameters.target',
      ['type [1 in parameters.target]: the keys of an object are text, not a whole number'],
    ],
    ['-parameters.site', ['type [-parameters.site]: "-" takes a number, not text']],
    ['parameters.count / 0', ['division-by-zero [0]: the divisor is 0']],
    ['parameters.count % 0.0', ['division-by-zero [0.0]: the divisor is 0']],
    // Functions.
    ['len(hosts)', ['unknown-function [len]: there is no function len(); write length(…)']],
    ['lenght(hosts)', ['unknown-function [lenght]: there is no function lenght(); did you mean "length"?']],
    [
      'suceeded()',
      ['unknown-function [suceeded]: there is no function suceeded(); did you mean "succeeded"?'],
    ],
    [
      'now() - system.workflow_start',
      [
        'unknown-function [now]: there is no function now(); expressions know no time; let an action give it',
        'type [now() - system.workflow_start]: "-" cannot take text',
      ],
    ],
    [
      'zzzzzzz(zz)',
      [
        'unknown-name [zz]: nothing is named "zz" here; set it under `vars`, or `publish` it before',
        'unknown-function [zzzzzzz]: there is no function zzzzzzz()',
      ],
    ],
    ['length()', ['argument-count [length()]: length() takes 1 value, not 0; write length(whole)']],
    [
      'slice(hosts)',
      ['argument-count [slice(hosts)]: slice() takes 2 or 3 values, not 1; write slice(whole, from, to)'],
    ],
    ['result("probe")', ['argument-count ["probe"]: result() takes no values; write result()']],
    [
      'length(parameters.count)',
      ['type [parameters.count]: length() takes text, a list or an object as its "whole", not a number'],
    ],
    [
      'join(",", parameters.regions)',
      [
        'type [","]: join() takes a list as its "list", not text',
        'type [parameters.regions]: join() takes text as its "separator", not a list',
      ],
    ],
    ['match("(", parameters.site)', ['pattern ["("]: the pattern opens a group and never closes it']],
    // Syntax.
    ['parameters.site |', ['syntax [|]: "|" has no meaning in expressions; there are no filters']],
    [
      'parameters.regions | length > 0',
      [
        'filter [| length]: "| length" is a filter, and expressions have none; write length(parameters.regions)',
      ],
    ],
    ['', ['syntax []: there is no expression; write one, or remove the braces']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('where little is known, little is said', () => {
    const open = workflowNames({});
    const text = 'parameters.x + workflow.y[0].z * task.a.b - config.c';
    expect(checkExpression(text, open).findings).toEqual([]);
  });

  test('an entry has the shape of the list that it is of', () => {
    const names = workflowNames({
      item: { kinds: ANY_SHAPE.kinds, members: new Map([['name', ANY_SHAPE]]) },
    });
    expect(lines('item.nam', checkExpression('item.nam', names))).toEqual([
      'unknown-member [nam]: item has no "nam"; did you mean "name"?',
    ]);
    expect(checkExpression('item.name + index', names).findings).toEqual([]);
  });

  test('what a task gives can have a shape', () => {
    const names = workflowNames({ result: shapeOfSchema({ hosts: { type: 'array' } }) });
    expect(lines('result().host', checkExpression('result().host', names))).toEqual([
      'unknown-member [host]: result() has no "host"; did you mean "hosts"?',
    ]);
  });
});

test('a workflow over a list, with every place that takes an expression, is faultless', () => {
  const known = {
    parameters: shapeOfSchema({ site: { type: 'string' } }),
    variables: ['bad', 'hosts'],
    tasks: ['list_hosts', 'probe', 'report', 'tell_ops'],
  };
  const outside = workflowNames(known);
  const items = checkWorkflowTemplate('{{ workflow.hosts }}', outside);
  const inside = workflowNames({ ...known, item: itemShape(items.shape) });
  const texts = [
    '{{ parameters.site }}',
    'probed {{ length(workflow.hosts) }} hosts',
    '{{ result().hosts }}',
  ];
  const checks = [
    items,
    ...texts.map((text) => checkWorkflowTemplate(text, outside)),
    ...['{{ succeeded() }}', '{{ failed() }}'].map((when) => checkCondition(when, outside)),
    ...['{{ item.name }}', '{{ index }}'].map((text) => checkWorkflowTemplate(text, inside)),
  ];
  expect(checks.flatMap(({ findings }) => findings)).toEqual([]);
});

describe('texts of workflows', () => {
  const inText = (text: string): string[] => lines(text, checkWorkflowTemplate(text, NAMES));

  test.each<[string, string[]]>([
    ['plain', []],
    ['{{ parameters.site }} and {{ hosts }}', []],
    [
      'a {{ parameters.sit }} b {{ host }}',
      [
        'unknown-member [sit]: parameters has no "sit"; did you mean "site"?',
        'unknown-name [host]: nothing is named "host" here; write parameters.target.host',
      ],
    ],
    ['{{ hosts', ['unclosed [{{]: "{{" has no "}}"; close it with "}}"']],
    ['{{ hosts }} {{ hosts }', ['unclosed [{{]: "{{" has no "}}"; close it with "}}"']],
    ['{{ }}', ['syntax [{{ }}]: there is no expression; write one, or remove the braces']],
    ['a {{}}', ['syntax [{{}}]: there is no expression; write one, or remove the braces']],
    ['{{ "}}" }}', []],
    ['a {{ "}}" }}', ['syntax ["]: the text has no closing "; end it with "']],
  ])('%s', (text, expected) => {
    expect(inText(text)).toEqual(expected);
  });

  test('a text that is one expression has the shape of its value, any other is text', () => {
    expect(checkWorkflowTemplate('{{ parameters.target }}', NAMES).shape.members?.has('host')).toBe(true);
    expect(checkWorkflowTemplate('x{{ parameters.target }}', NAMES).shape).toEqual(
      checkWorkflowTemplate('x', NAMES).shape,
    );
  });

  test('a condition may be bare or in braces', () => {
    expect(lines('suceeded()', checkCondition('suceeded()', NAMES))).toHaveLength(1);
    expect(lines('{{ suceeded() }}', checkCondition('{{ suceeded() }}', NAMES))).toHaveLength(1);
    expect(checkCondition('{{ succeeded() }}', NAMES).findings).toEqual([]);
  });

  test('a text with very many faults is not reported in full', () => {
    expect(inText('{{ zzz }}'.repeat(1000))).toHaveLength(50);
  });
});

describe('the expression of a rule', () => {
  const payload = shapeOfSchema({ site: { type: 'string' }, misses: { type: 'integer' } });
  const inRule = (text: string): string[] => lines(text, checkRuleExpression(text, payload));

  test.each<[string, string[]]>([
    ['event.payload.site in ["ams", "fra"] and event.payload.misses >= 3', []],
    ['{{ event.payload.misses > 3 }}', []],
    ['event.id > 3 and event.trigger == event.trigger_ref and event.created != ""', []],
    ['event.payload.sight', ['unknown-member [sight]: event.payload has no "sight"; there is: site, misses']],
    ['site == "ams"', ['unknown-name [site]: nothing is named "site" here; write event.payload.site']],
    ['payload.site', ['unknown-name [payload]: nothing is named "payload" here; write event.payload']],
    [
      'trigger.payload.site',
      ['unknown-name [trigger]: nothing is named "trigger" here; write event.payload.… or event.trigger'],
    ],
    [
      'succeeded()',
      [
        'unknown-function [succeeded]: there is no function succeeded(); only workflows know the outcome of tasks',
      ],
    ],
    [
      'zzz',
      [
        'unknown-name [zzz]: nothing is named "zzz" here; conditions see the event only: write event.payload.…',
      ],
    ],
    [
      'event.data',
      ['unknown-member [data]: event has no "data"; there is: payload, id, trigger, trigger_ref, created'],
    ],
    [
      '{{ true }} and {{ true }}',
      ['syntax [}}]: "}}" has no meaning in expressions; one pair of braces holds one expression'],
    ],
  ])('%s', (text, expected) => {
    expect(inRule(text)).toEqual(expected);
  });
});
