import type { Config } from '../../config.ts';
import { emulatorToken } from '../../platform/process/secret-fs.ts';

/** Tokens that sign the callbacks of the gateways that are set up; nothing else is believed. */
export function callbackTokens({
  dataDir,
  gateways,
}: Pick<Config, 'dataDir' | 'gateways'>): string[] {
  const { twilio, emulator } = gateways;
  return [twilio?.authToken ?? [], emulatorToken(dataDir, emulator.authToken)].flat();
}
