/** A version by its three numbers; what was left out is 0. */
export type Version = readonly [major: number, minor: number, patch: number];

/** Whether a version will do. */
export type VersionConstraint = (version: Version) => boolean;

const NUMBER = '[vV]?([0-9]{1,9})(?:\\.([0-9]{1,9}))?(?:\\.([0-9]{1,9}))?';
const PART = new RegExp(`^(=|>=|>|<=|<|~|\\^)?\\s*${NUMBER}$`);

/**
 * Reads a `runtime_version` (spec 3.7): conditions joined by commas, all of which have to hold. A bare version means
 * that minor version, whatever the patch; behind an operator, what is left out is 0. Nothing asks for anything will do;
 * undefined for what cannot be read.
 */
export function parseVersionConstraint(text: string): VersionConstraint | undefined {
  const parts = text.split(',').map((part) => part.trim());
  const conditions = parts.filter((part) => part !== '').map(conditionOf);
  if (!conditions.every((condition) => condition !== undefined)) return undefined;
  return (version) => conditions.every((condition) => condition(version));
}

/** The first version in what a program says of itself, such as `Python 3.11.7`; undefined where there is none. */
export function versionIn(text: string): Version | undefined {
  const found = /([0-9]{1,9})\.([0-9]{1,9})(?:\.([0-9]{1,9}))?/.exec(text);
  return found ? versionOf(found) : undefined;
}

function conditionOf(part: string): VersionConstraint | undefined {
  const found = PART.exec(part);
  if (!found) return undefined;
  const [, operator = '~', ...numbers] = found;
  const asked = versionOf(['', ...numbers]);
  const [major, minor, patch] = asked;
  switch (operator) {
    case '=':
      return (version) => compareVersions(version, asked) === 0;
    case '>=':
      return (version) => compareVersions(version, asked) >= 0;
    case '>':
      return (version) => compareVersions(version, asked) > 0;
    case '<=':
      return (version) => compareVersions(version, asked) <= 0;
    case '<':
      return (version) => compareVersions(version, asked) < 0;
    case '^':
      return between(
        asked,
        major > 0 ? [major + 1, 0, 0] : minor > 0 ? [0, minor + 1, 0] : [0, 0, patch + 1],
      );
    default:
      return between(asked, [major, minor + 1, 0]);
  }
}

const between =
  (least: Version, below: Version): VersionConstraint =>
  (version) =>
    compareVersions(version, least) >= 0 && compareVersions(version, below) < 0;

const versionOf = ([, major, minor, patch]: readonly (string | undefined)[]): Version => [
  Number(major),
  Number(minor ?? 0),
  Number(patch ?? 0),
];

/** Below 0 for the lower of two versions. */
export function compareVersions(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
