import { type Client, findNetwork, isThisMachine } from './client.ts';

/** Somebody who holds one of a bounded number of places: an open stream, an upload, a turn that is waited for. */
export interface Place {
  client: Client;
  network: string;
  /** Ends what holds the place; without it the place is kept until it is left. */
  giveWay: (() => void) | undefined;
}

export interface Places {
  most: number;
  mostPerClient: number;
  taken: Set<Place>;
}

export function createPlaces(limits: { most: number; mostPerClient: number }): Places {
  return { ...limits, taken: new Set() };
}

/**
 * Takes a place; undefined where the client has its share. When all are taken, one gives way whose network, or who within
 * the same network, has more than the newcomer will: so nobody can keep others out. This machine itself has no share.
 */
export function takePlace(places: Places, client: Client, giveWay?: () => void): Place | undefined {
  const place = { client, network: findNetwork(client), giveWay };
  const held = [...places.taken].filter((each) => each.client === client).length;
  if (held >= places.mostPerClient && !isThisMachine(client)) return undefined;
  if (places.taken.size >= places.most) {
    const heavier = findHeavier(places.taken, place);
    if (heavier === undefined) return undefined;
    places.taken.delete(heavier);
    heavier.giveWay?.();
  }
  places.taken.add(place);
  return place;
}

export function leavePlace({ taken }: Places, place: Place): void {
  taken.delete(place);
}

/** The newest place of the client with most; none if the newcomer would then have as many. */
function findHeavier(taken: ReadonlySet<Place>, place: Place): Place | undefined {
  const networks = Map.groupBy(taken, ({ network }) => network);
  const heaviest = longest(networks);
  const isOwn = heaviest[0]?.network === place.network;
  if (!isOwn && heaviest.length <= countGroup(networks, place.network) + 1) return undefined;
  const clients = Map.groupBy(heaviest, ({ client }) => client);
  const greediest = longest(clients);
  if (isOwn && greediest.length <= countGroup(clients, place.client) + 1) return undefined;
  return greediest.findLast(({ giveWay }) => giveWay !== undefined);
}

function longest(groups: ReadonlyMap<string, Place[]>): Place[] {
  // Of equals the one that came last: who waits longest stays.
  return [...groups.values()].reduce((one, other) => (other.length < one.length ? one : other), []);
}

function countGroup(groups: ReadonlyMap<string, Place[]>, name: string): number {
  return groups.get(name)?.length ?? 0;
}
