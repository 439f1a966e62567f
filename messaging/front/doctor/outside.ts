import { createSmtpCarrier } from '../../mail/delivery/smtp-carrier.ts';
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
      const state = await whatsapp.readTemplate(template);
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
