/** The name for people that the loader makes of a ref: `inventory.find_host` becomes "Find Host". */
export function titleOf(ref: string): string {
  const words = ref
    .slice(ref.lastIndexOf('.') + 1)
    .split('_')
    .filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || ref;
}
