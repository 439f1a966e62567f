import type { Blast } from './blast.ts';

/** Any number, so that a share is another sample than the canary is. */
const seed = 280;

/**
 * SQL by which each recipient of a blast has its gateway: that of the telecom operator of its `msisdn`, else by lot, always
 * the same for the same number. A number in no uploaded series has no operator.
 */
export function writeGateway(
  { gateway, further }: Pick<Blast, 'gateway' | 'further'>,
  bind: (value: unknown) => string,
): string {
  const cases: string[] = [];
  for (const { gateway: name, operators } of further) {
    if (operators.length === 0) continue;
    cases.push(`WHEN operator_of(msisdn) = ANY (${bind(operators)}::text[]) THEN ${bind(name)}`);
  }
  let upto = 0;
  for (const { gateway: name, share } of further) {
    if (share === 0) continue;
    upto += share;
    cases.push(
      `WHEN (hashint8extended(msisdn, ${seed}) & 2147483647) % 100 < ${bind(upto)}::integer THEN ${bind(name)}`,
    );
  }
  const own = `${bind(gateway)}::text`;
  return cases.length === 0 ? own : `CASE ${cases.join(' ')} ELSE ${own} END`;
}
