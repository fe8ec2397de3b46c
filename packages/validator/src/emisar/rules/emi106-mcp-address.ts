import { atValue } from '../../structure/finding.ts';
import type { EmisarRule } from '../rule.ts';

const MOST_CHARACTERS = 80;
const VERSION = /^[0-9]+(?:\.[0-9]+)*(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;

/** specs/emisar 1.4. */
export const emi106: EmisarRule = {
  code: 'EMI106',
  name: 'mcp-address',
  severity: 'warning',
  summary: 'The pack loads, but no MCP client can address it by this id or version.',
  why: 'A reference to a pack takes an id of at most 80 characters without dots and a version of numbers and dots.',
  *check({ manifest }) {
    const { id, version } = manifest.value;
    if (id.includes('.') || id.length > MOST_CHARACTERS) {
      yield atValue(manifest, ['id'], {
        message: `MCP clients cannot address a pack with the id "${id}"`,
        hint: id.includes('.')
          ? `use "-" for ".": ${id.replaceAll('.', '-')}`
          : 'shorten it to 80 characters',
      });
    }
    if (version !== '' && !VERSION.test(version)) {
      yield atValue(manifest, ['version'], {
        message: `MCP clients cannot address a pack with the version "${version}"`,
        hint: 'use numbers and dots, such as 1.4.0',
      });
    }
  },
};
