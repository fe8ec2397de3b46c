import { jwtMask } from './jwt-mask.ts';
import type { Mask } from './mask.ts';
import { SECRET_WORD, SUFFIXES } from './secret-words.ts';

/** Whether text up to a point could still become a match of these masks behind it, if more came. */
export const OPEN_END = /(?:[:=]|["']|\b(?:bearer|basic))[ \t\r]*$/i;
/** A private key that has begun; where it does not end, all the rest belongs to it. */
const KEY_BLOCK =
  /-----BEGIN (?:[A-Z0-9 ]{0,64} )?PRIVATE KEY-----[\s\S]*?(?:-----END (?:[A-Z0-9 ]{0,64} )?PRIVATE KEY-----|$)/g;
const PGP_BLOCK = /-----BEGIN PGP PRIVATE KEY BLOCK-----[\s\S]*?(?:-----END PGP PRIVATE KEY BLOCK-----|$)/g;

/**
 * What is masked in every output (specs/emisar 7.8), in this order. No repetition is left unbounded where it can fail
 * behind, and none can begin in the middle of itself: the time stays linear in the text.
 */
export const builtInMasks: readonly Mask[] = [
  pattern('bearer-token', /\bbearer[ \t]+[A-Za-z0-9._~+/=-]{8,}/gi, () => 'Bearer [REDACTED]'),
  pattern('basic-auth', /\bbasic[ \t]+[A-Za-z0-9+/=_-]{8,}/gi, () => 'Basic [REDACTED]'),
  jwtMask,
  pattern(
    'emisar-token',
    /\b(?:emk-|rnrtok-|emo-|emor-|emoc-|emkey-enroll-|emkey-auth-|tskey-auth-)[A-Za-z0-9_-]{30,}/g,
    () => '[REDACTED_EMISAR_TOKEN]',
  ),
  pattern('aws-access-key', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, () => '[REDACTED_AWS_KEY]'),
  pattern(
    'github-token',
    /\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{22,})/g,
    () => '[REDACTED_GH_TOKEN]',
  ),
  pattern('gitlab-token', /\bglpat-[A-Za-z0-9_-]{20,}/g, () => '[REDACTED_GITLAB_TOKEN]'),
  pattern('slack-token', /\bxox[baprs]-[A-Za-z0-9-]{10,}/g, () => '[REDACTED_SLACK_TOKEN]'),
  pattern('stripe-secret-key', /\b[sr]k_(?:live|test)_[A-Za-z0-9]{16,}/g, () => '[REDACTED_STRIPE_KEY]'),
  pattern(
    'openai-api-key',
    /\bsk-(?:(?:proj|svcacct)-[A-Za-z0-9_-]{20,}|[A-Za-z0-9]{32,})/g,
    () => '[REDACTED_OPENAI_KEY]',
  ),
  pattern('anthropic-api-key', /\bsk-ant-api[0-9]{2}-[A-Za-z0-9_-]{20,}/g, () => '[REDACTED_ANTHROPIC_KEY]'),
  pattern('google-api-key', /\bAIza[A-Za-z0-9_-]{35}/g, () => '[REDACTED_GOOGLE_API_KEY]'),
  pattern('npm-token', /\bnpm_[A-Za-z0-9]{36}/g, () => '[REDACTED_NPM_TOKEN]'),
  pattern(
    'sendgrid-api-key',
    /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/g,
    () => '[REDACTED_SENDGRID_KEY]',
  ),
  pattern('private-key-block', KEY_BLOCK, () => '[REDACTED_PRIVATE_KEY]'),
  pattern('pgp-private-key-block', PGP_BLOCK, () => '[REDACTED_PRIVATE_KEY]'),
  pattern(
    'url-credentials',
    /\b([a-z][a-z0-9+.-]{0,31}:\/\/)[^\s/?#@:"'<>]{0,512}:[^\s/?#@"'<>]{1,512}@/gi,
    (_, scheme) => `${scheme}[REDACTED]@`,
  ),
  pattern(
    'cookie-header',
    /(?<![A-Za-z0-9-])((?:set-)?cookie)[ \t]{0,64}:[ \t]*(?!\[REDACTED\])[^\s][^\r\n]*/gi,
    (_, name) => `${name}: [REDACTED]`,
  ),
  pattern(
    'json-secret-field',
    new RegExp(
      `(?<=["._-])(${SECRET_WORD}${SUFFIXES}"\\s{0,64}:\\s{0,64})"(?:[^"\\\\\\n]|\\\\[^\\n])*(?:"|$)`,
      'gim',
    ),
    (_, key) => `${key}"[REDACTED]"`,
  ),
  pattern(
    'secret-assignment',
    new RegExp(
      `(?<![A-Za-z0-9])(${SECRET_WORD}${SUFFIXES}'?[ \\t]{0,64}[:=]\\s{0,64})` +
        `(?!"?\\[REDACTED)("(?:[^"\\\\\\n]|\\\\[^\\n])+"|'[^'\\n]+'|[^\\s,;&{}\\[\\]]+)`,
      'gi',
    ),
    (_, name) => `${name}[REDACTED]`,
  ),
];

function pattern(name: string, find: RegExp, replacement: (...match: string[]) => string): Mask {
  return {
    name,
    type: 'regex',
    // Streams hold back what is open at its end (`OPEN_END`, key blocks), so these never see half a match.
    isWithinLine: true,
    apply(text) {
      let count = 0;
      const masked = text.replace(find, (...match) => {
        count += 1;
        return replacement(...(match as string[]));
      });
      return { text: masked, count };
    },
  };
}
