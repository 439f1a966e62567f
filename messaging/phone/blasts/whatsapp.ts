import type { Campaign } from '../../../campaigns/campaign.ts';
import { pendingCode } from '../../../campaigns/links/short-code.ts';
import { isMergeField, type PlaceNames } from '../../../campaigns/messages/merge-fields.ts';
import type { MessageLanguage } from '../../../campaigns/messages/messages.ts';
import {
  pictureFor,
  type StationCards,
  withCards,
} from '../../../campaigns/messages/station-cards.ts';
import { toMessageCategory, type WhatsappTemplate } from '../../../campaigns/messages/whatsapp.ts';
import { countValues, fillWhatsapp } from '../../../campaigns/messages/whatsapp-text.ts';
import { wrongInput } from '../../platform/process/refusal.ts';
import type { OutgoingTemplate, SenderState, WhatsappPort } from '../gateways/gateway.ts';
import { SendError } from '../gateways/send-error.ts';
import { pickTexts, textFor, whatsappCategory } from './blast.ts';
import type { BlastDraft, BlastText } from './draft-schemas.ts';
import { type Addressee, type Written, writeText } from './written-text.ts';

interface Chosen {
  templates: Partial<Record<MessageLanguage, string>>;
  values: Partial<Record<MessageLanguage, string[]>>;
}

interface Built {
  shortCode: string | null;
  campaign: Pick<Campaign, 'messages' | 'links' | 'copy'>;
  publicUrl: string;
  names: Record<MessageLanguage, PlaceNames>;
  /** Null where the template's picture goes to all. */
  cards: StationCards | null;
}

/**
 * The WhatsApp messages of a draft as they will arrive. Marketing keeps to the hours of promotion, utility is a service.
 * @throws Refusal for an unknown template or a missing value
 */
export function buildWhatsappTexts(
  { templates, values }: Chosen,
  built: Built,
): Pick<BlastDraft, 'category' | 'texts'> {
  const known = built.campaign.messages.whatsapp?.templates ?? [];
  const chosen = Object.entries(templates).map(([language, id]) => {
    const template = known.find((entry) => entry.id === id && entry.language === language);
    if (template === undefined) {
      throw wrongInput(
        `Expected a WhatsApp template in ${language} for \`templates\`, got "${id}"`,
      );
    }
    return template;
  });
  const [first] = chosen;
  if (first === undefined) throw wrongInput('Expected a template for `templates`, got none');
  if (chosen.some(({ category }) => category !== first.category)) {
    throw wrongInput('Expected templates of one category for `templates`, got several');
  }
  return {
    category: toMessageCategory(first.category),
    texts: Object.fromEntries(
      chosen.map((template) => [
        template.language,
        buildText(template, values[template.language] ?? [], built),
      ]),
    ),
  };
}

function buildText(
  template: WhatsappTemplate,
  values: readonly string[],
  { shortCode, campaign, publicUrl, names, cards }: Built,
): BlastText {
  const wanted = countValues(template.text);
  const typed = values.slice(0, wanted).map((value) => value.trim());
  if (typed.length < wanted || typed.includes('')) {
    throw wrongInput(`Expected ${wanted} values for \`values.${template.language}\``);
  }
  const link = `https://${campaign.links.host.toLowerCase()}/q/${shortCode ?? pendingCode}`;
  return {
    templateId: template.contentSid ?? template.name,
    header: campaign.copy.owner[template.language],
    body: fillWhatsapp(template.text, typed),
    segments: 1,
    ...(typed.some(isMergeField) ? { names: names[template.language] } : {}),
    card: withCards(
      {
        name: template.name,
        contentSid: template.contentSid,
        values: typed,
        picture: template.picture === null ? null : `${publicUrl}/files/${template.picture}`,
        footer: template.footer,
        buttons: template.buttons.map(({ kind, label }) => ({
          kind,
          label,
          link: kind === 'app' ? link : null,
        })),
      },
      cards,
    ),
  };
}

/** Sent back when somebody taps the button that ends the messages; one of the words of `callbacks/stop-word.ts`. */
const stopPayload = 'STOP';

/** The WhatsApp message that a recipient gets. */
export function templateTo(
  blast: Written,
  { id, to, ...addressee }: Addressee & { id: string; to: string },
): OutgoingTemplate {
  const texts = pickTexts(blast, addressee.lot);
  const text = textFor(texts, addressee.language);
  const { card } = writeText(blast, addressee);
  // Whose text goes to those of a language that has none.
  const [chosen] = Object.entries(texts).find(([, one]) => one === text) ?? ['hi'];
  if (card === undefined) throw new Error('Expected a card in a WhatsApp text, got none');
  return {
    reference: id,
    to,
    template: { name: card.name, language: chosen, contentSid: card.contentSid },
    values: card.values,
    picture: pictureFor(card, addressee),
    buttons: card.buttons.map(({ kind, link }) => ({
      kind,
      // The address before the code is registered with the template.
      value: kind === 'app' ? (link?.split('/').at(-1) ?? '') : stopPayload,
    })),
  };
}

type Reads = Pick<WhatsappPort, 'readTemplate' | 'readSender'>;

/** Why templates may not go as their provider has them. */
export type TemplateFault =
  | 'template-unknown'
  | 'template-not-approved'
  | 'template-category-differs'
  | 'template-body-differs';

/** Compares the templates of a blast with what their provider has; null where they are the same and approved. */
export async function judgeTemplates(
  whatsapp: Pick<Reads, 'readTemplate'>,
  blast: Pick<BlastDraft, 'category' | 'texts' | 'trial'>,
): Promise<TemplateFault | null> {
  const texts = [blast.texts, blast.trial?.texts ?? {}].flatMap((each) => Object.entries(each));
  const asked = texts.flatMap(([language, { card, body }]) =>
    card === undefined ? [] : { name: { ...card, language }, values: card.values, body },
  );
  const read = await orNull(Promise.all(asked.map(({ name }) => whatsapp.readTemplate(name))));
  if (read === null) return 'template-unknown';
  const { category } = blast;
  for (const [at, there] of read.entries()) {
    const { values = [], body = '' } = asked[at] ?? {};
    if (there.state !== 'approved') return 'template-not-approved';
    if (there.category !== null && there.category !== whatsappCategory({ category }))
      return 'template-category-differs';
    if (there.body !== null && plain(fillWhatsapp(there.body, values)) !== plain(body))
      return 'template-body-differs';
  }
  return null;
}

const plain = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

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
