import { closest } from '@packwright/values';
import type { Path } from '../locator.ts';
import { pckRules } from '../pck-rules.ts';
import { homeOf, quote } from '../wording.ts';
import { freeKeys, keysAt, meantBy, otherBranchOf } from './keys.ts';
import { type FaultyDocument, nameOf, type Report, replacing } from './report.ts';

const MOST_LISTED = 8;

/** A key that the document does not know at its place. */
export function unknownKey(document: FaultyDocument, path: Path): Report {
  const key = String(path.at(-1));
  const parent = path.slice(0, -1);
  const span = document.locator.keyAt(path);
  const place = parent.length === 0 ? document.kind.title : nameOf(parent);
  const report = { code: pckRules.unknownKey.code, span, message: `${quote(key)} is not a key of ${place}` };
  const other = otherBranchOf(document, path);
  if (other) {
    const { discriminator, chosen, needed } = other;
    const hint = `"${key}" goes with ${discriminator} ${needed.join(' or ')}, and this is of ${discriminator} ${chosen}`;
    return { ...report, hint };
  }
  const meant = meantBy(document, parent, key);
  if (meant) {
    const fix = replacing(document, span, meant, `rename to ${meant}`);
    return { ...report, hint: `did you mean "${meant}"?`, fix };
  }
  return { ...report, hint: whereTo(document, parent, key) };
}

function whereTo(document: FaultyDocument, parent: Path, key: string): string {
  const home = homeOf(key, document.kind.shape, parent);
  if (home) return `"${key}" belongs ${home}`;
  const near = closest(key, keysAt(document, parent));
  if (near) return `"${near}" is there already, remove one of the two`;
  const free = freeKeys(document, parent);
  return free.length > 0 && free.length <= MOST_LISTED ? `free keys here: ${free.join(', ')}` : 'remove it';
}
