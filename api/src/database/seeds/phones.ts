// Phone numbers in the notations that people type, and the digits that a search in any notation is turned into.
import type { Town } from './addresses.ts';
import type { Random } from './random.ts';

export function phoneNumber(towns: readonly Town[], random: Random): string {
  const subscriber = String(random.int(0, 9_999_999)).padStart(7, '0');
  const mobile = `${random.pick(['1', '2', '3', '4', '5', '8'])}${subscriber}`;
  const pairs = mobile.match(/../g)?.join(' ') ?? mobile;
  return random.weighted([
    [30, `06 ${mobile}`],
    [22, `06-${mobile}`],
    [12, `06${mobile}`],
    [12, `06 ${pairs}`],
    [14, `+31 6 ${mobile}`],
    [4, `+31(0)6-${mobile}`],
    [3, `00316${mobile}`],
    [2, landline(random.pick(towns).areaCode, subscriber)],
    [1, `+32 47${mobile.slice(0, 1)} ${subscriber.slice(0, 2)} ${subscriber.slice(2, 4)} ${subscriber.slice(4, 6)}`],
    // The German regulator keeps this block for films and books.
    [1, `+49 30 23125 ${subscriber.slice(0, 3)}`],
  ] as const);
}

function landline(areaCode: string, subscriber: string): string {
  return `${areaCode}-2${subscriber.slice(0, 9 - areaCode.length)}`;
}

/** International form without the plus; numbers without a country are Dutch. */
export function digitsOf(phone: string): string {
  const digits = phone.replace('(0)', '').replace(/\D/g, '');
  if (phone.startsWith('+')) return digits;
  return digits.startsWith('00') ? digits.slice(2) : `31${digits.slice(1)}`;
}
