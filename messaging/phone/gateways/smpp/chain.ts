import { createHash } from 'node:crypto';

/** How a chain is written into a message. */
interface ChainForm {
  /** Papers of those that want it so. */
  source: string;
  write(ids: readonly string[]): string;
}

/**
 * The chain from the principal entity over telemarketers to the one who hands over to the operator. Since 11.12.2024
 * operators refuse what names none or one that is not registered (TRAI's direction of 20.08.2024, para 10 c).
 */
export const chainForms = {
  /** From whom hands over to the operator: SHA-256 in hex over all ids, the principal entity's first. */
  sha256: {
    source:
      'BSNL, PE TM Chain Hash Generation, user manual (scribd.com, document 808554246); Karix, tanla.freshdesk.com, solution 82000917129; read 29.11.2026',
    write: (ids) => createHash('sha256').update(ids.join(',')).digest('hex'),
  },
  /** To an aggregator, who adds its own id and lets the last one hash: the telemarketers' ids without the entity's. */
  ids: {
    source:
      'PowerSMPP, doc.powersmpp.com, Telemarketer configuration; Karix, tanla.freshdesk.com, solution 82000917129; read 29.11.2026',
    write: ([, ...telemarketers]) => telemarketers.join(','),
  },
} as const satisfies Record<string, ChainForm>;

export type ChainFormName = keyof typeof chainForms;
export const chainFormNames = Object.keys(chainForms) as ChainFormName[];

/** BSNL tells it to each telemarketer apart, and no operator has published it: 0x1402 is habit, not confirmed. */
export const usualChainTag = '0x1402';

/** Ids of the registrars: 19 digits, older ones 12. */
export const registrarId = /^(?:\d{12}|\d{19})$/;

export interface Chain {
  form: ChainFormName;
  /** Of the telemarketers, in the order of the registered chain. */
  telemarketers: readonly string[];
}

export function writeChain({ form, telemarketers }: Chain, principalEntityId: string): string {
  return chainForms[form].write([principalEntityId, ...telemarketers]);
}
