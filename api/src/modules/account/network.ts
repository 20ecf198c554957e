// Which network an address belongs to, as one that attempts are counted for. Pure.
import { isIPv6 } from 'node:net';

/** An IPv4 address itself; of IPv6 the first 64 bits, since one customer is given all addresses behind them. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const bare = address.split('%')[0] ?? address;
  return isIPv6(bare) ? `${firstGroups(bare).join(':')}::/64` : address;
}

function firstGroups(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  // A dotted end, as in ::1.2.3.4, stands for two groups.
  const dotted = address.includes('.') ? 1 : 0;
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length - dotted;
  return [...before, ...Array<string>(zeros).fill('0'), ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''));
}

const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
