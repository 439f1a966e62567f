import type { Gateway } from '../gateways/gateway.ts';
import { type Blast, listGateways } from './blast.ts';

/** Gateways by name, as far as it matters whether receipts come from them. */
export type ReportingGateways = Readonly<Record<string, Pick<Gateway, 'receipts'>>>;

/**
 * Whether what became of a blast's messages can be read from a file only: its gateway sends no receipts, or is not
 * set up here any more.
 */
export function receiptsByFile(
  blast: Pick<Blast, 'channel' | 'startedAt' | 'gateway' | 'further'>,
  gateways: ReportingGateways,
): boolean {
  const silent = findSilentGateway(blast, gateways);
  return blast.channel === 'sms' && blast.startedAt !== null && silent !== null;
}

/** The first gateway of a blast that sends no receipts; null where all do. */
export function findSilentGateway(
  blast: Pick<Blast, 'gateway' | 'further'>,
  gateways: ReportingGateways,
): string | null {
  return listGateways(blast).find((name) => gateways[name]?.receipts === undefined) ?? null;
}
