/** A tab stop of an editor snippet, holding a text to type over. */
const stop = (order: number, text: string) => `\${${order}:${text}}`;

/** A whole manifest; editors offer it in an empty file. */
export const packSnippet = {
  label: 'new Evershell pack',
  description: 'A manifest of a content pack.',
  sortText: '00',
  body: {
    name: stop(1, 'my-pack'),
    display_name: stop(2, 'My pack'),
    description: stop(3, 'What the pack is for'),
    version: stop(4, '0.1.0'),
    category: stop(5, 'general'),
  },
};
