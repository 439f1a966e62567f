import { expect, test } from 'vitest';
import {
  findNetwork,
  identifyAccount,
  identifyClient,
  isThisMachine,
} from '../../../../messaging/platform/http/client.ts';

test.each([
  ['the same address', '203.0.113.1', '203.0.113.1', true],
  ['its neighbour', '203.0.113.1', '203.0.113.2', false],
  ['IPv4 written as IPv6', '203.0.113.1', '::ffff:203.0.113.1', true],
  ['IPv4 written as IPv6 in hexadecimal', '203.0.113.1', '::FFFF:cb00:7101', true],
  ['IPv4 behind a translator', '203.0.113.1', '64:ff9b::203.0.113.1', true],
  ['IPv4 behind a translator of its network', '203.0.113.1', '64:ff9b:1::cb00:7101', true],
  ['two of IPv4 behind one translator', '64:ff9b::1.2.3.4', '64:ff9b::1.2.3.5', false],
  ['one /64', '2001:db8:0:1::1', '2001:db8:0:1:ffff::9', true],
  ['one /64, written otherwise', '2001:0DB8::1', '2001:db8:0:0:1:2:3:4', true],
  ['one /64 of a link', 'fe80::1%eth0', 'fe80::2', true],
  ['another /64', '2001:db8:0:1::1', '2001:db8:0:2::1', false],
  ['no address at all', 'unix:', 'unix:', true],
])('%s: %s and %s are one client: %s', (_label, one, other, same) => {
  expect(identifyClient({ ip: one }) === identifyClient({ ip: other })).toBe(same);
});

test.each([
  ['one /48', '2001:db8:7:1::1', '2001:db8:7:ffff::1', true],
  ['another /48', '2001:db8:7:1::1', '2001:db8:8:1::1', false],
  ['one /24', '203.0.113.1', '203.0.113.200', true],
  ['another /24', '203.0.113.1', '203.0.114.1', false],
])('%s: %s and %s are of one network: %s', (_label, one, other, same) => {
  const [own, others] = [one, other].map((ip) => findNetwork(identifyClient({ ip })));
  expect(own === others).toBe(same);
});

test('this machine and an account have no neighbours', () => {
  for (const ip of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
    const client = identifyClient({ ip });
    expect([isThisMachine(client), findNetwork(client)]).toEqual([true, client]);
  }
  const account = identifyAccount({ id: '203.0.113.1' });
  expect([isThisMachine(account), findNetwork(account)]).toEqual([false, account]);
  expect(account).not.toBe(identifyClient({ ip: '203.0.113.1' }));
});
