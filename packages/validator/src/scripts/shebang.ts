const MOST_BYTES = 256;

/** The program that the first line of a script asks for, without its directory; undefined without such a line. */
export function shebangOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] !== 0x23 || bytes[1] !== 0x21) return undefined;
  const [line = ''] = new TextDecoder('latin1').decode(bytes.subarray(2, MOST_BYTES)).split(/\r?\n/, 1);
  const [program = '', ...words] = line.trim().split(/\s+/);
  const name = baseName(program);
  if (name !== 'env') return name === '' ? undefined : name;
  return words.map(baseName).find((word) => !word.startsWith('-') && !word.includes('='));
}

const baseName = (program: string): string => program.slice(program.lastIndexOf('/') + 1);
