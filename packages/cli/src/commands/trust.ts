import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { changeTrust } from '@packwright/installer/host';
import type { RiskTier } from '@packwright/schema';
import { riskTiers } from '@packwright/schema/terms';
import { applyAllowList } from '@packwright/trust/signature';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { hostFlags } from '../host/flags.ts';
import { hostOf } from '../host/host.ts';
import { orRefusal } from '../host/refusal.ts';
import { installedId } from '../packs/operand.ts';
import { type Decision, decide } from '../trust/decide.ts';
import { unpinnedNotice } from '../trust/unpinned-notice.ts';
import { UsageError } from '../usage-error.ts';

const DECISIONS = ['reject', 'revoke', 'retire'] as const;

/** `packwright trust`. */
export const command = defineCommand({
  usage: 'trust [NAME] [HASH]',
  about: [
    'Trusts the bytes of an installed pack: the hash has to be the one it has now, so that what was reviewed is what runs.',
    'Actions without a risk of their own need a rating each, by --rate or asked at a terminal. When a byte changes, trust',
    'and ratings are gone; `packwright diff NAME` shows what changed. Trusting the same bytes again keeps their ratings.',
    '',
    'Exit code: 0 decided, 1 refused, 2 wrong usage.',
  ],
  flags: {
    rate: {
      type: 'string',
      value: 'ACTION=RISK,...',
      describe: 'how much harm each unrated action can do: low, medium, high or critical',
    },
    reject: { type: 'boolean', describe: 'turn bytes that wait down' },
    revoke: { type: 'boolean', describe: 'take trust back for good, for a --reason' },
    retire: {
      type: 'boolean',
      describe: 'keep this version from running for a --reason, until it is trusted again for another',
    },
    reason: { type: 'string', value: 'TEXT', describe: 'why; kept in the history' },
    lock: {
      type: 'string',
      value: 'HASH',
      many: true,
      describe: 'approve this lock of `packwright env lock --write` together with the bytes',
    },
    list: { type: 'string', value: 'FILE', describe: 'take over a signed allow-list' },
    ...hostFlags,
  },
  operands: { least: 0, most: 2 },
  examples: [
    ['packwright trust redis sha256:…', 'what was reviewed may run'],
    ['packwright trust redis --revoke --reason "key stolen"', 'never again'],
    ['packwright trust --list allow-list.json', 'let a signed list decide'],
  ],
  run: ({ flags, operands: [id, hash] }, io) =>
    orRefusal('trust', io, async () => {
      const host = await hostOf(flags, io);
      if (flags.list !== undefined) {
        const text = readFileSync(resolve(io.cwd, flags.list), 'utf8');
        const terms = { keys: host.settings.trust?.allow_list?.keys ?? [], graceMs: host.trust.graceMs };
        const at = new Date().toISOString();
        const file = await changeTrust(host.trust, (current) => applyAllowList(current, text, at, terms));
        await io.stdout.write(`allow-list ${file.allowList?.list.version} is in force\n`);
        return exitCode.ok;
      }
      if (id === undefined)
        throw new UsageError('an argument is missing', 'write packwright trust NAME HASH');
      const chosen = DECISIONS.filter((name) => flags[name]);
      if (chosen.length > 1) throw new UsageError(`"--${chosen[0]}" and "--${chosen[1]}" exclude each other`);
      const decision: Decision = {
        kind: chosen[0] ?? 'trust',
        hash,
        ratings: ratingsOf(flags.rate ?? ''),
        locks: flags.lock,
        reason: flags.reason ?? '',
      };
      const pack = installedId(id);
      await io.stdout.write(`${await decide(pack, decision, host, io)}\n`);
      if (decision.kind === 'trust') await io.stderr.write(await unpinnedNotice(pack, host, io));
      return exitCode.ok;
    }),
});

function ratingsOf(text: string): Record<string, RiskTier> {
  const pairs = text.split(',').filter((pair) => pair.trim() !== '');
  const rated = pairs.map((pair) => {
    const [action = '', word = ''] = pair.trim().split('=');
    const tier = riskTiers.find((each) => each === word);
    if (tier) return [action, tier] as const;
    throw new UsageError(`"${word}" is no risk for "${action}"`, `it is one of ${riskTiers.join(', ')}`, {
      word,
      among: riskTiers,
    });
  });
  return Object.fromEntries(rated);
}
