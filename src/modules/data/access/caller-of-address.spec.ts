import { expect, it } from 'vitest';
import { callerOfAddress } from './caller-of-address.js';

it.each([
  ['192.0.2.7', 'ip:192.0.2.7'],
  ['::ffff:192.0.2.7', 'ip:192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', 'ip:2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', 'ip:2001:db8:1:2::/64'],
  ['2001:db8::9', 'ip:2001:db8:0:0::/64'],
  ['2001:db8::1:2:3:4:5', 'ip:2001:db8:0:1::/64'],
  ['fe80::1%eth0', 'ip:fe80:0:0:0::/64'],
  ['::1', 'ip:0:0:0:0::/64'],
  [undefined, 'ip:unknown'],
  ['nonsense', 'ip:unknown'],
])('%s counts as %s', (address, caller) => {
  expect(callerOfAddress(address)).toBe(caller);
});
