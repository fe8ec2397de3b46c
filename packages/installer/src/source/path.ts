import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readTree } from '@packwright/validator/node';
import { InstallError } from '../install-error.ts';
import { readIfThere } from '../store/durable.ts';
import type { Source } from './source.ts';

/** A directory, or an archive on this machine. Its signature lies beside it, with `.sig` behind its name. */
export const pathSource: Source = {
  takes: ({ kind }) => kind === 'path',
  async fetch(request, { cwd }) {
    const path = request.kind === 'path' ? request.path : '';
    const source = resolve(cwd, path);
    if (!existsSync(source))
      throw new InstallError('not_found', `"${path}" does not exist`, 'check the path');
    const signature = readIfThere(`${source}.sig`);
    return {
      tree: await readTree(source, { zips: 'taken' }),
      source,
      promised: {},
      needs: [],
      ...(signature !== undefined && { signature }),
    };
  },
};
