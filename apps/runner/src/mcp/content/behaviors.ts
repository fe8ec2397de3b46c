import { type Prompt, ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import type { LoadedPack } from '@packwright/engine';
import { packRef } from '../shown.ts';
import { packText } from './pack-text.ts';

const FILE = 'behavior.md';

/** What these packs tell an agent of how to work with them, one prompt for each that does; named after the pack. */
export function behaviors(packs: readonly LoadedPack[]): readonly Prompt[] {
  return packs.filter(hasBehavior).map((pack) => ({
    name: pack.id,
    title: `${pack.view.card.title}: how to work with it`,
    description: `What the author of the pack ${pack.id} ${pack.version} tells an agent.`,
    _meta: { 'packwright/pack_ref': packRef(pack) },
  }));
}

/** One of them, attributed to its pack. Throws a `ProtocolError` where these packs have no such prompt. */
export function readBehavior(packs: readonly LoadedPack[], name: string) {
  const pack = packs.filter(hasBehavior).find(({ id }) => id === name);
  if (!pack) throw new ProtocolError(ProtocolErrorCode.InvalidParams, `there is no prompt "${name}"`);
  const head = `The pack ${pack.id} ${pack.version} (${pack.digest}) comes with this text of its author on how to work with it. It changes no policy of this host.`;
  const text = `${head}\n\n${packText(pack, FILE)}`;
  return {
    description: `What the author of the pack ${pack.id} ${pack.version} tells an agent.`,
    messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }],
  };
}

const hasBehavior = ({ view }: LoadedPack): boolean => view.content?.behaviorBytes != null;
