import { randomBytes } from 'node:crypto';

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `evt_` and a ULID: unique, and sorted by time. */
export function newEventId(now = Date.now()): string {
  return `evt_${newUlid(now)}`;
}

/** A ULID: 48 bits of time and 80 of chance. */
export function newUlid(now = Date.now()): string {
  let time = '';
  for (let rest = now, left = 10; left > 0; left--) {
    time = DIGITS[rest % 32] + time;
    rest = Math.floor(rest / 32);
  }
  const chance = [...randomBytes(16)].map((byte) => DIGITS[byte % 32]).join('');
  return time + chance;
}
