import { numbers } from '../../fixtures/in-turn.ts';

/** The files of one pack, by path. */
export type Files = Readonly<Record<string, string>>;

const TOPICS = ['board', 'mail', 'wiki', 'builds', 'alerts', 'tickets', 'maps', 'prices', 'models', 'search'];
const CATEGORIES = ['communication', 'monitoring', 'security', 'cloud', 'databases', 'productivity', 'tools'];
const WHEN = [
  'request.port == 443',
  'request.headers["accept"][0].startsWith("application/")',
  'size(request.segments) < 9',
  'request.body.state != "closed"',
];

type Choose = <T>(items: readonly T[]) => T;

/** So many packs without a fault, the same ones each time; no two are alike. */
export function generatedPacks(count: number): Files[] {
  const random = numbers(20_261_129);
  const choose: Choose = (items) => items[Math.floor(random() * items.length)] as (typeof items)[number];
  const chance = (of: number) => random() < of;
  return Array.from({ length: count }, (_, at) => pack(at, choose, chance));
}

function pack(at: number, choose: Choose, chance: (of: number) => boolean): Files {
  const topic = choose(TOPICS);
  const name = `${topic}-${at}`;
  const capabilities = Array.from({ length: 1 + (at % 3) }, (_, index) =>
    capability(`${topic}-${index}`, choose, chance),
  );
  const manifest = [
    `name: ${name}`,
    `display_name: The ${topic} of team ${at}`,
    `description: Look up ${topic}, and change what was agreed.`,
    `version: "${at % 4}.${at % 10}.0"`,
    `category: ${choose(CATEGORIES)}`,
    ...(chance(0.7)
      ? ['suggested_packs: [web-fetch, pdf-reader]']
      : ['suggested_packs: web-fetch, pdf-reader']),
    'capabilities:',
    ...capabilities.flat(),
    '',
  ].join('\n');
  return {
    'pack.yaml': manifest,
    'behavior.md': `Read \`guides/${topic}.md\` before you look up ${topic}.\n`,
    [`guides/${topic}.md`]: `# About ${topic}\n\nAsk before you change anything.\n`,
    ...(chance(0.6) ? { 'scripts/look_up.sh': '#!/bin/sh\nset -eu\ncurl --fail "$1"\n' } : {}),
    ...(chance(0.5) ? { 'templates/request.json': '{"state": ""}\n' } : {}),
    ...(chance(0.5) ? { 'data/names.csv': 'name,team\nalpha,one\n' } : {}),
  };
}

function capability(name: string, choose: Choose, chance: (of: number) => boolean): string[] {
  const host = `${name}.example`;
  const hasWrite = chance(0.7);
  return [
    `  - name: ${name}`,
    '    type: http',
    '    allow:',
    '      - name: read',
    `        domains: [${choose([host, `api.${host}`, `"*.${host}"`, `"${host}:8443"`])}, other-${host}]`,
    `        methods: [${choose(['GET', 'GET, HEAD', 'GET, OPTIONS'])}]`,
    `        paths: [${choose(['/v1/**', '/v2/*/items', '/search'])}]`,
    ...(hasWrite ? writeRule(host, choose, chance) : []),
    '    transforms:',
    `      - {name: login, auth: ${name}-bot}`,
    '      - name: tell',
    `        applies_to: [${hasWrite ? 'write' : 'read'}]`,
    '        headers:',
    '          set:',
    '            x-team: platform',
    '    budgets:',
    '      counters:',
    '        calls:',
    `          limit: ${choose([10, 100, 1000])}`,
    `          window: ${choose(['5m', '1h', '1d'])}`,
  ];
}

function writeRule(host: string, choose: Choose, chance: (of: number) => boolean): string[] {
  return [
    '      - name: write',
    `        domains: [${host}]`,
    '        methods: [POST, PUT]',
    `        paths: [${choose(['/v1/items', '/v2/items/*'])}]`,
    `        when: '${choose(WHEN)}'`,
    ...(chance(0.6)
      ? [
          '        body_schema:',
          '          type: object',
          '          properties:',
          '            state: {type: string}',
        ]
      : []),
  ];
}
