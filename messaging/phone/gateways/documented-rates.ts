/** Requests that a provider takes from an account unless it was asked for more; its own papers say so. */
export const documentedPerMinute = {
  exotel: {
    requests: 200,
    source:
      'developer.exotel.com: Rate limiting has 200 requests a minute for the SMS API, which is used here, and 200 calls; SMS campaigns, an API of their own, has 300; read 29.11.2026',
  },
} as const satisfies Record<string, { requests: number; source: string }>;
