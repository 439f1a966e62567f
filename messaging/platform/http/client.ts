import ipaddr from 'ipaddr.js';
import type { Actor } from '../../../campaigns/offices/actor.ts';

declare const counted: unique symbol;
/**
 * Whom limits count. Made only in this file, so that none can be kept by a bare address of which one person has
 * billions.
 */
export type Client = string & { readonly [counted]: true };

/**
 * The sender of a request, as the trusted proxy names it: an IPv4 address, or the /64 of IPv6 that one connection is
 * given as a whole. IPv4 that a network wrote into IPv6 (mapped, or translated by RFC 6052) counts as IPv4.
 */
export function identifyClient({ ip }: { readonly ip: string }): Client {
  if (!ipaddr.isValid(ip)) return ip as Client;
  const address = ipaddr.process(ip);
  const bytes = address.toByteArray();
  if (address.range() === 'rfc6052') return toText(bytes.slice(12));
  if (address.kind() === 'ipv4' || address.range() === 'loopback') return toText(bytes);
  return toText(bytes.fill(0, 8));
}

/** An officer, wherever the requests come from. */
export function identifyAccount({ id }: Pick<Actor, 'id'>): Client {
  return `account ${id}` as Client;
}

/** The holder of a secret, wherever the requests come from. */
export function identifyHolder(secret: string): Client {
  return `holder ${secret}` as Client;
}

/**
 * A network that one owner easily has whole: a /48 of IPv6, a /24 of IPv4. An account, or this machine, has no
 * neighbours.
 */
export function findNetwork(client: Client): string {
  if (!ipaddr.isValid(client) || isThisMachine(client)) return client;
  const bytes = ipaddr.parse(client).toByteArray();
  return bytes.length === 4 ? `${toText(bytes.fill(0, 3))}/24` : `${toText(bytes.fill(0, 6))}/48`;
}

/** Its own requests, or those of a proxy that names nobody: then everybody comes from here. */
export function isThisMachine(client: Client): boolean {
  return ipaddr.isValid(client) && ipaddr.parse(client).range() === 'loopback';
}

function toText(bytes: number[]): Client {
  return ipaddr.fromByteArray(bytes).toString() as Client;
}
