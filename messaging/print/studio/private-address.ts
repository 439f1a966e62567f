import ipaddr from 'ipaddr.js';

const globalUnicast = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/**
 * Whether an address is nobody's on the internet, by IANA's registries of special-purpose addresses. Of IPv6 only what is
 * given out at all (2000::/3) counts as somebody's, so that a range that is set apart later is closed already.
 */
export function isPrivateAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return true;
  // An IPv4 address that is mapped into IPv6 is looked up among those of IPv4.
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return true;
  return address instanceof ipaddr.IPv6 && !address.match(globalUnicast);
}
