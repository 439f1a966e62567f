import { type DestinationStream, type LogFn, type Logger, pino } from 'pino';
import { minuteMs } from '../../../campaigns/durations.ts';
import { addressLike, maskAddresses } from './address-mask.ts';
import { maskPhoneNumbers, numberLike } from './phone-mask.ts';

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
    hooks: { streamWrite: maskLine, logMethod: countRepeats() },
  };
  return pino(options, destination ?? openStdout());
}

/** A full disk below it, or a terminal that was closed, is no reason to end: what else there is to do is done without a log. */
function openStdout(): DestinationStream {
  return pino.destination({ dest: 1, sync: true }).on('error', () => {});
}

/**
 * Writes the lines of a log for people. At a terminal, what is on the last line without its end, as a bar of progress
 * is, is written over and comes again with its next step.
 */
export async function openText(): Promise<DestinationStream> {
  const { prettyFactory } = await import('pino-pretty');
  const { isTTY = false } = process.stdout;
  const toText = prettyFactory({
    colorize: process.stdout.hasColors?.() ?? false,
    // Elsewhere a line may be read days later.
    translateTime: isTTY ? 'SYS:HH:MM:ss' : 'SYS:yyyy-mm-dd HH:MM:ss',
    // The audit log and answers 500 name a request.
    ignore: isTTY ? 'pid,hostname,reqId' : 'pid,hostname',
    singleLine: true,
  });
  process.stdout.on('error', () => {});
  const before = isTTY ? '\r\u001b[K' : '';
  return { write: (line) => void process.stdout.write(`${before}${toText(line)}`) };
}

/** Names of what nobody may read in a log, whatever surrounds them in a name (`sessionToken`, `set-cookie`). */
const secretName =
  /token|secret|passw(?:or)?d|cookie|authorization|signature|credential|backup.?codes?|totp|api.?key|passphrase/i;

/** Schemes of a header, and user and password in an address. */
const credentials = [/\b(Bearer |Basic )[\w.~+/=-]+()/g, /(:\/\/)[^/\s:@]*:[^@\s/]*(@)/g];
/** How PostgreSQL names columns and values: `Key (token, id)=(abc, 1) already exists`. */
const columnValues = /(\([^()]{0,200}\)=)\([^)]*\)/g;
/** A name and the sign that its value follows, as in a query, a header, JSON or a sentence. */
const nameBeforeValue = /(?<![\w.-])(?:(?:backup|api) )?[\w.-]+["']?(?:=|: ?)["']?/gi;
const valueAt = /(?!\[masked)[^\s"'&;,()]+/y;

/** Cheap test of a whole line, so that most lines are not parsed again. A tab is escaped in it. */
const suspicious = new RegExp(
  `${numberLike.source}|${addressLike.source}|\\\\t|${secretName.source}|bearer |basic |:\\/\\/[^/\\s]*@`,
  'iu',
);

/**
 * A line of the log in which neither phone number nor e-mail address, token, cookie or password is readable. Strangers
 * write parts of it, so that each step takes time linear to the line.
 */
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
  return secretName.test(key);
}

function maskText(text: string): string {
  const withoutPeople = maskAddresses(maskPhoneNumbers(text));
  const withoutCredentials = credentials.reduce(
    (masked, form) => masked.replace(form, '$1[masked]$2'),
    withoutPeople,
  );
  return maskNamedValues(
    withoutCredentials.replace(columnValues, (whole, columns: string) =>
      secretName.test(columns) ? `${columns}([masked])` : whole,
    ),
  );
}

/** Masks the value behind each name of a secret. Of what is behind other names the names are looked at too. */
function maskNamedValues(text: string): string {
  let masked = '';
  let from = 0;
  for (const { index, 0: name } of text.matchAll(nameBeforeValue)) {
    if (index < from || !secretName.test(name)) continue;
    valueAt.lastIndex = index + name.length;
    const [value] = valueAt.exec(text) ?? [];
    if (value === undefined) continue;
    masked += `${text.slice(from, index + name.length)}[masked]`;
    from = index + name.length + value.length;
  }
  return masked + text.slice(from);
}

const warnLevel = 40;
/** Failures of one minute that are told apart. */
const most = 500;

/**
 * For `hooks.logMethod` of a log: the same failure is written once, with its stack; while it comes again a line each
 * minute says how often. A line that names a request is never left out, since the request's answer names it.
 */
export function countRepeats() {
  const times = new Map<string, number>();

  function countOn(log: Logger, key: string, [level, error, text]: [number, Error, string]): void {
    setTimeout(() => {
      const again = times.get(key) ?? 0;
      times.delete(key);
      if (again === 0) return;
      const { message: failure } = error;
      const tell = level > warnLevel ? log.error : log.warn;
      tell.call(log, { failure, times: again }, `${text}: the same again`);
      times.set(key, 0);
      countOn(log, key, [level, error, text]);
    }, minuteMs).unref();
  }

  return function logMethod(
    this: Logger,
    args: Parameters<LogFn>,
    method: LogFn,
    level: number,
  ): void {
    const [first, text = ''] = args as unknown as [unknown, string | undefined];
    const error = level < warnLevel ? undefined : findFailure(first);
    if (error !== undefined) {
      const key = `${text} ${describe(first, error)}`;
      const seen = times.get(key);
      if (seen !== undefined) {
        times.set(key, seen + 1);
        return;
      }
      if (times.size < most) {
        times.set(key, 0);
        countOn(this, key, [level, error, text]);
      }
    }
    method.apply(this, args);
  };
}

function findFailure(first: unknown): Error | undefined {
  if (first instanceof Error) return first;
  if (typeof first !== 'object' || first === null || 'req' in first) return undefined;
  const { err } = first as { err?: unknown };
  return err instanceof Error ? err : undefined;
}

/** The failure, and whatever else its line says. */
function describe(first: unknown, { name, message }: Error): string {
  const others = first instanceof Error ? [] : Object.entries(first as object);
  const words = others.filter(([key]) => key !== 'err').map((entry) => entry.map(String).join('='));
  return [name, message, ...words].join(' ');
}
