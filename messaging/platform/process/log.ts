import { type DestinationStream, type Logger, pino } from 'pino';
import { maskLine } from './log-mask.ts';

/** The service's log: JSON lines, masked in every field and message. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    serializers: {
      // Of an address that is not plain, which may hide a secret from what is masked below.
      originalUrl: () => '…',
      // Without the address: it is not kept anywhere.
      req: (request: { method: string; url: string }) => ({
        method: request.method,
        // Nor the token by which Exotel is known, nor what it tells of a call; nor one that ends an officer's letters; nor the
        // secret of a vendor link or of a calendar.
        url: request.url
          .replace(/\/(exotel|unsubscribe)\/.*/, '/$1/…')
          .replace(/^\/(v|calendar)\/.*/i, '/$1/…'),
      }),
    },
    timestamp: pino.stdTimeFunctions.isoTime,
    hooks: { streamWrite: maskLine },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
