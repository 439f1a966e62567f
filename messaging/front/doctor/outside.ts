import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { dayMs } from '../../../campaigns/durations.ts';
import { createSmtpCarrier } from '../../mail/delivery/smtp-carrier.ts';
import { isLoopback } from '../../platform/process/loopback.ts';
import { askHost } from '../../print/studio/ask-host.ts';
import { act, type DoctorContext, good, unset } from './finding.ts';

/** Asks each gateway for something that costs nothing, and shows whether it knows us. */
export async function checkGateways({ gateways }: DoctorContext) {
  if (gateways.length === 0) return unset('none');
  const found = await Promise.all(
    gateways.map(async (gateway) => {
      const { name } = gateway;
      // Without such a read it can be asked by a message only.
      if (gateway.probe === undefined) return { name, fault: undefined, detail: `${name} ?` };
      const fault = await gateway.probe().then(
        () => undefined,
        (error: { code?: string; message: string }) => error.code ?? error.message,
      );
      return { name, fault, detail: `${name} ✓` };
    }),
  );
  const down = found.filter(({ fault }) => fault !== undefined);
  if (down.length > 0)
    return act('down', down.map(({ name, fault }) => `${name}: ${fault}`).join(', '));
  return good(found.map(({ detail }) => detail).join(', '));
}

/** Asks each gateway with WhatsApp for the state of our number and templates. */
export async function checkWhatsapp({ gateways, campaign: { messages } }: DoctorContext) {
  const templates = messages.whatsapp?.templates ?? [];
  const ports = gateways.flatMap(({ name, whatsapp }) => (whatsapp ? [{ name, whatsapp }] : []));
  if (ports.length === 0) return unset('none');
  if (templates.length === 0) return unset('no-templates');
  const unapproved: string[] = [];
  for (const { name, whatsapp } of ports) {
    const { quality } = await whatsapp.readSender();
    if (quality === 'red') return act('red', name);
    for (const template of templates) {
      const { state, category } = await whatsapp.readTemplate(template);
      const isOther = category !== null && category !== template.category;
      if (isOther) unapproved.push(`${name} ${template.id}: ${category}`);
      if (state !== 'approved') unapproved.push(`${name} ${template.id}: ${state}`);
    }
  }
  if (unapproved.length > 0) return act('unapproved', unapproved.join(', '));
  return good(ports.map(({ name }) => `${name} ✓`).join(', '));
}

/** Connects and signs in at the mail server; no letter goes. */
export async function checkMail({ config: { mail } }: DoctorContext) {
  const { smtp } = mail;
  if (smtp === undefined) return unset('none');
  try {
    const delivery = await createSmtpCarrier(smtp).open();
    delivery.close();
    return good(`${smtp.host}:${smtp.port}`);
  } catch (error) {
    return act('down', (error as Error).message);
  }
}

/** Writes a file into the store, reads and deletes it. */
export async function checkStore({ config: { filesUrl }, files }: DoctorContext) {
  if (filesUrl === undefined) return unset('folder');
  const room = files.room('photos');
  const name = `doctor-${process.pid}`;
  try {
    await room.put(name, Buffer.from('doctor'));
    const found = await room.head(name);
    await room.delete(name);
    return found === undefined ? act('away', 'not found') : good(new URL(filesUrl).hostname);
  } catch (error) {
    return act('away', (error as Error).message || (error as Error).name);
  }
}

const limitMs = 5000;
/** A certificate of 90 days is renewed a month before; one that is not by then needs somebody. */
const leastDays = 14;

/** Whether this service answers where people open it. */
export async function checkAddress({ config: { publicUrl } }: DoctorContext) {
  const { protocol, hostname } = new URL(publicUrl);
  if (isLoopback(hostname)) return unset('local', publicUrl);
  const answer = await ask(`${publicUrl}/healthz`);
  if (answer.status !== 200 || !answer.text.includes('"status":"ok"'))
    return act('unreachable', answer.fault ?? `HTTP ${answer.status}`);
  return protocol === 'https:' ? good(publicUrl) : act('plain', publicUrl);
}

