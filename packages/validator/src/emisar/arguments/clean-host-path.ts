/**
 * The path without doubled or trailing `/`, `.` and `..`, by text alone; links are not looked at.
 * A relative path stays relative, the empty one becomes `.`.
 */
export function cleanHostPath(path: string): string {
  const rooted = path.startsWith('/');
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') kept.push(segment);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!rooted) kept.push(segment);
  }
  return rooted ? `/${kept.join('/')}` : kept.join('/') || '.';
}

/** Whether a clean path is the directory or lies below it. */
export function isUnder(path: string, directory: string): boolean {
  return directory === '/' || path === directory || path.startsWith(`${directory}/`);
}
