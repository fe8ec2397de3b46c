const IPV4 = /^(?:0|[1-9][0-9]{0,2})(?:\.(?:0|[1-9][0-9]{0,2})){3}$/;

/** First address and length of prefix of the blocks that no rule reaches by a wildcard (specs/evershell 3.5). */
const PRIVATE_IPV4: readonly (readonly [number, number])[] = [
  [0x00000000, 8],
  [0x0a000000, 8],
  [0x64400000, 10],
  [0x7f000000, 8],
  [0xa9fe0000, 16],
  [0xac100000, 12],
  [0xc0000000, 24],
  [0xc0a80000, 16],
  [0xc6120000, 15],
  [0xe0000000, 4],
  [0xf0000000, 4],
];

/** Whether a host is an IPv4 address in its usual form. */
export function isIpv4(host: string): boolean {
  return IPV4.test(host) && host.split('.').every((part) => Number(part) <= 255);
}

/** Whether a normalised host is the literal of an address. */
export function isAddress(host: string): boolean {
  return host.startsWith('[') || isIpv4(host);
}

/**
 * Whether a normalised literal is private, loopback, link-local, a metadata service, or otherwise no address of a
 * public host: such addresses are refused when connecting unless a rule lists the literal itself.
 */
export function isPrivateAddress(host: string): boolean {
  if (isIpv4(host)) return isPrivateIpv4(ipv4Number(host));
  if (!host.startsWith('[')) return false;
  const groups = groupsOf(host.slice(1, -1));
  const [first = 0] = groups;
  const low = (groups[6] ?? 0) * 0x10000 + (groups[7] ?? 0);
  const startsWith = (...prefix: number[]) => prefix.every((group, index) => groups[index] === group);
  if (startsWith(0, 0, 0, 0, 0, 0xffff) || startsWith(0x64, 0xff9b, 0, 0, 0, 0)) return isPrivateIpv4(low);
  if (startsWith(0, 0, 0, 0, 0, 0)) return true;
  // Unique local, link-local, site-local, multicast.
  return (first & 0xfe00) === 0xfc00 || (first & 0xff80) === 0xfe80 || (first & 0xff00) === 0xff00;
}

function ipv4Number(host: string): number {
  return host.split('.').reduce((number, part) => number * 256 + Number(part), 0);
}

function isPrivateIpv4(address: number): boolean {
  return PRIVATE_IPV4.some(([first, length]) => {
    const size = 2 ** (32 - length);
    return Math.floor(address / size) === Math.floor(first / size);
  });
}

/** The eight groups of an address in the form that `URL` writes: lower case, without an IPv4 part. */
function groupsOf(address: string): readonly number[] {
  const [head = '', tail] = address.split('::');
  const read = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const before = read(head);
  const after = tail === undefined ? [] : read(tail);
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}
