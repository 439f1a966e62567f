/** Addresses that the service answers and Astro's own server passes on to it, as Vite takes them for its proxy. */
export const ofService: readonly string[] = [
  '^/(api|files|voice|service|webhooks|calendar|v|p)/',
  '^/[qQ](/|[^/.]{4,24}/?([?#]|$))',
  '^/(en/)?embed/',
  '^/(healthz|readyz|metrics)([?#]|$)',
];
