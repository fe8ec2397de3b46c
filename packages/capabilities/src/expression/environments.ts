import { Environment } from '@marcbachmann/cel-js';
import { ownMethods } from './own-methods.ts';

/** What an expression may read (specs/evershell 3.8, 3.10, 3.12). */
export type Scope = 'predicate' | 'value' | 'debit';

/** Small enough for every rule one would want to review, and for the CEL library's memory. */
const LIMITS = {
  maxAstNodes: 200,
  maxDepth: 32,
  maxListElements: 100,
  maxMapEntries: 100,
  maxCallArguments: 8,
} as const;

const lists = 'map<string, list<string>>';
const request = {
  method: 'string',
  scheme: 'string',
  host: 'string',
  port: 'int',
  path: 'string',
  segments: 'list<string>',
  query: lists,
  headers: lists,
  body: 'dyn',
  body_size: 'int',
} as const;
const workspace = { id: 'string', role: 'string', environment: 'string' } as const;
const task = { id: 'string' } as const;
const response = { status: 'int', headers: lists, body: 'dyn' } as const;

/** The variables of a scope: the type, or the members with theirs. */
const SCOPES = {
  predicate: { request, workspace, task, now: 'google.protobuf.Timestamp' },
  value: { request, workspace, task, now: 'google.protobuf.Timestamp', secrets: 'map<string, string>' },
  debit: { request, response },
} as const satisfies Record<Scope, Record<string, string | Record<string, string>>>;

const known = new Map<Scope, Environment>();

/** The environment of a scope, made on first use: making it takes longer than most lists. */
export function environmentOf(scope: Scope): Environment {
  let environment = known.get(scope);
  if (!environment) {
    environment = create(scope);
    known.set(scope, environment);
  }
  return environment;
}

/** The names of the variables of a scope. */
export function variablesOf(scope: Scope): readonly string[] {
  return Object.keys(SCOPES[scope]);
}

/** The members of a variable that has a fixed list of them. */
export function membersOf(scope: Scope, variable: string): readonly string[] | undefined {
  const variables: Readonly<Record<string, string | object>> = SCOPES[scope];
  const declared = Object.hasOwn(variables, variable) ? variables[variable] : undefined;
  return typeof declared === 'object' ? Object.keys(declared) : undefined;
}

function create(scope: Scope): Environment {
  const environment = new Environment({ limits: LIMITS });
  for (const [name, declared] of Object.entries(SCOPES[scope])) {
    if (typeof declared === 'string') environment.registerVariable(name, declared);
    else environment.registerVariable({ name, schema: declared });
  }
  for (const [signature, method] of Object.entries(ownMethods))
    environment.registerFunction(signature, method, { async: false });
  return environment;
}
