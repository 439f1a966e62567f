import type { ErrorClass } from '../send-error.ts';

/** Subjects of a provider's own codes: `smpp-401` for a status, the rest are in receipts as `err:`. */
interface OperatorCodes {
  source: string;
  classes: Partial<Record<ErrorClass, readonly string[]>>;
}

/**
 * Codes of the DLT platforms, alike at all operators: entity, telemarketer, header and template speak of us, preference
 * and consent of the recipient, 651 of the hours for promotion.
 */
const dlt: OperatorCodes = {
  source:
    'support.exotel.com, solution 3000120944; smsgatewayhub.freshdesk.com, solution 3000129776 (2025); yourbulksms.com on Jio; read 29.11.2026',
  classes: {
    halt: [
      ...['600', '601', '602', '603', '604', '605'],
      ...['610', '611', '612', '613', '614', '615', '616', '617', '618'],
      ...['620', '621', '622', '623', '624', '625'],
      ...['630', '631', '632', '633', '634', '635', '636', '637', '651'],
    ],
    permanent: ['650', '660'],
    later: ['670'],
  },
};

/**
 * By provider. Statuses from 0x400 to 0x4FF and the numbers in `err:` are each one's own; one that is in no table is
 * unlisted, so that several in a row halt a blast. A table without a paper of its provider is worth nothing: name it.
 */
const providers = {
  kaleyra: {
    source: 'kaleyra.freshdesk.com, solution 3000091797; read 29.11.2026',
    classes: {
      permanent: ['001', '003', '004', '005', '006', '015', '020'],
      later: ['007', '008', '009', '010', '011', '012', '013', '014', '016', '017', '021'],
      halt: ['023', '024', '025', '026', '027', '028', '029', '030', '031', '032'],
    },
  },
  infobip: {
    source: 'Infobip, SMPP specification, command status; read 29.11.2026',
    classes: { permanent: ['smpp-22'], halt: ['smpp-ff', 'smpp-4a1'] },
  },
} as const satisfies Record<string, OperatorCodes>;

export const codeTables = Object.keys(providers) as (keyof typeof providers)[];
export type CodeTable = (typeof codeTables)[number];

/** Words of SMPP's own states, where a receipt gives no code: `rejectd` says nothing of why. */
const states: OperatorCodes = {
  source: 'SMPP 3.4, 5.2.28 and appendix B',
  classes: { later: ['expired', 'undeliv'], permanent: ['deleted', 'unknown'] },
};

/** The codes of one SMSC by class, its own table before the common ones. */
export function readCodes(table: CodeTable | undefined): ReadonlyMap<string, ErrorClass> {
  const own: OperatorCodes[] = table === undefined ? [] : [providers[table]];
  return new Map(
    [states, dlt, ...own].flatMap(({ classes }) =>
      Object.entries(classes).flatMap(([name, codes]) =>
        codes.map((code) => [code, name as ErrorClass] as const),
      ),
    ),
  );
}
