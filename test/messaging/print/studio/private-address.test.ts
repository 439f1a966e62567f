import { expect, test } from 'vitest';
import { isPrivateAddress } from '../../../../messaging/print/studio/ask-host.ts';

// IANA's registries of special-purpose addresses of IPv4 and IPv6, first and last of each range.
test.each([
  ['this network', '0.0.0.0', '0.255.255.255'],
  ['private', '10.0.0.0', '10.255.255.255'],
  ['shared by a carrier', '100.64.0.0', '100.127.255.255'],
  ['loopback', '127.0.0.0', '127.255.255.255'],
  ['link local, with the address of clouds', '169.254.0.0', '169.254.169.254'],
  ['private', '172.16.0.0', '172.31.255.255'],
  ['protocol assignments', '192.0.0.0', '192.0.0.255'],
  ['documentation', '192.0.2.0', '192.0.2.255'],
  ['relays of 6to4', '192.88.99.0', '192.88.99.255'],
  ['private', '192.168.0.0', '192.168.255.255'],
  ['benchmarks', '198.18.0.0', '198.19.255.255'],
  ['documentation', '198.51.100.0', '198.51.100.255'],
  ['documentation', '203.0.113.0', '203.0.113.255'],
  ['multicast', '224.0.0.0', '239.255.255.255'],
  ['reserved', '240.0.0.0', '255.255.255.255'],
  ['unspecified, loopback', '::', '::1'],
  ['compatible with IPv4', '::7f00:1', '::10.0.0.1'],
  ['mapped', '::ffff:10.0.0.1', '::ffff:7f00:1'],
  ['translated', '64:ff9b::', '64:ff9b::169.254.169.254'],
  ['translated in one network', '64:ff9b:1::', '64:ff9b:1:ffff:ffff:ffff:ffff:ffff'],
  ['discarded', '100::', '100::ffff:ffff:ffff:ffff'],
  ['dummy', '100:0:0:1::', '100:0:0:1:ffff:ffff:ffff:ffff'],
  ['Teredo', '2001::', '2001:0:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['protocol assignments', '2001:1::', '2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['documentation', '2001:db8::', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['6to4, with an address of IPv4 inside', '2002::', '2002:a00:1::1'],
  ['documentation', '3fff::', '3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['segment routing', '5f00::', '5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['never given out', '4000::', 'fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['unique local', 'fc00::', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['link local', 'fe80::1%eth0', 'febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['site local', 'fec0::', 'feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['multicast', 'ff00::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['no address', '', 'localhost'],
])('%s is nobody on the internet: %s to %s', (_what, first, last) => {
  expect([isPrivateAddress(first), isPrivateAddress(last)]).toEqual([true, true]);
});

test.each([
  '8.8.8.8',
  '164.100.181.1',
  '172.15.255.255',
  '172.32.0.0',
  '192.88.98.255',
  '100.63.255.255',
  '223.255.255.255',
  '::ffff:8.8.8.8',
  '2001:200::1',
  '2404:6800:4009:80a::200e',
])('%s is somebody on the internet', (address) => {
  expect(isPrivateAddress(address)).toBe(false);
});
