import { expect, test } from 'vitest';
import { shownPath, shownPlace } from './shown-path.ts';

test.each([
  ['/work/here', '.', '.'],
  ['/work/here/a/b.yaml', 'a/b.yaml', 'a/b.yaml'],
  ['/work/here/..a', '..a', '..a'],
  ['/work/other/a', '../other/a', '/work/other/a'],
  ['/work', '..', '/work'],
  ['/etc/x', '../../etc/x', '/etc/x'],
])(
  '%s is shown from the working directory as %s, and where it may lie anywhere as %s',
  (location, path, place) => {
    expect(shownPath(location, '/work/here')).toBe(path);
    expect(shownPlace(location, '/work/here')).toBe(place);
  },
);
