import { type RuleInfo, ruleOf, rules } from '@packwright/validator';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { pageText } from '../explain/page-text.ts';
import { readPage } from '../explain/read-page.ts';
import { type Style, styleFor } from '../style.ts';
import { UsageError } from '../usage-error.ts';

/** `packwright explain`. */
export const command = defineCommand({
  usage: 'explain [CODE]',
  about: ['Says what a code means, why it matters and how to repair it. Without a code, lists all.'],
  flags: {},
  operands: { least: 0, most: 1 },
  examples: [['packwright explain PCK105', 'what this code is about']],
  async run({ operands: [code] }, io) {
    const style = styleFor(io, io.stdout);
    const width = Math.min(io.stdout.columns ?? 100, 100);
    const text = code === undefined ? list(style) : pageText(pageOf(code), { style, width });
    await io.stdout.write(text);
    return exitCode.ok;
  },
});

function pageOf(code: string): string {
  const rule = ruleOf(code);
  if (!rule) {
    const among = rules.map((known) => known.code);
    throw new UsageError(`there is no code "${code}"`, '`packwright explain` lists all', {
      word: code,
      among,
    });
  }
  return readPage(rule.code) ?? shortPage(rule);
}

const shortPage = ({ code, name, severity, summary, why }: RuleInfo): string =>
  `# ${code}: ${name}\n\n**${severity === 'error' ? 'Error' : 'Warning'}.** ${summary}\n\n${why}\n`;

function list(style: Style): string {
  const rows = rules
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, severity, summary }) => {
      const look = severity === 'error' ? 'red' : 'yellow';
      return `${style('bold', code)}  ${style(look, severity.padEnd(7))}  ${summary}\n`;
    });
  return rows.join('');
}
