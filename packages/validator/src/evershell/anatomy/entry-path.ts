/** The path of an entry of an archive: without the `./` in front and the `/` that `tar` puts behind a directory. */
export const entryPath = (name: string): string => name.replace(/^\.\//, '').replace(/\/$/, '');
