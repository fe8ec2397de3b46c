import type { ActionOfPack } from '@packwright/engine';
import { z } from 'zod';
import { listedAction, packRef, WRITTEN_BY_AUTHORS, wholeAction } from '../shown.ts';
import { failed, notFound, told } from './answers.ts';
import { READ_ONLY, toolOf } from './tool.ts';

/** Packs that wait for trust are named, so that people can be told; nothing of what they say is. */
export const listPacks = toolOf(
  {
    name: 'list_packs',
    description: 'The packs of this host, how many actions each has, and whether its bytes are trusted.',
    annotations: READ_ONLY,
  },
  z.strictObject({}),
  async (_, { served: { host } }) => {
    const look = host.look();
    const packs = host.packs.map((pack) => ({
      pack_ref: packRef(pack),
      format: pack.format,
      actions: pack.actions.length,
      guides: pack.view.content?.guides.length ?? 0,
      trusted: look.problemOf(pack) === null,
    }));
    return told({ packs, notices: host.notices });
  },
);

export const findActions = toolOf(
  {
    name: 'find_actions',
    description:
      'Actions that fit some words, the best first: by id, title, search terms, then descriptions.',
    annotations: READ_ONLY,
  },
  z.strictObject({
    query: z.string().max(256).default('').describe('Words, or an id; empty for all.'),
    limit: z.int().min(1).max(50).default(15),
  }),
  async ({ query, limit }, { served: { host, index } }) => {
    const look = host.look();
    const isTrusted = ({ pack }: ActionOfPack): boolean => look.problemOf(pack) === null;
    return told({ actions: index.find(query, limit, isTrusted).map(listedAction), data: WRITTEN_BY_AUTHORS });
  },
);

export const getAction = toolOf(
  {
    name: 'get_action',
    description:
      'One action with its arguments as a JSON Schema, its risk, what it changes, and what policy says of it.',
    annotations: READ_ONLY,
  },
  z.strictObject({ action_id: z.string().max(256) }),
  async ({ action_id }, { served: { host } }) => {
    const found = host.find(action_id);
    const [first] = found;
    if (!first) return notFound(action_id, host.actions);
    const look = host.look();
    const trusted = found.filter(({ pack }) => look.problemOf(pack) === null);
    const problem = look.problemOf(first.pack);
    if (trusted.length === 0 && problem) return failed(problem.message, problem.hint);
    return told({
      actions: trusted.map((action) => ({ ...wholeAction(action), ...look.answerFor(action) })),
      data: WRITTEN_BY_AUTHORS,
    });
  },
);
