import type { Messages } from '../../../campaigns/messages/messages.ts';
import { whatsappPaise } from '../../../campaigns/messages/whatsapp-rates.ts';
import type { Gateway, WhatsappPort } from './gateway.ts';
import type { WhatsappAnswer } from './gateways-schemas.ts';
import { SendError } from './send-error.ts';

const freshMs = 30_000;

/** Shows what WhatsApp says of us; each gateway is asked at most twice a minute, however many look at the page. */
export function createWhatsappViews({
  whatsapp,
}: Pick<Messages, 'whatsapp'>): (gateway: Gateway) => Promise<WhatsappAnswer | null> {
  const kept = new Map<string, { at: number; answer: Promise<WhatsappAnswer> }>();
  const templates = whatsapp?.templates ?? [];
  return async (gateway) => {
    const port = gateway.whatsapp;
    if (port === undefined || templates.length === 0) return null;
    const last = kept.get(gateway.name);
    if (last !== undefined && performance.now() - last.at < freshMs) return last.answer;
    const answer = ask(port, gateway.name, templates);
    kept.set(gateway.name, { at: performance.now(), answer });
    return answer;
  };
}

async function ask(
  port: WhatsappPort,
  gateway: string,
  templates: NonNullable<Messages['whatsapp']>['templates'],
): Promise<WhatsappAnswer> {
  const [sender, states] = await Promise.all([
    unlessRefused(port.readSender()),
    Promise.all(templates.map((template) => unlessRefused(port.readTemplate(template)))),
  ]);
  return {
    sender,
    templates: templates.map(({ id }, index) => ({ id, state: states[index] ?? null })),
    paise: {
      marketing: whatsappPaise('marketing', gateway),
      utility: whatsappPaise('utility', gateway),
    },
  };
}

async function unlessRefused<Value>(asked: Promise<Value>): Promise<Value | null> {
  return asked.catch((error: unknown) => {
    if (error instanceof SendError) return null;
    throw error;
  });
}
