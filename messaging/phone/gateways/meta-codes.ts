import type { Receipts } from './gateway.ts';
import type { ErrorClass } from './send-error.ts';

/**
 * Codes of Meta's Cloud API by what they speak of: the recipient, or us (account, rights, number, template, request).
 * Source: developers.facebook.com, WhatsApp error codes, of 18.06.2026, read 30.11.2026. None of them is an opt-out:
 * nobody has told us to stop, and 131026 does not even say why.
 */
const classes: Record<Exclude<ErrorClass, 'opt-out'>, readonly number[]> = {
  permanent: [
    // No WhatsApp at the number (or old terms, an old app: it does not say which), sender and recipient the same.
    131026,
    131021,
    // Too many marketing messages for this person, in an experiment, stopped marketing messages: not now, or not at all.
    131049,
    130472, 131050,
  ],
  halt: [
    // Login, rights, account locked, restricted or not paid, number not registered or deleted, certificate, name not approved.
    0,
    3, 10, 190, 200, 33, 368, 131005, 131031, 131042, 131045, 131037, 133010, 130497,
    // The request itself, and a free text where a template is due.
    100, 131008, 131009, 131047, 131051,
    // Template: other variables, not there, too long, against the policy, wrong form, paused, disabled.
    132000,
    132001, 132005, 132007, 132012, 132015, 132016,
    // The picture cannot be had.
    131053,
    // Too many of our messages were blocked or reported.
    131048,
  ],
  // Too many requests of app, account, number or pair; overloaded; under maintenance.
  later: [4, 80007, 130429, 131056, 131016, 131057],
  ambiguous: [1, 2, 131000],
  unlisted: [],
};

const byCode = new Map<string, ErrorClass>(
  Object.entries(classes).flatMap(([name, codes]) =>
    codes.map((code): [string, ErrorClass] => [String(code), name as ErrorClass]),
  ),
);

/** Class of an error code of the Cloud API. */
export function classifyMetaCode(code: string): ErrorClass {
  return byCode.get(code) ?? 'unlisted';
}

export const metaReceipts: Receipts = { classify: classifyMetaCode, filterCodes: [] };

export const metaNoWhatsapp = ['131026'] as const;

/** Failed messages that a retry on another day takes: what spoke of us, was refused for now, or was one too many. */
export const retryableMetaCodes = [...classes.later, ...classes.halt, 131049, 130472].map(String);
