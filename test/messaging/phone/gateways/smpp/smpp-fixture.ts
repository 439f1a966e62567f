import type { Gateway } from '../../../../../messaging/phone/gateways/gateway.ts';
import {
  createSmppGateway,
  type SmppOptions,
} from '../../../../../messaging/phone/gateways/smpp/smpp.ts';

const usual: Omit<SmppOptions, 'addresses'> = {
  separate: false,
  numbering: { source: { ton: 5, npi: 0 }, destination: { ton: 1, npi: 1 } },
  systemId: 'uppolice',
  password: 'secret',
  systemType: '',
  binds: 1,
  window: 10,
  enquireMs: 30_000,
  requestTimeoutMs: 1200,
  throttleMs: 50,
  split: 'udh8',
  idForms: { answers: 'text', receipts: 'text' },
  tags: { principalEntity: 0x1400, template: 0x1401, chain: 0x1402 },
  chain: undefined,
  tlvs: [],
  ownReference: true,
  query: false,
  codeTable: undefined,
  haltingCodes: [],
};

/** The gateway beside an SMSC of a test, with short time limits. */
export function openSmpp(
  port: number,
  { tls = false, ...change }: Partial<SmppOptions> & { tls?: boolean } = {},
): Gateway {
  return createSmppGateway({ ...usual, addresses: [{ host: '127.0.0.1', port, tls }], ...change });
}
