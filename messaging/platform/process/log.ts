import { type DestinationStream, type Logger, pino } from 'pino';
import { maskLine } from './log-mask.ts';

/** The service's log: lines of JSON, masked in every field and message before `destination` has them. */
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
  return pino(options, destination ?? openStdout());
}

/** A full disk below it, or a terminal that was closed, is no reason to end: what else there is to do is done without a log. */
function openStdout(): DestinationStream {
  return pino.destination({ dest: 1, sync: true }).on('error', () => {});
}

/**
 * Shows the lines of a log to a person at a terminal. What is on the last line without its end, as a bar of progress
 * does, is written over and comes again with its next step.
 */
export async function openTerminal(): Promise<DestinationStream> {
  const { prettyFactory } = await import('pino-pretty');
  const toText = prettyFactory({
    colorize: process.stdout.hasColors?.() ?? false,
    translateTime: 'SYS:HH:MM:ss',
    ignore: 'pid,hostname,reqId',
    singleLine: true,
  });
  process.stdout.on('error', () => {});
  return { write: (line) => void process.stdout.write(`\r\u001b[K${toText(line)}`) };
}
