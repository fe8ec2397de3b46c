import type { Content } from '@packwright/schema/views';
import { count, visible } from '@packwright/validator/render';
import type { Style } from '../style.ts';

/** What a pack puts before an agent: its prompt, its guides and scripts, and how much of the rest. */
export function contentLines(content: Content, style: Style): string {
  const { guides, scripts, templates, data, behaviorBytes, files, bytes, stripped, suggestions } = content;
  const rows = [
    ...(behaviorBytes === null
      ? []
      : [`  prompt    ${count(behaviorBytes, 'byte')} in every call of the model`]),
    ...guides.map(({ path, title }) => `  guide     ${visible(path)}  ${visible(title)}`),
    ...scripts.map(({ path, interpreter }) =>
      `  script    ${visible(path)}  ${visible(interpreter)}`.trimEnd(),
    ),
    ...templates.map((path) => `  template  ${visible(path)}`),
    ...(data.length === 0 ? [] : [`  data      ${count(data.length, 'file')}`]),
    ...(suggestions.length === 0 ? [] : [`  suggests  ${suggestions.map(visible).join(', ')}`]),
    ...(stripped.length === 0 ? [] : [`  left out  ${stripped.map(visible).join(', ')}`]),
  ];
  return [style('bold', `${count(files, 'file')}, ${count(bytes, 'byte')}`), ...rows].join('\n');
}
