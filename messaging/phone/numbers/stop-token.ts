import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { alphabet } from '../../../campaigns/links/short-code.ts';
import { pendingToken, stopTokenLength } from '../../../campaigns/messages/stop-link.ts';

/**
 * Tokens by which a phone says stop with one tap: the number itself, sealed, so that a link holds as long as the
 * message is kept, whatever was deleted here.
 */
export interface StopTokens {
  /** @param number an Indian one in E.164 form */
  make(number: string): string;
  /** The number in E.164 form; undefined for a token that was not made here. */
  read(token: string): string | undefined;
}

const base = BigInt(alphabet.length);
/** Ten digits need 34 bits; what twelve symbols have left of 59 is the seal: one guess in 16 million hits anybody. */
const numberBits = 34n;
const sealBits = 24n;
const numberMask = (1n << numberBits) - 1n;
const sealMask = (1n << sealBits) - 1n;
const limit = 10_000_000_000n;

/** The seal is made of the number, and hides it (synthetic initialisation vector, as in RFC 5297). */
export function createStopTokens(secret: string): StopTokens {
  const [sealKey, hideKey] = ['seal', 'hide'].map(
    (use) => new Uint8Array(hkdfSync('sha256', secret, '', `messages: stop link, ${use}`, 32)),
  );
  if (sealKey === undefined || hideKey === undefined) throw new Error('Expected two keys');
  const seal = (number: bigint) => mac(sealKey, number) & sealMask;
  const hide = (sealed: bigint) => mac(hideKey, sealed) & numberMask;
  return {
    make(number) {
      const national = BigInt(/^\+91(\d{10})$/.exec(number)?.[1] ?? -1);
      if (national < 0n) throw new Error('Expected an Indian number in E.164 form');
      const sealed = seal(national);
      return write((sealed << numberBits) | (national ^ hide(sealed)));
    },
    read(token) {
      const value = parse(token);
      if (value === undefined) return undefined;
      const sealed = value >> numberBits;
      const national = (value & numberMask) ^ hide(sealed);
      const isOurs = national < limit && sealed <= sealMask && same(sealed, seal(national));
      return isOurs ? `+91${String(national).padStart(10, '0')}` : undefined;
    },
  };
}

/** The text for one phone: where it has a stop link, with the token of its number. */
export function addressText(body: string, number: string, tokens: StopTokens): string {
  return body.includes(pendingToken) ? body.replaceAll(pendingToken, tokens.make(number)) : body;
}

function mac(key: Uint8Array, value: bigint): bigint {
  return createHmac('sha256', key).update(String(value)).digest().readBigUInt64BE();
}

function same(one: bigint, other: bigint): boolean {
  const left = Buffer.alloc(8);
  const right = Buffer.alloc(8);
  left.writeBigUInt64BE(one);
  right.writeBigUInt64BE(other);
  return timingSafeEqual(left, right);
}

function write(value: bigint): string {
  let rest = value;
  let token = '';
  while (token.length < stopTokenLength) {
    token = (alphabet[Number(rest % base)] ?? '') + token;
    rest /= base;
  }
  return token;
}

function parse(token: string): bigint | undefined {
  if (token.length !== stopTokenLength) return undefined;
  let value = 0n;
  for (const symbol of token.toUpperCase()) {
    const digit = alphabet.indexOf(symbol);
    if (digit < 0) return undefined;
    value = value * base + BigInt(digit);
  }
  return value;
}
