import { createHash, createVerify, type KeyObject } from 'node:crypto';

/**
 * Verifies a letter's one DKIM signature as its receiver does (RFC 6376, 3.7 and 6.1; relaxed/relaxed, RSA with SHA-256),
 * with the key that DNS would give.
 * @returns what does not hold: `none`, or the first fault
 */
export function verifyDkim(raw: string, key: KeyObject): 'none' | 'no signature' | 'body' | 'head' {
  const end = raw.indexOf('\r\n\r\n');
  const fields = raw
    .slice(0, end)
    .split(/\r\n(?![ \t])/)
    .map((field) => ({ name: readName(field), field }));
  const signature = fields.find(({ name }) => name === 'dkim-signature')?.field;
  if (signature === undefined) return 'no signature';
  const tags = readTags(signature);
  const expected = { v: '1', a: 'rsa-sha256', c: 'relaxed/relaxed' };
  for (const [tag, value] of Object.entries(expected)) {
    if (tags.get(tag) !== value)
      throw new Error(`Expected ${value} for \`${tag}\`, got ${tags.get(tag)}`);
  }
  const body = relaxedBody(raw.slice(end + 4));
  if (createHash('sha256').update(body).digest('base64') !== tags.get('bh')) return 'body';
  // A name that occurs twice in `h` means the next field of it from below (5.4.2).
  const left = fields.toReversed();
  const signed = (tags.get('h') ?? '').split(':').map((name) => {
    const at = left.findIndex((each) => each.name === name.trim().toLowerCase());
    return at < 0 ? '' : `${relaxedField(left.splice(at, 1)[0]?.field ?? '')}\r\n`;
  });
  const unsigned = relaxedField(signature.replace(/(\bb=)[^;]*/, '$1'));
  const verify = createVerify('RSA-SHA256').update(signed.join('') + unsigned);
  return verify.verify(key, tags.get('b') ?? '', 'base64') ? 'none' : 'head';
}

/** Names of the fields that the signature is over. */
export function signedFields(raw: string): string[] {
  const signature = /^DKIM-Signature:(?:[^\r]|\r\n[ \t])*/im.exec(raw)?.[0] ?? '';
  return (readTags(signature).get('h') ?? '').toLowerCase().split(':');
}

function readName(field: string): string {
  return field.slice(0, field.indexOf(':')).trim().toLowerCase();
}

function readTags(signature: string): Map<string, string> {
  const value = signature.slice(signature.indexOf(':') + 1);
  const pairs = value.split(';').map((pair): [string, string] => {
    const [name = '', ...rest] = pair.split('=');
    return [name.trim(), rest.join('=').replace(/\s/g, '')];
  });
  return new Map(pairs);
}

/** 3.4.2 */
function relaxedField(field: string): string {
  const value = field.slice(field.indexOf(':') + 1).replace(/\r\n/g, '');
  return `${readName(field)}:${value.replace(/[ \t]+/g, ' ').trim()}`;
}

/** 3.4.4 */
function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''));
  const text = lines.join('\r\n').replace(/(\r\n)+$/, '');
  return text === '' ? '' : `${text}\r\n`;
}
