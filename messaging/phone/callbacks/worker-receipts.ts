import { type CallbackSpoolOptions, openCallbackSpool } from './callback-spool.ts';

/** Takes the receipts that come over a worker's own links; undefined where no gateway has any. */
export async function openWorkerReceipts(
  options: CallbackSpoolOptions,
): Promise<{ close(): Promise<void> } | undefined> {
  const hasLinks = Object.values(options.gateways).some(({ receive }) => receive !== undefined);
  return hasLinks ? openCallbackSpool(options) : undefined;
}
