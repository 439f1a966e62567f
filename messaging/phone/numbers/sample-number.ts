/** 50000 00001 and on: no mobile number begins with 5, and no town of India has the STD code 500. */
export const sampleNumbers = { from: 915_000_000_001, to: 915_000_009_999 };

/** Whether a number in E.164 is one of the sample, which nobody has. */
export function isSampleNumber(e164: string): boolean {
  const msisdn = Number(e164.replace('+', ''));
  return msisdn >= sampleNumbers.from && msisdn <= sampleNumbers.to;
}
