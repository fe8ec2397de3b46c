// `permission_sets/*.yaml`. Open, because the loader passes over keys it does not know; the grants are read as
// strictly as serde does. What A@126b167 refuses, with the words of A@9ab78cf. The seed document knows no such sets.
import * as z from 'zod';
import { naming } from './component.ts';
import { AttuneComponentRef } from './identifiers.ts';
import { Whole } from './scalars.ts';

export const AttuneGrantResource = z.enum([
  'packs',
  'actions',
  'policies',
  'queues',
  'queue_items',
  'rules',
  'triggers',
  'executions',
  'events',
  'enforcements',
  'inquiries',
  'keys',
  'caches',
  'artifacts',
  'runtimes',
  'workers',
  'dashboards',
  'retention',
  'identities',
  'permissions',
  'audit_log',
]);

export const AttuneGrantAction = z.enum([
  'read',
  'create',
  'install',
  'configure',
  'update',
  'delete',
  'execute',
  'cancel',
  'respond',
  'manage',
  'decrypt',
]);

const texts = (description: string) => z.array(z.string()).nullish().describe(description);

export const AttuneGrantConstraints = z
  .looseObject({
    pack_refs: texts('Packs to which it has to belong.'),
    refs: texts('Refs it has to have.'),
    owner: z
      .enum(['self', 'any', 'none'])
      .nullish()
      .describe('Whose it has to be.')
      .meta({ enumDescriptions: ['The identity’s own.', 'Anyone’s.', 'Nobody’s.'] }),
    owner_types: texts('Kinds of owner it has to have, such as `pack`.').meta({
      examples: ['system', 'pack', 'action', 'sensor', 'identity'],
    }),
    owner_refs: texts('Owners it has to have.'),
    visibility: texts('Visibilities it has to have.'),
    execution_scope: z
      .enum(['self', 'descendants', 'any'])
      .nullish()
      .describe('Which executions are meant.')
      .meta({ enumDescriptions: ['The identity’s own.', 'Its own and what they started.', 'Any.'] }),
    ids: z.array(Whole).nullish().describe('Numbers it has to have.'),
    encrypted: z.boolean().nullish().describe('Whether it has to be encrypted.'),
    attributes: z
      .record(z.string(), z.unknown())
      .nullish()
      .describe('Attributes the identity has to have, with these values.'),
  })
  .meta({ title: 'Grant constraints' });
export type AttuneGrantConstraints = z.infer<typeof AttuneGrantConstraints>;

export const AttuneGrant = z
  .looseObject({
    resource: AttuneGrantResource.describe('What the grant is about.'),
    actions: z.array(AttuneGrantAction).min(1).describe('What may be done with it. At least one.'),
    constraints: AttuneGrantConstraints.nullish().describe(
      'Which of them. All have to hold; without any it is all.',
    ),
  })
  .meta({ title: 'Grant' });
export type AttuneGrant = z.infer<typeof AttuneGrant>;

/** A permission set. */
export const AttunePermissionSet = z
  .looseObject({
    ref: AttuneComponentRef.describe('Identity of the set: the ref of this pack and a name.'),
    ...naming,
    grants: z.array(AttuneGrant).describe('What the set allows.'),
  })
  .meta({ title: 'Attune permission set', description: 'One permission set of an Attune pack.' });
export type AttunePermissionSetDocument = z.infer<typeof AttunePermissionSet>;
