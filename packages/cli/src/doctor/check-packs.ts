import { type LoadedPacks, seenPack } from '@packwright/installer/host';
import { standingOf, type TrustFile } from '@packwright/trust';
import { error, type Finding, orFine, warning } from './finding.ts';

/** Whether what is installed loads. */
export function checkPacks({ packs, broken }: LoadedPacks, place: string): readonly Finding[] {
  const unusable = broken.map(({ directory, root, reason }) =>
    error(
      'packs',
      `"${directory}" is left out: ${reason}`,
      `\`packwright validate ${root}\` shows all of it`,
    ),
  );
  if (packs.length === 0 && broken.length === 0) {
    return [warning('packs', `no pack is installed in "${place}"`, '`packwright install PACK` installs one')];
  }
  return orFine(unusable, 'packs', count(packs.length, 'pack loads', 'packs load'));
}

/** Whether what loads may run. */
export function checkTrust({ packs }: LoadedPacks, trust: TrustFile): readonly Finding[] {
  const findings = packs.flatMap(({ opened }): Finding[] => {
    const { pack } = seenPack(opened);
    const { state, isDrifted, problem } = standingOf(trust, pack, opened.digest);
    if (!problem) return [];
    const { message, hint } = problem;
    // What waits or was turned down is as somebody left it; bytes that changed by themselves are not.
    const finding = isDrifted || state === 'revoked' ? error : warning;
    return [finding('trust', message, hint)];
  });
  return orFine(findings, 'trust', count(packs.length, 'pack may run', 'packs may run'));
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
