import type { Asked, RouteName } from '../../../../messaging/contract/contract.ts';

/** Params, query and body of a route; left out where it takes none. */
export type With<Name extends RouteName> =
  Record<string, never> extends Asked<Name> ? [request?: Asked<Name>] : [request: Asked<Name>];

/** The same without its types. */
export interface Sent {
  params?: object;
  query?: object;
  body?: unknown;
}

/** The method and the address of a route, its params and query filled in. */
export function toRequest(name: RouteName, sent: Sent = {}): { method: string; address: string } {
  const [method = 'GET', url = ''] = name.split(' ');
  const params = new Map(Object.entries(sent.params ?? {}));
  const path = url.replace(/:(\w+)/g, (_, key) => encodeURIComponent(String(params.get(key))));
  const entries = Object.entries(sent.query ?? {}).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString();
  return { method, address: query === '' ? path : `${path}?${query}` };
}

/** The address of what is opened by a link: a picture, a file. */
export function makeAddress<Name extends RouteName & `GET ${string}`>(
  name: Name,
  ...[request]: With<Name>
): string {
  return toRequest(name, request).address;
}
