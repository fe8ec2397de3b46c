/** Whether a label matches a pattern in which each `*` stands for one or more characters. */
export function matchesLabel(pattern: string, label: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return pattern === label;
  const last = rest.pop() as string;
  if (!label.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = label.indexOf(part, at + 1);
    if (found === -1) return false;
    at = found + part.length;
  }
  return label.length - last.length > at && label.endsWith(last);
}
