/** Where packages may come from; an operator's setting, never a pack's. */
export interface InstallSources {
  /** Base URL of the index of Python packages; that of the installer when not given. */
  readonly index?: string;
  /** Whether no index is asked at all. */
  readonly noIndex?: boolean;
  /** Directories or pages with wheels. */
  readonly findLinks?: readonly string[];
  /** Base URL of the registry of Node packages; that of the installer when not given. */
  readonly registry?: string;
}

export const pipSources = ({ index, noIndex, findLinks = [] }: InstallSources): readonly string[] => [
  ...(index === undefined ? [] : ['--index-url', index]),
  ...(noIndex ? ['--no-index'] : []),
  ...findLinks.flatMap((place) => ['--find-links', place]),
];

export const npmSources = ({ registry }: InstallSources): readonly string[] =>
  registry === undefined ? [] : ['--registry', registry];
