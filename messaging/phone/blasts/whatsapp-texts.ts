import type { Campaign } from '../../../campaigns/campaign.ts';
import { pendingCode } from '../../../campaigns/links/short-code.ts';
import { isMergeField, type PlaceNames } from '../../../campaigns/messages/merge-fields.ts';
import type { MessageLanguage } from '../../../campaigns/messages/messages.ts';
import type { StationCards } from '../../../campaigns/messages/station-cards.ts';
import {
  countValues,
  fillWhatsapp,
  toMessageCategory,
  type WhatsappTemplate,
} from '../../../campaigns/messages/whatsapp.ts';
import { wrongInput } from '../../platform/process/refusal.ts';
import type { BlastDraft, BlastText } from './draft-schemas.ts';

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
  stationCards: StationCards | null;
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
  { shortCode, campaign, publicUrl, names, stationCards }: Built,
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
    card: {
      name: template.name,
      contentSid: template.contentSid,
      values: typed,
      picture: template.picture === null ? null : `${publicUrl}/files/${template.picture}`,
      ...(stationCards === null || template.picture === null ? {} : { stationCards }),
      footer: template.footer,
      buttons: template.buttons.map(({ kind, label }) => ({
        kind,
        label,
        link: kind === 'app' ? link : null,
      })),
    },
  };
}
