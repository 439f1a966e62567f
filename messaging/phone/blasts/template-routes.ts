import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { lintTemplate } from '../../../campaigns/messages/lint.ts';
import type { Template } from '../../../campaigns/messages/messages.ts';
import { longestValue, writeForRegistrar } from '../../../campaigns/messages/registrars.ts';
import { costOfOneMore, measureText } from '../../../campaigns/messages/segments.ts';
import { stopLink, valuesWithLinks } from '../../../campaigns/messages/stop-link.ts';
import { findVariables } from '../../../campaigns/messages/template.ts';
import {
  toMessageCategory,
  type WhatsappTemplate,
  withMarks,
} from '../../../campaigns/messages/whatsapp.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { templateRoutes } from '../../contract/phone/templates.ts';
import { spokenFaults } from './content-faults.ts';
import { withHeard } from './problems.ts';

/** A code of the right length and form that belongs to nobody: for previews. */
const sampleCode = 'BCDFGH';

/** The registered texts, and the linter for one that is being written. */
export function registerTemplates(
  app: FastifyInstance,
  { campaign, gateways }: { campaign: Campaign; gateways: Readonly<Record<string, unknown>> },
): void {
  const { messages } = campaign;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const read = { access: rolesFor('blast.read') };

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

  routes.route({
    ...templateRoutes.list,
    config: read,
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
  });
  routes.route({
    ...templateRoutes.check,
    config: read,
    handler: async (request) =>
      view({ ...request.body, purpose: { hi: '–', en: '–' }, approvedOn: null }),
  });
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
