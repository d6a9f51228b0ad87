import ipaddr from 'ipaddr.js';

/** Whether an IP address is one of the public internet; everything special (private, loopback, link-local, …) is not. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === 'unicast';
}
