/** Every file of the packs under a directory; what lies beside packs does not count. */
export function packFiles(directory: string): Generator<string>;
