import type { PackRequest } from '../request.ts';
import { addressSource } from './address.ts';
import { indexSource } from './attune-index.ts';
import { pathSource } from './path.ts';
import { registrySource } from './registry.ts';
import type { Fetched, FetchTerms, Source } from './source.ts';

/** The first that takes a request brings it; the last takes every name. */
const sources: readonly Source[] = [addressSource, pathSource, indexSource, registrySource];

/** Brings what a request asks for, from wherever it is. Throws an `InstallError` when it cannot. */
export function fetchPack(request: PackRequest, terms: FetchTerms): Promise<Fetched> {
  const source = sources.find((each) => each.takes(request, terms)) ?? registrySource;
  return source.fetch(request, terms);
}
