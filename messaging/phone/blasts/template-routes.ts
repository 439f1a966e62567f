import { z } from 'zod';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { flowsSchema } from '../../../campaigns/flows/flow.ts';
import { sampleCode } from '../../../campaigns/links/short-code.ts';
import { lintTemplate } from '../../../campaigns/messages/lint.ts';
import {
  messageCategories,
  messagesSchema,
  type Template,
  templateSchema,
} from '../../../campaigns/messages/messages.ts';
import {
  longestValue,
  registrarNames,
  writeForRegistrar,
} from '../../../campaigns/messages/registrars.ts';
import { costOfOneMore, measureText } from '../../../campaigns/messages/segments.ts';
import { stopLink, valuesWithLinks } from '../../../campaigns/messages/stop-link.ts';
import { findVariables } from '../../../campaigns/messages/template.ts';
import { toMessageCategory, type WhatsappTemplate } from '../../../campaigns/messages/whatsapp.ts';
import { withMarks } from '../../../campaigns/messages/whatsapp-text.ts';
import { line, paragraph, reference } from '../../../campaigns/text-types.ts';
import { bilingual } from '../../contract/route.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { spokenFaults } from './content-faults.ts';
import { withHeard } from './problems.ts';

const finding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  message: bilingual,
  at: z.exactOptional(z.int()).describe('Place in the text in UTF-16 units, where there is one'),
});
export type Finding = z.input<typeof finding>;

const card = z.object({
  picture: z.string().nullable(),
  footer: z.string().nullable(),
  buttons: z.array(z.object({ kind: z.enum(['app', 'stop']), label: z.string() })),
});

/** Parts of a WhatsApp message besides its text. */
export type TextCard = z.input<typeof card>;

const checkedText = z.object({
  template: templateSchema,
  preview: z.string(),
  measure: z.object({
    encoding: z.enum(['GSM-7', 'UCS-2']),
    units: z.int(),
    segments: z.int(),
    unitsLeft: z.int(),
  }),
  oneMore: z.object({ segments: z.int(), share: z.number() }),
  onPortal: z
    .object({ text: z.string(), tags: z.array(z.string()) })
    .describe('As the registrar takes it; tags where they stand apart from the text'),
  findings: z.array(finding),
  card: z.exactOptional(card).describe('Of a WhatsApp template'),
});
/** A text as it is sent, measured and checked. */
export type CheckedText = z.input<typeof checkedText>;

const { principalEntityId, registered, call } = messagesSchema.shape;
const textsAnswer = z.object({
  principalEntityId,
  registrar: z.enum(registrarNames).nullable().describe('Whose DLT portal has the texts'),
  registered,
  call,
  flows: flowsSchema.describe('What answers a key of a call, or a text'),
  callCategory: z.enum(messageCategories).describe('What the calls are'),
  callFindings: z
    .object({ hi: z.array(finding), en: z.array(finding) })
    .describe('What the linter says of the prompts'),
  link: z
    .object({ host: z.string(), confirmed: z.boolean() })
    .describe('Host of the links, and whether its owner has confirmed that it answers'),
  templates: z.array(checkedText),
  whatsapp: z
    .array(checkedText)
    .describe('Templates of WhatsApp; variables are written as those of the others'),
});
export type TextsAnswer = z.input<typeof textsAnswer>;

/** The registered texts, and the linter for one that is being written. */
export function templateRoutes({
  campaign,
  gateways,
}: {
  campaign: Campaign;
  gateways: Readonly<Record<string, unknown>>;
}) {
  const { messages } = campaign;
  function view(template: Template) {
    const { host } = campaign.links;
    const links = { app: `${host.toLowerCase()}/q/${sampleCode}`, stop: stopLink(host) };
    const values = valuesWithLinks(template, links, []);
    const letter = template.language === 'hi' ? 'क' : 'a';
    // As a phone shows it; what is still to be filled in stays as a mark.
    const preview = filled(template.text, values, () => '……');
    // A value may be as long as the rules allow, in the text's own script.
    const { registrar } = messages;
    const longest = filled(template.text, values, (kind) =>
      letter.repeat(longestValue(kind, registrar)),
    );
    return {
      template,
      preview,
      measure: measureText(longest),
      oneMore: costOfOneMore(longest, letter),
      onPortal: writeForRegistrar(template.text, registrar),
      findings: lintTemplate(template, withHeard(campaign, gateways).messages),
    };
  }
  return [
    serveRoute('GET /api/templates', {
      summary: 'Registered texts, measured and checked',
      response: { 200: textsAnswer },
      may: 'blast.read',
      handler: async () => ({
        principalEntityId: messages.principalEntityId,
        registrar: messages.registrar,
        registered: messages.registered,
        call: messages.call,
        flows: campaign.flows,
        callCategory: messages.callCategory,
        callFindings: { hi: spokenFaults(campaign, 'hi'), en: spokenFaults(campaign, 'en') },
        link: { host: campaign.links.host, confirmed: campaign.links.confirmed },
        templates: messages.templates.map(view),
        whatsapp: (messages.whatsapp?.templates ?? []).map((template) => ({
          ...view(asText(template, campaign.copy.owner[template.language])),
          // WhatsApp’s own reviewers judge it.
          findings: [],
          card: {
            picture: template.picture === null ? null : `/files/${template.picture}`,
            footer: template.footer,
            buttons: template.buttons,
          },
        })),
      }),
    }),
    serveRoute('POST /api/templates/check', {
      summary: 'Checks a text before it is sent for registration',
      body: templateSchema.omit({ purpose: true, approvedOn: true }).extend({
        templateId: reference({ max: 60 }).nullable(),
        header: line({ max: 60 }),
        text: paragraph({ min: 1, max: 2000 }),
      }),
      response: { 200: checkedText },
      may: 'blast.read',
      handler: async (request) =>
        view({ ...request.body, purpose: { hi: '–', en: '–' }, approvedOn: null }),
    }),
  ];
}

/** A WhatsApp template in the form of the registered texts, so that one page offers and fills both. */
function asText(template: WhatsappTemplate, header: string): Template {
  const { id, contentSid, name, category, language, text, purpose } = template;
  return {
    id,
    templateId: contentSid ?? name,
    category: toMessageCategory(category),
    language,
    header,
    text: withMarks(text),
    purpose,
    approvedOn: null,
  };
}

/** The text with its values, and a filler where there is none yet. */
function filled(
  template: string,
  values: readonly string[],
  filler: (kind: string) => string,
): string {
  return findVariables(template).reduce(
    (text, { mark, kind }, at) => text.replace(mark, values[at] || filler(kind)),
    template,
  );
}
