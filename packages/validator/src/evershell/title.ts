/** The name for people that a name of a pack makes: `status-board` becomes "Status Board" (specs/evershell 2). */
export function titleOf(name: string): string {
  const words = name.split('-').filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || name;
}
