/** Whether the whole text matches a pattern in which `*` stands for any text; ASCII letters match in either case. */
export function matchesStars(pattern: string, text: string): boolean {
  const parts = lower(pattern).split('*');
  const subject = lower(text);
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return subject === first;
  if (!subject.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = subject.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return subject.length - at >= last.length && subject.endsWith(last);
}

const lower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
