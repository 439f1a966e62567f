import { type DestinationStream, type Logger, pino } from 'pino';
import { maskPhoneNumbers } from './phone-mask.ts';

const digit = '[0-9०-९]';
const secretKeys = new Set(['cookie', 'set-cookie', 'authorization', 'x-twilio-signature']);
const bearer = /\b(Bearer|Basic) [\w.~+/=-]+/g;
/** Cheap test, so that most lines are not parsed again. */
const suspicious = new RegExp(
  `[6-9६-९](?:[ -]?${digit}){9}|cookie"|authorization"|x-twilio-signature"|Bearer |Basic `,
  'iu',
);

/** A copy of a log record in which neither phone number nor cookie nor credential is readable. */
function maskRecord(value: unknown): unknown {
  if (typeof value === 'string') return maskPhoneNumbers(value).replace(bearer, '$1 [masked]');
  if (typeof value === 'number') {
    const masked = maskPhoneNumbers(String(value));
    return masked === String(value) ? value : masked;
  }
  if (Array.isArray(value)) return value.map(maskRecord);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      maskPhoneNumbers(key),
      secretKeys.has(key.toLowerCase()) ? '[masked]' : maskRecord(entry),
    ]),
  );
}

/** The service's log: JSON lines, masked in every field and message. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    serializers: {
      // Without the address: it is not kept anywhere.
      req: (request: { method: string; url: string }) => ({
        method: request.method,
        url: request.url,
      }),
    },
    timestamp: pino.stdTimeFunctions.isoTime,
    hooks: {
      streamWrite: (line: string) =>
        suspicious.test(line) ? `${JSON.stringify(maskRecord(JSON.parse(line)))}\n` : line,
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
