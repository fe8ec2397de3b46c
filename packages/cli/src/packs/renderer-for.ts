import { relative, sep } from 'node:path';
import {
  githubRenderer,
  jsonRenderer,
  junitRenderer,
  prettyRenderer,
  type Renderer,
  rdjsonlRenderer,
  sarifRenderer,
} from '@packwright/validator/render';
import { hasColour, type Io } from '../io.ts';
import { version } from '../version.ts';

/** The forms of output, the default first. */
export const OUTPUTS = ['pretty', 'json', 'sarif', 'github', 'junit', 'rdjsonl'] as const;

/** The renderer for a form of output, fitted to where it goes. */
export async function rendererFor(
  form: (typeof OUTPUTS)[number],
  strict: boolean,
  io: Io,
): Promise<Renderer> {
  switch (form) {
    case 'pretty':
      return prettyRenderer({
        color: hasColour(io, io.stdout),
        ...(io.stdout.columns !== undefined && { width: io.stdout.columns }),
      });
    case 'json':
      return jsonRenderer();
    case 'github':
      return githubRenderer({ base: repositoryBase(io) });
    case 'junit':
      return junitRenderer({ failOn: strict ? 'warning' : 'error' });
    case 'rdjsonl':
      return rdjsonlRenderer();
    case 'sarif': {
      const { ruleOf } = await import('@packwright/validator');
      return sarifRenderer({ version: version(), rule: ruleOf });
    }
  }
}

/** GitHub wants paths from the root of the checkout, which a step may not run in. */
function repositoryBase({ cwd, env }: Io): string {
  const root = env.GITHUB_WORKSPACE;
  if (root === undefined || root === '') return '';
  const base = relative(root, cwd);
  return base.startsWith('..') ? '' : base.split(sep).join('/');
}
