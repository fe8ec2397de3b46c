/** A command line for people: every element quoted where a shell would read something into it. */
export function shownCommand(program: string, argv: readonly string[]): string {
  return [program, ...argv].map(quoted).join(' ');
}

function quoted(element: string): string {
  if (element === '') return "''";
  if (/^[A-Za-z0-9\-_./:=@,+]+$/.test(element)) return element;
  return `'${element.replaceAll("'", "'\\''")}'`;
}
