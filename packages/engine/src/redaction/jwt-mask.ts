import type { Mask } from './mask.ts';

const SHORTEST = 8;

/**
 * Masks three dot-joined runs of base64url of which the first starts with `eyJ`. Not one pattern: a long run without a
 * dot would be read again from each `eyJ` in it.
 */
export const jwtMask: Mask = {
  name: 'jwt',
  type: 'regex',
  isWithinLine: true,
  apply(text) {
    let count = 0;
    const masked = text.replace(/[A-Za-z0-9_.-]+/g, (run) => {
      if (!run.includes('eyJ')) return run;
      const found = maskRun(run);
      count += found.count;
      return found.text;
    });
    return { text: masked, count };
  },
};

function maskRun(run: string): ReturnType<Mask['apply']> {
  const parts = run.split('.');
  const kept: string[] = [];
  let count = 0;
  for (let at = 0; at < parts.length; at++) {
    const [first = '', second = '', third = ''] = parts.slice(at, at + 3);
    const start = first.search(/\beyJ/);
    const token = [first.slice(start), second, third];
    const isToken = start !== -1 && token.every((part) => part.length >= SHORTEST);
    kept.push(isToken ? `${first.slice(0, start)}[REDACTED_JWT]` : first);
    if (!isToken) continue;
    count += 1;
    at += 2;
  }
  return { text: kept.join('.'), count };
}
