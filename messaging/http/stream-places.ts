import { isIPv6 } from 'node:net';

/** Streams that may be open at once, so that one client cannot take them all. */
export interface StreamPlaces {
  /** Takes a place and returns what gives it back; null when there is none for this client. */
  take(address: string): (() => void) | null;
}

const loopback = /^(127\.|::1$)/;

/**
 * Counts by the client's address as the trusted proxy names it. Requests of this machine itself count only in all: they
 * are its own, or of a proxy that names nobody, and then everybody would share a few places.
 */
export function createStreamPlaces(limits: { most: number; mostPerClient: number }): StreamPlaces {
  const taken = new Map<string, number>();
  let all = 0;
  return {
    take(address) {
      const client = clientOf(address);
      const own = taken.get(client) ?? 0;
      if (all >= limits.most) return null;
      if (own >= limits.mostPerClient && !loopback.test(client)) return null;
      all += 1;
      taken.set(client, own + 1);
      let open = true;
      return () => {
        if (!open) return;
        open = false;
        all -= 1;
        const left = (taken.get(client) ?? 1) - 1;
        if (left === 0) taken.delete(client);
        else taken.set(client, left);
      };
    },
  };
}

/** One client: an IPv4 address, or the /64 of IPv6 that a single connection is given as a whole. */
function clientOf(address: string): string {
  const mapped = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(mapped) || mapped === '::1') return mapped;
  const [head = '', tail] = mapped.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array.from({ length: zeros }, () => '0'), ...last];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
