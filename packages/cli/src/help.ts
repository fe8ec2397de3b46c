import type { Command } from './command.ts';
import { commandList } from './command-list.ts';
import type { Flags } from './flags.ts';
import type { Style } from './style.ts';

/** What `packwright --help` prints. */
export function toolHelp(style: Style): string {
  const rows = [...commandList].map(([name, { summary }]) => [name, summary] as const);
  return `Packwright validates, inspects and fixes operational packs.

${style('bold', 'Usage:')} packwright COMMAND [OPTIONS]

${style('bold', 'Commands:')}
${table(rows, style)}

\`packwright COMMAND --help\` says more. \`packwright X\` runs \`packwright-X\` when that is installed.
`;
}

/** What `packwright COMMAND --help` prints. */
export function commandHelp({ usage, about, flags, examples }: Command, style: Style): string {
  const sections = [
    `${style('bold', 'Usage:')} packwright ${usage}`,
    about.join('\n'),
    `${style('bold', 'Options:')}\n${table([...flagRows(flags), ['-h, --help', 'print this']], style)}`,
  ];
  if (examples.length > 0) sections.push(`${style('bold', 'Examples:')}\n${table(examples, style)}`);
  return `${sections.join('\n\n')}\n`;
}

const flagRows = (flags: Flags) =>
  Object.entries(flags).map(([name, flag]) => {
    const value = flag.type === 'string' ? ` ${flag.value}` : '';
    const short = flag.type === 'string' && flag.short !== undefined ? `-${flag.short}, ` : '';
    return [`${short}--${name}${value}`, flag.describe] as const;
  });

function table(rows: readonly (readonly [string, string])[], style: Style): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${style('cyan', left.padEnd(width))}  ${right}`).join('\n');
}
