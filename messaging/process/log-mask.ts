import { addressLike, maskAddresses } from './address-mask.ts';
import { maskPhoneNumbers, numberLike } from './phone-mask.ts';

/** Names of what nobody may read in a log, whatever stands before or after in them (`sessionToken`, `set-cookie`). */
const secretName =
  'token|secret|passw(?:or)?d|cookie|authorization|signature|credential|backup.?codes?|totp|api.?key|passphrase';
const secretKey = new RegExp(secretName, 'i');

/** What stands in texts: of headers, of addresses, of PostgreSQL's details. */
const secretTexts: readonly [RegExp, string][] = [
  [/\b(Bearer|Basic) [\w.~+/=-]+/g, '$1 [masked]'],
  [/(:\/\/)[^/\s:@]*:[^@\s/]*@/g, '$1[masked]@'],
  [new RegExp(`(\\([^)]*(?:${secretName})[^)]*\\)=)\\([^)]*\\)`, 'gi'), '$1([masked])'],
  [
    new RegExp(
      `([\\w.-]*(?:${secretName})[\\w-]*["']?(?:=|: ?)["']?)(?!\\[masked)[^\\s"'&;,()]+`,
      'gi',
    ),
    '$1[masked]',
  ],
];

/** Cheap test of a whole line, so that most lines are not parsed again. A tab is escaped in it. */
const suspicious = new RegExp(
  `${numberLike.source}|${addressLike.source}|\\\\t|${secretName}|bearer |basic |:\\/\\/[^/\\s]*@`,
  'iu',
);

/** A line of the log in which neither phone number nor e-mail address, token, cookie or password is readable. */
export function maskLine(line: string): string {
  return suspicious.test(line) ? `${JSON.stringify(maskRecord(JSON.parse(line)))}\n` : line;
}

function maskRecord(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value);
  if (Number.isInteger(value)) {
    const masked = maskPhoneNumbers(String(value));
    return masked === String(value) ? value : masked;
  }
  if (Array.isArray(value)) return value.map(maskRecord);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      maskPhoneNumbers(key),
      isSecret(key, entry) ? '[masked]' : maskRecord(entry),
    ]),
  );
}

function isSecret(key: string, value: unknown): boolean {
  if (value === null || typeof value === 'boolean') return false;
  return secretKey.test(key);
}

function maskText(text: string): string {
  return secretTexts.reduce(
    (masked, [pattern, replacement]) => masked.replace(pattern, replacement),
    maskAddresses(maskPhoneNumbers(text)),
  );
}
