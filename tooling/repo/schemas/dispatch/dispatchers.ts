import { documentedFormats } from '../authored-documents.ts';
import type { Claim, Dispatcher, Pick } from './dispatcher.ts';

/** A kind of file that several formats have under one name. */
interface SharedFile {
  readonly document: string;
  readonly title: string;
  readonly fileMatch: readonly string[];
  /** Files that are neither judged nor helped with. */
  readonly foreign: Omit<Claim, 'format'>;
}

const sharedFiles: readonly SharedFile[] = [
  {
    document: 'pack',
    title: 'pack manifest',
    fileMatch: ['pack.yaml'],
    foreign: {
      title: 'StackStorm pack',
      any: ['author', 'email', 'keywords', 'python_versions', 'contributors'],
      all: ['name'],
    },
  },
  {
    document: 'action',
    title: 'action of a pack',
    fileMatch: ['actions/*.yaml', 'actions/*.yml'],
    foreign: { title: 'StackStorm action', any: ['runner_type'], all: ['name'] },
  },
];

/** A dispatcher for each kind of file that several formats have under one name. */
export const dispatchers: readonly Dispatcher[] = sharedFiles.map(
  ({ document, title, fileMatch, foreign }): Dispatcher => ({
    document,
    title,
    fileMatch,
    claims: [
      ...documentedFormats.flatMap(({ format, claims }): Claim[] => {
        const claim = claims[document];
        if (!claim) return [];
        const { first: _, ...keys } = claim;
        return [{ format, ...keys }];
      }),
      { format: undefined, ...foreign },
    ],
    pick: pickOf(document),
  }),
);

function pickOf(document: string): Pick {
  const firsts = documentedFormats.flatMap(({ name, claims }) => {
    const first = claims[document]?.first;
    return first ? [{ name, ...first }] : [];
  });
  const choices = firsts.map(({ name, key }) => `${key} (${name})`);
  const last = choices.pop();
  return {
    keys: Object.fromEntries(firsts.map(({ key, schema }) => [key, schema])),
    message: `no key tells the format of the ${document}: add ${choices.join(', ')} or ${last}`,
  };
}