/** Days that the certificate has left, and whether browsers trust it. */
export async function checkCertificate({ config: { publicUrl } }: DoctorContext) {
  const { protocol, hostname, port } = new URL(publicUrl);
  if (protocol !== 'https:') return unset('plain', publicUrl);
  const host = hostname.replace(/^\[|\]$/g, '');
  const found = await readCertificate(host, port === '' ? 443 : Number(port));
  if (found instanceof Error) return act('unreachable', nameFault(found));
  const days = Math.floor((found.endsAt.getTime() - Date.now()) / dayMs);
  if (days < leastDays) return act('ends', `${days} d`);
  return found.fault === undefined ? good(`${days} d`) : act('untrusted', found.fault);
}

function readCertificate(
  host: string,
  port: number,
): Promise<{ endsAt: Date; fault: string | undefined } | Error> {
  return new Promise((resolve) => {
    // What browsers would refuse is read too, and named.
    const socket = connect(
      { host, port, rejectUnauthorized: false, ...(isIP(host) === 0 && { servername: host }) },
      () => {
        const { valid_to: endsAt } = socket.getPeerCertificate();
        const fault = socket.authorized ? undefined : String(socket.authorizationError);
        resolve({ endsAt: new Date(endsAt), fault });
        socket.destroy();
      },
    );
    socket.setTimeout(limitMs, () => socket.destroy(new Error(`${limitMs} ms`)));
    socket.once('error', resolve);
  });
}

/** Whether the host on printed matter redirects a code, as a phone asks it. */
export async function checkPrintedHost({ campaign, printedCode, askHost: options }: DoctorContext) {
  const { host, confirmed } = campaign.links;
  if (!confirmed) return unset('unconfirmed', host);
  const answer = await askHost(host, `/Q${printedCode()}`, {
    allowPrivate: true,
    limitMs,
    ...options,
  });
  if (answer.kind === 'fault') return act('unreachable', `${answer.fault}: ${answer.found}`);
  const { status, location } = answer;
  return status >= 300 && status < 400 && location !== undefined
    ? good(`${host}: ${status}`)
    : act('other', `${host}: HTTP ${status}`);
}

/** Whether this service answers where providers send receipts; what is not signed it refuses. */
export async function checkCallbacks({ config: { publicUrl, gateways } }: DoctorContext) {
  const paths = [
    gateways.twilio && '/webhooks/twilio/messages/1',
    gateways.exotel && '/webhooks/exotel/none/messages/1',
    gateways.meta && '/webhooks/meta',
  ].filter((path) => path !== undefined);
  if (paths.length === 0) return unset('none');
  if (isLoopback(new URL(publicUrl).hostname)) return act('local', publicUrl);
  for (const path of paths) {
    const body = new URLSearchParams({ MessageStatus: 'sent' });
    const { status, text, fault } = await ask(publicUrl + path, { method: 'POST', body });
    if (status !== 403 || !text.includes('"code"'))
      return act('other', fault ?? `${path}: HTTP ${status}`);
  }
  return good(publicUrl);
}

interface Answer {
  status: number;
  text: string;
  fault?: string;
}

async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  try {
    const signal = AbortSignal.timeout(limitMs);
    const answer = await fetch(url, { redirect: 'manual', signal, ...init });
    return { status: answer.status, text: (await answer.text()).slice(0, 1000) };
  } catch (error) {
    return { status: 0, text: '', fault: nameFault((error as Error).cause ?? error) };
  }
}

function nameFault(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}

/** Apple attributes an install to a link only by the account's provider token. */
export async function checkAppStore({ campaign: { app } }: DoctorContext) {
  if (app.appStoreId === null) return unset('no-ios');
  return app.appStoreProvider === null ? act('no-provider') : good(app.appStoreProvider);
}
