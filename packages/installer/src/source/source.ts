import type { PackTree } from '@packwright/validator';
import type { PackRequest } from '../request.ts';

/** Bytes that came from somewhere, and what that place said they are. Nothing of it is believed without a look. */
export interface Fetched {
  readonly tree: PackTree;
  /** A path or an address. */
  readonly source: string;
  readonly promised: {
    readonly id?: string;
    readonly version?: string;
    readonly digest?: string;
  };
  /** Names of packs that have to be there as well. */
  readonly needs: readonly string[];
  /** A detached signature that lay beside it. */
  readonly signature?: string;
}

/** What fetching may do. */
export interface FetchTerms {
  /** Absolute path from which paths of a request are taken. */
  readonly cwd: string;
  /** Address or path of the registry for packs that are named. */
  readonly registry: string | undefined;
  /** The only hosts to fetch from; undefined for any. */
  readonly hosts: readonly string[] | undefined;
  /** For one file, from the first byte asked to the last one had. */
  readonly timeoutMs: number;
}

/** One kind of place from which packs come. */
export interface Source {
  /** Whether the request is for this kind of place. */
  takes(request: PackRequest, terms: FetchTerms): boolean;
  /** Brings the pack. Throws an `InstallError` when it cannot. */
  fetch(request: PackRequest, terms: FetchTerms): Promise<Fetched>;
}
