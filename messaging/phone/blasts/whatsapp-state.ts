import type { SenderState, TemplateState, WhatsappPort } from '../gateways/gateway.ts';
import { SendError } from '../gateways/send-error.ts';
import type { BlastTexts } from './draft-schemas.ts';

type Reads = Pick<WhatsappPort, 'readTemplate' | 'readSender'>;

/** The state of each template of a blast; null where it cannot be asked. */
export async function readTemplateStates(
  whatsapp: Pick<Reads, 'readTemplate'>,
  texts: BlastTexts,
): Promise<TemplateState[] | null> {
  const names = Object.entries(texts).flatMap(([language, { card }]) =>
    card === undefined ? [] : { name: card.name, language, contentSid: card.contentSid },
  );
  return orNull(Promise.all(names.map((name) => whatsapp.readTemplate(name))));
}

/** The state of the number from which it goes; null where it cannot be asked. */
export function readSenderState(whatsapp: Pick<Reads, 'readSender'>): Promise<SenderState | null> {
  return orNull(whatsapp.readSender());
}

async function orNull<Value>(asked: Promise<Value>): Promise<Value | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof SendError) return null;
    throw error;
  }
}
