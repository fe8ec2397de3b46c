const MOST_CHARACTERS = 80;

/** An author's or caller's text between quotes; the middle of a long one is left out. */
export function quote(text: string): string {
  const characters = [...text.slice(0, 4 * MOST_CHARACTERS)];
  if (characters.length <= MOST_CHARACTERS) return `"${text}"`;
  return `"${characters.slice(0, MOST_CHARACTERS).join('')}…"`;
}
