import type { Config } from '../../config.ts';
import { emulatorToken } from '../../platform/process/secret-fs.ts';
import { createCdacGateway } from './cdac.ts';
import { emulatedSender } from './emulator-api.ts';
import { createExotelGateway } from './exotel.ts';
import type { Gateway } from './gateway.ts';
import type { GatewaySettings } from './gateway-settings.ts';
import { createMetaGateway } from './meta.ts';
import { createNicGateway } from './nic.ts';
import { createSmppGateway } from './smpp/smpp.ts';
import { createTwilioGateway } from './twilio.ts';

export interface OpenGateways {
  /** By name. The emulator is always there: for training, and to try a text before it costs money. */
  gateways: Record<string, Gateway>;
  /** True when nothing is configured and all messages stay on this machine. */
  emulatorOnly: boolean;
  close(): Promise<void>;
}

export interface GatewayOptions {
  settings: GatewaySettings;
  /** By which the emulator knows us. */
  emulatorToken: string;
  /** Part of the addresses that Exotel calls; made when it is set up. */
  exotelToken: () => string;
  /** Where callbacks reach the service. */
  publicUrl: string;
}

/** Opens what is configured. */
export function openGateways(options: GatewayOptions): OpenGateways {
  const { settings, emulatorToken, exotelToken, publicUrl } = options;
  const { requestTimeoutMs, listingLagMs, sockets } = settings;
  const { twilio, meta, cdac, nic, exotel, smpp, emulator } = settings;
  const shared = { requestTimeoutMs, sockets };
  const gateways: Record<string, Gateway> = {
    emulator: createTwilioGateway({
      ...shared,
      listingLagMs,
      name: 'emulator',
      accountSid: emulator.accountSid,
      authToken: emulatorToken,
      messagingServiceSid: `MG${'0'.repeat(32)}`,
      from: undefined,
      callFrom: '+12025550100',
      whatsapp: { from: emulatedSender, trainingSid: `HX${'0'.repeat(32)}` },
      baseUrl: emulator.url,
      publicUrl,
    }),
  };
  if (twilio !== undefined) {
    gateways['twilio'] = createTwilioGateway({
      ...shared,
      ...twilio,
      name: 'twilio',
      whatsapp: twilio.whatsappFrom === undefined ? undefined : { from: twilio.whatsappFrom },
      publicUrl,
      listingLagMs,
    });
  }
  if (meta !== undefined) gateways['meta'] = createMetaGateway({ ...shared, ...meta });
  if (cdac !== undefined) gateways['cdac'] = createCdacGateway({ ...shared, ...cdac });
  if (nic !== undefined) gateways['nic'] = createNicGateway({ ...shared, ...nic });
  if (exotel !== undefined) {
    const callbackToken = exotelToken();
    gateways['exotel'] = createExotelGateway({ ...shared, ...exotel, callbackToken, publicUrl });
  }
  if (smpp !== undefined) gateways['smpp'] = createSmppGateway({ ...smpp, requestTimeoutMs });
  return {
    gateways,
    emulatorOnly: Object.keys(gateways).length === 1,
    async close() {
      for (const gateway of Object.values(gateways)) await gateway.close();
    },
  };
}

/** Tokens that sign the callbacks of the gateways that are set up; nothing else is believed. */
export function callbackTokens({
  dataDir,
  gateways,
}: Pick<Config, 'dataDir' | 'gateways'>): string[] {
  const { twilio, emulator } = gateways;
  return [twilio?.authToken ?? [], emulatorToken(dataDir, emulator.authToken)].flat();
}
