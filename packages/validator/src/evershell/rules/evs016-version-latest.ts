import { atValue } from '../../structure/finding.ts';
import type { EvershellRule } from '../rule.ts';

/** Spec 1.8. */
export const evs016: EvershellRule = {
  code: 'EVS016',
  name: 'version-latest',
  severity: 'error',
  summary: 'The version is "latest".',
  why: 'The platform moves a tag of that name to the newest version of every pack.',
  upstream: ['version_invalid'],
  *check({ manifest }) {
    if (manifest.value.version !== 'latest') return;
    const hint = 'name the version, or leave the key out: a version is then made from the contents';
    yield atValue(manifest, ['version'], { message: 'the version "latest" is taken', hint });
  },
};
