import type { Asked, RouteName } from '../../../../messaging/contract/contract.ts';

/** What a route is called with; left out where nothing has to be said. */
export type With<Name extends RouteName> =
  Record<string, never> extends Asked<Name> ? [asked?: Asked<Name>] : [asked: Asked<Name>];

/** What is sent along, as far as it makes the address or the body. */
export type Sent = { params?: object; query?: object; body?: unknown };

/** The method and the address of a route, its params and query filled in. */
export function toRequest(name: RouteName, sent: Sent = {}): { method: string; address: string } {
  const [method = 'GET', url = ''] = name.split(' ');
  const params = new Map(Object.entries(sent.params ?? {}));
  const path = url.replace(/:(\w+)/g, (_, key) => encodeURIComponent(String(params.get(key))));
  const given = Object.entries(sent.query ?? {}).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return { method, address: query === '' ? path : `${path}?${query}` };
}

/** The address of what is opened by a link: a picture, a file. */
export function makeAddress<Name extends RouteName & `GET ${string}`>(
  name: Name,
  ...[asked]: With<Name>
): string {
  return toRequest(name, asked).address;
}
