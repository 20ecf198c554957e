import fc from 'fast-check';
import { expect, test } from 'vitest';
import { networkOf } from './network.ts';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::1', '0:0:0:0::/64'],
  ['::', '0:0:0:0::/64'],
  ['2001:DB8:0:1::7', '2001:db8:0:1::/64'],
  ['2001:0db8:0000:0001:1:2:3:4', '2001:db8:0:1::/64'],
  ['2001:db8::1:0:0:1', '2001:db8:0:0::/64'],
  ['64:ff9b::192.0.2.33', '64:ff9b:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['unknown', 'unknown'],
])('%s is counted as %s', (address, network) => expect(networkOf(address)).toBe(network));

test('every address behind the same 64 bits is one network, and no other', () => {
  const group = fc.integer({ min: 0, max: 0xffff }).map((it) => it.toString(16));
  const four = fc.array(group, { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(four, four, four, (network, one, other) => {
      fc.pre([network, one, other].every((groups) => groups.some((it) => it !== '0')));
      const [a, b] = [one, other].map((host) => networkOf([...network, ...host].join(':')));
      expect(a).toBe(b);
      expect(networkOf([...one, ...network].join(':')) === a).toBe(one.join() === network.join());
    }),
  );
});
