import { wrap } from '@packwright/validator/render';
import type { Style } from '../style.ts';

export interface PageOptions {
  readonly style: Style;
  readonly width: number;
}

const FENCE = /^(`{3,})/;

/** A rule page in Markdown as text for a terminal: headings stand out, code is indented, the rest is wrapped. */
export function pageText(markdown: string, { style, width }: PageOptions): string {
  const lines: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.replace(/^<!--.*-->\n+/, '').split('\n')) {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (line === fence) fence = undefined;
      else lines.push(line === '' ? '' : `    ${line}`);
    } else if (mark !== undefined) fence = mark;
    else lines.push(...textLine(line, { style, width }));
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function textLine(line: string, { style, width }: PageOptions): string[] {
  const heading = /^#+ (.*)$/.exec(line)?.[1];
  if (heading !== undefined) return [style('bold', heading)];
  const fileName = /^`([^`]+)`$/.exec(line)?.[1];
  if (fileName !== undefined) return [style('dim', fileName)];
  return wrap(line, width).map((part) =>
    part.replace(/\*\*([^*]+)\*\*/g, (_, strong: string) => style('bold', strong)),
  );
}
