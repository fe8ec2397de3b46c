import type { EvershellRule } from '../rule.ts';

const NAMES = /^(?:\.env(?:\..+)?|.*\.pem|id_(?:rsa|dsa|ecdsa|ed25519).*)$/;
/** Public halves and examples are meant to be read. */
const HARMLESS = /\.(?:pub|example|sample|template|dist)$/;

/** Spec 1.5. */
export const evs103: EvershellRule = {
  code: 'EVS103',
  name: 'possible-secret',
  severity: 'warning',
  summary: 'The pack holds a file by whose name secrets are kept.',
  why: 'Everybody who can see the pack can read its files; a pack refers to secrets by name instead.',
  *check({ content }) {
    for (const { path, kind } of content.entries) {
      const slash = path.lastIndexOf('/');
      const name = path.slice(slash + 1);
      if (slash < 0 || kind !== 'file' || !NAMES.test(name) || HARMLESS.test(name)) continue;
      const hint = 'leave it out, and let a transform fill in `secrets["name"]`';
      yield { file: path, span: { start: 0, end: 0 }, message: `"${path}" may hold a secret`, hint };
    }
  },
};
