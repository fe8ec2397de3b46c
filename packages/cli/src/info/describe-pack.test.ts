import type { PackView, RunnableAction } from '@packwright/schema/views';
import { expect, test } from 'vitest';
import { describePack } from './describe-pack.ts';

const action = (
  id: string,
  risk: RunnableAction['risk'],
  args: RunnableAction['args'] = [],
): RunnableAction => ({
  id,
  title: `Do ${id}`,
  summary: '',
  description: '',
  kind: 'exec',
  risk,
  sideEffects: [],
  searchTerms: [],
  args,
});

const argument = (name: string, required: boolean) =>
  ({ name, type: 'string', description: '', required, sensitive: false, default: null }) as const;

const card = {
  format: 'emisar',
  id: 'demo',
  version: '1.0.0',
  title: 'Demo',
  summary: '',
  category: 'uncategorised',
  digest: 'sha256:9a007c6f63cb23b776a4ced833ec531c70c547d8cceb653b6db9409fa9b581de',
} as const;

const describe = (view: PackView, profile: string | null = null) =>
  describePack(view, { style: (_, text) => text, width: 60, profile });

test('actions stand from the riskiest down, optional arguments in brackets', () => {
  const actions = [
    action('demo.a', 'low', [argument('host', true), argument('port', false)]),
    action('demo.long', 'critical'),
    action('demo.z', 'low'),
  ];
  expect(describe({ card, runnable: { actions } })).toBe(`\
Demo
demo 1.0.0 (emisar)
sha256:9a007c6f63cb23b776a4ced833ec531c70c547d8cceb653b6db9409fa9b581de

3 actions: 1 critical, 2 low
  critical  demo.long  Do demo.long
  low       demo.a     Do demo.a  host [port]
  low       demo.z     Do demo.z
`);
});

test('variables stand with what they are for, wrapped', () => {
  const env = [
    {
      name: 'TOKEN',
      required: true,
      description: 'Sent with each request, and kept out of every log of the runner.',
    },
    { name: 'REGION', required: false, description: '' },
  ];
  expect(describe({ card, requirements: { os: [], binaries: [], env } })).toContain(`
Needs
  variable  TOKEN (required)
              Sent with each request, and kept out of every
              log of the runner.
  variable  REGION
`);
});

test('a pack that needs nothing says nothing about it', () => {
  expect(describe({ card, requirements: { os: [], binaries: [], env: [] } })).not.toContain('Needs');
});

test('what an author wrote cannot steer the terminal', () => {
  expect(describe({ card: { ...card, title: 'a\x1b[2Jb', summary: '\u202ex' } })).toContain('a<U+001B>[2Jb');
});

const empty = { sensors: [], triggers: [], rules: [], workflows: [], policies: [] };
const named = { id: 'demo.x', title: 'X', summary: '', enabled: true };

test('the profile stands beside the format', () => {
  expect(describe({ card }, 'seed')).toContain('demo 1.0.0 (emisar, profile seed)\n');
});

test('what a pack does by itself stands by kind, and what is off says so', () => {
  const automation = {
    triggers: [{ ...named, parameters: [argument('host', true), argument('port', false)], payload: [] }],
    sensors: [{ ...named, kind: 'python', triggers: ['demo.x', 'demo.y'] }],
    rules: [
      { ...named, enabled: false, trigger: 'demo.x', action: 'chat.post', condition: '' },
      { ...named, id: 'demo.long', trigger: 'demo.y', action: 'demo.b', condition: '' },
    ],
    workflows: [
      {
        id: 'demo.w',
        title: 'W',
        summary: '',
        tasks: [
          { name: 'look', kind: 'action', action: 'demo.a', next: ['tell'] },
          { name: 'tell', kind: 'action', action: 'chat.post', next: [] },
        ],
      },
    ],
    policies: [
      {
        ...named,
        action: null,
        limits: [
          { kind: 'concurrency', of: 'runs', most: 2, seconds: null, beyond: 'enqueue' },
          { kind: 'rate', of: 'runs', most: 10, seconds: 60, beyond: 'cancel' },
        ],
      },
    ],
  } as const;
  expect(describe({ card, automation })).toContain(`
1 trigger
  demo.x  X  host [port]

1 sensor
  demo.x  X  fires demo.x, demo.y

2 rules
  demo.x     X  demo.x -> chat.post  (off)
  demo.long  X  demo.y -> demo.b

1 workflow
  demo.w  W  look, tell

1 policy
  demo.x  X  all actions: at most 2 runs at once, at most 10 runs in 60 seconds
`);
});

test('a pack that does nothing by itself says nothing about it', () => {
  expect(describe({ card, automation: empty })).toBe(describe({ card }));
});
