import type { Gateway } from '../../../../../messaging/phone/gateways/gateway.ts';
import {
  createSmppGateway,
  type SmppOptions,
} from '../../../../../messaging/phone/gateways/smpp/smpp.ts';

const usual: Omit<SmppOptions, 'port'> = {
  host: '127.0.0.1',
  tls: false,
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
  tags: { principalEntity: 0x1400, template: 0x1401 },
  ownReference: true,
  query: false,
  codeTable: undefined,
  haltingCodes: [],
};

/** The gateway beside an SMSC of a test, with short time limits. */
export function openSmpp(port: number, change: Partial<SmppOptions> = {}): Gateway {
  return createSmppGateway({ ...usual, port, ...change });
}
