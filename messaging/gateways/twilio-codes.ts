import type { Receipts } from './gateway.ts';
import type { ErrorClass } from './send-error.ts';

const classes: Record<ErrorClass, readonly number[]> = {
  permanent: [21211, 21214, 21217, 21401, 21421, 21614, 30005, 30006],
  'opt-out': [21610],
  halt: [20003, 21408, 21606, 21617, 21703, 21704, 21705, 30002, 30007, 30018, 30024, 63038],
  later: [20429, 21611, 20503, 30001, 30003, 30008, 30017, 63017, 63018],
  ambiguous: [20500],
};

const byCode = new Map<number, ErrorClass>(
  Object.entries(classes).flatMap(([name, codes]) =>
    codes.map((code): [number, ErrorClass] => [code, name as ErrorClass]),
  ),
);

/** Class of an error code of Twilio; `permanent` for one that is not listed, such as 30004 (blocked). */
export function classOfTwilioCode(code: number): ErrorClass {
  return byCode.get(code) ?? 'permanent';
}

/** Codes of a class as callbacks write them. */
export function twilioCodesOf(name: ErrorClass): string[] {
  return classes[name].map(String);
}

/** Receipts of Twilio, and of the emulator, which speaks as it does. 30007: filtered by the carrier. */
export const twilioReceipts: Receipts = {
  classOf: (code) => classOfTwilioCode(Number(code)),
  filterCodes: ['30007'],
};
