import ipaddr from 'ipaddr.js'

/**
 * Whether an IP address belongs to the public internet. Loopback, private, link-local, carrier,
 * multicast, reserved and documentation ranges do not, nor does an IPv6 address that wraps one of
 * them (mapped, 6to4, Teredo, NAT64).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.kind() === 'ipv4') return parsed.range() === 'unicast'
  const wide = parsed as ipaddr.IPv6
  if (wide.isIPv4MappedAddress()) return isPublicAddress(wide.toIPv4Address().toString())
  // What the library calls unicast is "nothing special"; the internet proper is 2000::/3.
  return wide.range() === 'unicast' && wide.match(ipaddr.IPv6.parse('2000::'), 3)
}
