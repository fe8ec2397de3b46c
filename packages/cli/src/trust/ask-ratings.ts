import type { LoadedPack } from '@packwright/installer/host';
import type { RiskTier } from '@packwright/schema';
import { riskTiers } from '@packwright/schema/terms';
import { visible } from '@packwright/validator/render';
import type { Terminal } from '../terminal.ts';
import { type EndingTerminal, untilEnd } from '../until-end.ts';

export type Ratings = Readonly<Record<string, RiskTier>>;

const HARM: Readonly<Record<RiskTier, string>> = {
  low: 'reads, and changes nothing',
  medium: 'changes what is easily put right',
  high: 'may interrupt a service or show secrets',
  critical: 'may destroy data, or do anything',
};

/**
 * Asks for the risk of every action that carries none and has no rating yet. Resolves to all ratings, or to undefined
 * when the person gives up.
 */
export const askRatings = (
  pack: RatedPack,
  said: Ratings,
  terminal: Terminal = {},
): Promise<Ratings | undefined> => untilEnd(terminal, (ending) => askEach(pack, said, ending));

type RatedPack = Pick<LoadedPack, 'opened'>;

async function askEach(
  { opened }: RatedPack,
  said: Ratings,
  terminal: EndingTerminal,
): Promise<Ratings | undefined> {
  const { isCancel, select } = await import('@clack/prompts');
  const ratings: Record<string, RiskTier> = { ...said };
  for (const { id, title, description, risk } of opened.view?.runnable?.actions ?? []) {
    if (risk !== 'unrated' || Object.hasOwn(ratings, id)) continue;
    const about = description === '' ? title : `${title}: ${description}`;
    const answer = await select<RiskTier>({
      ...terminal,
      message: `How much harm can ${visible(id)} do? ${visible(about)}`,
      options: riskTiers.map((tier) => ({ value: tier, label: tier, hint: HARM[tier] })),
      // The careless answer is the cautious one.
      initialValue: 'critical',
    });
    if (isCancel(answer)) return undefined;
    ratings[id] = answer;
  }
  return ratings;
}
