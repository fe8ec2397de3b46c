import type { Place } from './places.ts';

/** The text from `start` to `end` becomes `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One kind of defect in a manifest: the edit at a place that makes it, and the code that has to be reported. */
export interface ManifestMutator {
  readonly name: string;
  readonly code: string;
  /** Nothing where the defect cannot be put. */
  readonly edit: (place: Place) => Edit | undefined;
}

/** The value at such a path becomes another. */
function value(name: string, code: string, path: RegExp, change: (value: string) => string): ManifestMutator {
  return {
    name,
    code,
    edit: ({ path: at, isKey, start, end, value: before }) =>
      isKey || !path.test(at) ? undefined : { start, end, text: change(before) },
  };
}

/** The key at such a path becomes another. */
function key(name: string, code: string, path: RegExp, change: (key: string) => string): ManifestMutator {
  return {
    name,
    code,
    edit: ({ path: at, isKey, start, end, value: before }) =>
      isKey && path.test(at) ? { start, end, text: change(before) } : undefined,
  };
}

/** The lines of the key at such a path are gone; what is below it must be on its line. */
function dropped(name: string, code: string, path: RegExp): ManifestMutator {
  return {
    name,
    code,
    edit: ({ path: at, isKey, start, text }) => {
      if (!isKey || !path.test(at)) return undefined;
      const lineStart = text.lastIndexOf('\n', start) + 1;
      return { start: lineStart, end: text.indexOf('\n', start) + 1, text: '' };
    },
  };
}

const quoted = (text: string) => JSON.stringify(text);
/** Without wildcard and port. */
const host = (domain: string) => domain.replace(/^\*\./, '').replace(/:\d+$/, '');

const DOMAIN = /\.domains\.\*$/;
const PATH = /\.paths\.\*$/;
const WHEN = /\.when$/;
const HEADER = /\.headers\.set\.x-team$/;

export const manifestMutators: readonly ManifestMutator[] = [
  key('a key is misspelt', 'PCK101', /^(?:category|display_name|description|suggested_packs)$/, (key) =>
    key.slice(1),
  ),
  key('a key of a rule is misspelt', 'PCK101', /\.(?:domains|methods|paths)$/, (key) => key.slice(0, -1)),
  key('a key of a counter is misspelt', 'PCK101', /\.counters\.calls\.(?:limit|window)$/, (key) => `${key}s`),
  value('the version is a number', 'PCK103', /^version$/, () => '1.10'),
  value('the version is "latest"', 'EVS016', /^version$/, () => 'latest'),
  value('the name has "--"', 'PCK104', /^name$/, (name) => name.replace('-', '--')),
  value('the name has capitals', 'PCK104', /^name$/, (name) => name.toUpperCase()),
  value('the name is reserved', 'EVS015', /^name$/, () => 'platform'),
  value('the category is none', 'PCK105', /^category$/, () => 'news'),
  value('a suggestion is the pack itself', 'EVS104', /^suggested_packs\.\*$/, () => 'NAME'),
  value('the description turns around', 'EVS021', /^description$/, (text) => `${text} \u202e`),
  dropped('there is no description', 'EVS101', /^description$/),
  dropped('a rule has no methods', 'PCK102', /\.methods$/),
  dropped('a capability has no type', 'PCK102', /^capabilities\.\*\.type$/),
  value('a capability is of another type', 'PCK105', /^capabilities\.\*\.type$/, () => 'tcp'),
  value('a method is in small letters', 'PCK105', /\.methods\.\*$/, (method) => method.toLowerCase()),
  value('a domain has a scheme', 'EVS212', DOMAIN, (domain) => quoted(`https://${host(domain)}`)),
  value('a domain has a path', 'EVS213', DOMAIN, (domain) => quoted(`${host(domain)}/v1`)),
  value('a domain has a user', 'EVS214', DOMAIN, (domain) => quoted(`me@${host(domain)}`)),
  value('a domain has a word for a port', 'EVS215', DOMAIN, (domain) => quoted(`${host(domain)}:https`)),
  value('a wildcard is in the middle', 'EVS217', DOMAIN, (domain) => quoted(`api.*.${host(domain)}`)),
  value('a wildcard covers a top-level domain', 'EVS218', DOMAIN, () => '"*.example"'),
  value('a domain is any', 'EVS219', DOMAIN, () => '"*"'),
  value(
    'a domain is there twice',
    'EVS220',
    DOMAIN,
    (domain) => `${quoted(domain)}, ${quoted(domain.toUpperCase())}`,
  ),
  value('a path has no slash', 'PCK104', PATH, (path) => path.slice(1)),
  value('a path has a query', 'EVS221', PATH, (path) => quoted(`${path}?a=1`)),
  value('a path has "**" beside text', 'EVS222', PATH, (path) => quoted(`${path.replace(/\*+$/, '')}x**`)),
  value('a path has an empty segment', 'EVS223', PATH, (path) => quoted(`/${path}`)),
  value(
    'a predicate names what is not there',
    'EVS242',
    WHEN,
    (when) => `'${when.replace('request.', 'request.my.')}'`,
  ),
  value('a predicate is no CEL', 'EVS241', WHEN, (when) => `'${when} &&'`),
  value('a predicate reads a secret', 'EVS247', WHEN, (when) => `'${when} && secrets["a"] == "b"'`),
  value('a predicate gives text', 'EVS248', WHEN, () => `'request.method'`),
  value('a type of a body schema is none', 'EVS253', /\.body_schema\.type$/, () => 'objekt'),
  value('a transform is for no rule', 'EVS203', /\.applies_to\.\*$/, (rule) => `${rule}s`),
  value('a header holds a secret', 'EVS239', HEADER, () => 'k7Qz0mB4s9WtY2eR5uIoP8aD'),
  key('a header is that of the connection', 'EVS235', HEADER, () => 'Content-Length'),
  value('a limit is below zero', 'PCK106', /\.limit$/, (limit) => `-${limit}`),
  value('a window is too long', 'EVS263', /\.window$/, () => '90d'),
  value('a window has no unit', 'PCK104', /\.window$/, () => '"60"'),
];
