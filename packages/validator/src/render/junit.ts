import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { visible } from '../diagnostics/visible.ts';
import { pathOf, placeOf } from './place.ts';
import { countBySeverity, type PackReport, type Renderer } from './report.ts';
import { messageLine } from './wording.ts';

export interface JunitOptions {
  /** Which diagnostics count as failed tests: errors, or warnings too. */
  readonly failOn?: 'error' | 'warning';
}

/** JUnit XML: a suite per pack, a test case per diagnostic, and one passed case for a pack without any. */
export const junitRenderer = ({ failOn = 'error' }: JunitOptions = {}): Renderer => ({
  start: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="packwright">\n',
  pack: (report) => suite(report, failOn),
  end: () => '</testsuites>\n',
});

function suite(pack: PackReport, failOn: 'error' | 'warning'): string {
  const { diagnostics } = pack.opened;
  const { errors, warnings } = countBySeverity(pack.opened);
  const failures = failOn === 'warning' ? errors + warnings : errors;
  const attributes = {
    name: pack.path,
    tests: Math.max(1, diagnostics.length),
    failures,
    errors: 0,
    skipped: 0,
  };
  const cases = diagnostics.map((diagnostic) => testCase(pack, diagnostic, failOn));
  if (cases.length === 0) cases.push(`    <testcase${xml({ classname: pack.path, name: 'loads' })}/>\n`);
  return `  <testsuite${xml(attributes)}>\n${cases.join('')}  </testsuite>\n`;
}

function testCase(pack: PackReport, diagnostic: Diagnostic, failOn: 'error' | 'warning'): string {
  const { code, severity, file } = diagnostic;
  const { line, column } = placeOf(pack, diagnostic).start;
  const path = pathOf(pack, file);
  const message = messageLine(diagnostic);
  const open = `<testcase${xml({ classname: path, name: `${code} ${line}:${column}`, file: path, line })}>`;
  const text = escapeXml(`${path}:${line}:${column} ${severity} ${code} ${message}`);
  const failed = severity === 'error' || failOn === 'warning';
  const body = failed
    ? `<failure${xml({ message, type: code })}>${text}</failure>`
    : `<system-out>${text}</system-out>`;
  return `    ${open}\n      ${body}\n    </testcase>\n`;
}

const xml = (attributes: Readonly<Record<string, string | number>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/** XML 1.0 has no way to write most control characters, so the text is made visible first. */
const escapeXml = (text: string): string =>
  visible(text).replace(/[&<>"]/g, (char) => ENTITIES.get(char) as string);
