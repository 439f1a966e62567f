import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { minuteMs } from '../../../campaigns/durations.ts';
import { maskAddresses } from '../../platform/process/address-mask.ts';
import {
  type Carrier,
  CarrierTrouble,
  type Delivery,
  type Outcome,
  type Parcel,
} from './carrier.ts';
import type { SmtpSettings } from './mail-settings.ts';

export interface SmtpTimes {
  connectMs: number;
  /** Longest silence of the server. RFC 5321, 4.5.3.2.6, asks for ten minutes after the end of a letter. */
  silenceMs: number;
}
const usualTimes: SmtpTimes = { connectMs: 30_000, silenceMs: 10 * minuteMs };

/** A letter that breaks off is known to be incomplete up to its last piece of this size. */
const pieceBytes = 64 * 1024;
/** A server that does not answer QUIT is left. */
const goodbyeMs = 2000;

type SmtpError = Error & { responseCode?: number; command?: string; response?: string };

/** Hands letters to a mail server: STARTTLS and sign-in first, then one letter behind the other. */
export function createSmtpCarrier(server: SmtpSettings, times: SmtpTimes = usualTimes): Carrier {
  return {
    name: 'smtp',
    answerLimitMs: times.silenceMs,
    async open() {
      const connection = new SMTPConnection({
        host: server.host,
        port: server.port,
        secure: server.secure,
        requireTLS: server.requireTls,
        connectionTimeout: times.connectMs,
        greetingTimeout: times.connectMs,
        socketTimeout: times.silenceMs,
      });
      try {
        await connect(connection);
        if (server.auth !== undefined) await signIn(connection, server.auth);
      } catch (error) {
        connection.close();
        throw new CarrierTrouble(pickAnswer(error as SmtpError));
      }
      // What breaks between two letters shows at the next one.
      connection.on('error', () => {});
      return deliveryOver(connection);
    },
  };
}

function connect(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.connect((error) => {
      if (error) reject(error);
      else {
        connection.off('error', reject);
        resolve();
      }
    });
  });
}

function signIn(connection: SMTPConnection, auth: { user: string; pass: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.login(auth, (error) => {
      if (error) reject(error);
      else {
        connection.off('error', reject);
        resolve();
      }
    });
  });
}

function deliveryOver(connection: SMTPConnection): Delivery {
  let usable = true;
  return {
    usable: () => usable,
    async carry(parcel, handOver) {
      let handedOver = false;
      let lost: unknown;
      async function* content() {
        for (let at = 0; at < parcel.message.length; at += pieceBytes) {
          yield parcel.message.subarray(at, at + pieceBytes);
        }
        // The dot that ends a letter follows when this stream ends: before it no server has the letter.
        try {
          await handOver();
        } catch (error) {
          lost = error;
          throw error;
        }
        handedOver = true;
      }
      try {
        const answer = await submit(connection, parcel, Readable.from(content()));
        return { kind: 'sent', answer };
      } catch (error) {
        const code = (error as SmtpError).responseCode;
        // A refused recipient leaves the transaction open; what broke off leaves nothing to go on with.
        usable =
          lost === undefined && code !== undefined && code !== 421 && (await reset(connection));
        if (!usable) connection.close();
        if (lost !== undefined) throw lost;
        return judge(error as SmtpError, handedOver);
      }
    },
    close() {
      connection.quit();
      setTimeout(() => connection.close(), goodbyeMs).unref();
    },
  };
}

function reset(connection: SMTPConnection): Promise<boolean> {
  return new Promise((resolve) => {
    const end = () => resolve(false);
    connection.once('end', end);
    connection.reset((error) => {
      connection.off('end', end);
      resolve(!error);
    });
  });
}

function submit(connection: SMTPConnection, { from, to, message }: Parcel, content: Readable) {
  return new Promise<string>((resolve, reject) => {
    connection.send({ from, to, size: message.length }, content, (error, info) => {
      if (error) reject(error);
      else resolve(maskAddresses(String(info?.response ?? '')).slice(0, 500));
    });
  });
}

/** Classifies an error by what it means for the letter (RFC 5321, 4.2.1). */
function judge(error: SmtpError, handedOver: boolean): Outcome {
  const answer = pickAnswer(error);
  const code = error.responseCode;
  if (code === undefined) return { kind: handedOver ? 'unknown' : 'deferred', answer };
  // 530 to 538 ask for STARTTLS or a sign-in: the set-up is wrong, not the letter.
  if (code < 500 || (code >= 530 && code <= 538)) return { kind: 'deferred', answer };
  return { kind: error.command === 'MAIL FROM' ? 'refused' : 'bounced', answer };
}

function pickAnswer({ message, response }: SmtpError): string {
  return maskAddresses(response ?? message).slice(0, 500);
}
