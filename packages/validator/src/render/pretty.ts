import { textWidth } from '../diagnostics/cells.ts';
import { visible } from '../diagnostics/visible.ts';
import type { OpenedPack } from '../format.ts';
import { finding } from './finding.ts';
import { coloured, type Paint, plain } from './paint.ts';
import { countBySeverity, type PackReport, type Renderer, type Summary } from './report.ts';
import { count, findingsOf, summaryLine } from './wording.ts';

export interface PrettyOptions {
  readonly color?: boolean;
  /** Columns of the terminal: frames are cut and lines broken at it. Without one, only frames are cut. */
  readonly width?: number;
  /** What the last line counts: `packs` too, the default, or `findings` alone, where the reader named what was read. */
  readonly counts?: 'packs' | 'findings';
}

const NARROWEST = 40;

/** For people: a line per pack, its diagnostics with code frames, and a summary. */
export function prettyRenderer({ color = false, width, counts = 'packs' }: PrettyOptions = {}): Renderer {
  const paint = color ? coloured : plain;
  const style = { paint, width: Math.max(NARROWEST, width ?? 120) };
  const lineStyle = { paint, width: width ?? Number.POSITIVE_INFINITY };
  let fixable = 0;
  let shown = 0;
  let afterFindings = false;
  return {
    start: () => '',
    pack: (report) => {
      const { diagnostics } = report.opened;
      fixable += diagnostics.filter((diagnostic) => diagnostic.fix).length;
      const blocks = diagnostics.map((diagnostic) => finding(report, diagnostic, style).join('\n'));
      const gap = shown++ > 0 && (afterFindings || blocks.length > 0) ? '\n' : '';
      afterFindings = blocks.length > 0;
      return `${gap}${[packLine(report, lineStyle), ...blocks].join('\n\n')}\n`;
    },
    end: (summary) => {
      const line = counts === 'packs' ? summaryLine(summary) : findingsOf(summary);
      return `\n${closing(line, summary, fixable, style.paint)}\n`;
    },
  };
}

interface Style {
  readonly paint: Paint;
  readonly width: number;
}

function packLine({ path, opened }: PackReport, { paint, width }: Style): string {
  const { errors, warnings } = countBySeverity(opened);
  const name = [opened.id, opened.version]
    .filter((part) => part !== null)
    .map(visible)
    .join(' ');
  const sign = errors > 0 ? paint('red', '✗') : warnings > 0 ? paint('yellow', '!') : paint('green', '✓');
  const facts = opened.profile === null ? [] : [`profile ${opened.profile}`];
  if (errors === 0) facts.push(...holdings(opened.view));
  if (errors > 0) facts.push(count(errors, 'error'));
  if (warnings > 0) facts.push(count(warnings, 'warning'));
  const head = `${visible(path)}  ${name === '' ? '' : `${name}, `}${facts.join(', ')}`;
  const line = `${sign} ${head}`;
  if (errors > 0 || opened.digest === null) return line;
  const fits = 2 + textWidth(head) + 2 + opened.digest.length <= width;
  return `${line}${fits ? '  ' : '\n  '}${paint('dim', opened.digest)}`;
}

function closing(line: string, summary: Summary, fixable: number, paint: Paint): string {
  const look = summary.errors > 0 ? 'red' : summary.warnings > 0 ? 'yellow' : 'green';
  const lines = [paint('bold', paint(look, line))];
  if (fixable > 0) lines.push(paint('dim', `\`packwright fix\` can mend ${fixable} of them`));
  if (summary.errors + summary.warnings > 0) {
    lines.push(paint('dim', '`packwright explain CODE` says why'));
  }
  return lines.join('\n');
}

/** How much there is of what packs of the format are for. */
function holdings(view: OpenedPack['view']): string[] {
  return [
    ...(view?.runnable ? [count(view.runnable.actions.length, 'action')] : []),
    ...(view?.content ? [count(view.content.files, 'file')] : []),
  ];
}
