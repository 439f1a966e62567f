import type { Campaign } from '../../../campaigns/campaign.ts';
import { asksPerson } from '../../../campaigns/messages/lint-likeness.ts';
import { lintWhatsapp, type WrittenTemplate } from '../../../campaigns/messages/lint-whatsapp.ts';
import { type WhatsappTemplate, whatsappCategories } from '../../../campaigns/messages/whatsapp.ts';
import type { House } from '../../kit/house.ts';
import { serve } from '../../kit/serve.ts';
import type { Module } from '../../platform/http/module.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { repeat } from '../../platform/process/repeat.ts';
import type { Gateway } from '../gateways/gateway.ts';
import { keepEntered, type LiveCampaign } from '../registrations/entered-messages.ts';
import { handInAgreed, readWords } from './hand-in.ts';
import { whatsappTemplates } from './whatsapp-templates-feature.ts';
import { readApproved, type StoredTemplate } from './whatsapp-templates-sql.ts';

interface TemplateOptions extends House, LiveCampaign {
  gateways: Readonly<Record<string, Gateway>>;
}

/** Another process may have handed one in, or asked Meta, meanwhile. */
const everyMs = 20_000;

/** Templates of WhatsApp: written by officers, handed in by the service where a gateway takes them, and offered once approved. */
export function openWhatsappTemplates(house: TemplateOptions): Module {
  const { database, campaign, log } = house;
  const { pool } = database;
  const keep = keepEntered(house, 'whatsapp', withApproved);
  const readOffered = async () => keep(await readApproved(pool));
  // What is offered does not wait for Meta, nor fail with it.
  const look = repeat(() => readOffered().then(() => askMeta(house).finally(readOffered)), {
    pauseMs: everyMs,
    onTrouble: (error) => log.warn({ err: error }, 'templates of WhatsApp wait for Meta'),
  });
  // No scan waits for a database that is away.
  void database.ready.then(look.run, () => {});
  const served = serve(whatsappTemplates, house, {
    conflict: () => refuse(words.taken),
    // Handing in takes as long as Meta does: the officer does not wait for it.
    changed: async () => void look.run(),
    rules: {
      write({ input }) {
        const name = input.name.toLowerCase().replace(/[\s-]+/g, '_');
        const { language } = input;
        if (!/^[a-z0-9_]+$/.test(name)) throw refuse(words.name);
        const known = campaign.messages.whatsapp?.templates ?? [];
        if (known.some((each) => each.name === name && each.language === language))
          throw refuse(words.taken);
        return { values: { name, question: findQuestion(campaign, { ...input, language }) } };
      },
      change({ input, before }) {
        return { values: { question: findQuestion(campaign, { ...before, ...input }) } };
      },
      agree({ before }) {
        // Rules may have changed since it was written.
        findQuestion(campaign, before);
        return undefined;
      },
    },
  });
  return { ...served, close: look.stop };
}

async function askMeta({ database: { pool }, campaign, clock, gateways }: TemplateOptions) {
  const ports = Object.values(gateways).map(({ whatsapp }) => whatsapp);
  const { submitTemplate, readTemplate } = ports.find((each) => each?.submitTemplate) ?? {};
  if (submitTemplate === undefined || readTemplate === undefined) return;
  const port = { submitTemplate, readTemplate };
  const given = { pool, port, host: campaign.links.host, now: clock.now() };
  await handInAgreed(given);
  await readWords(given);
}

const words = {
  name: {
    hi: 'नाम में केवल छोटे अंग्रेज़ी अक्षर, अंक और _ चलते हैं, जैसे tenant_notice',
    en: 'Expected small letters, digits and _ in the name, such as tenant_notice',
  },
  taken: {
    hi: 'यह नाम इस भाषा में पहले से है; दूसरा नाम लिखें',
    en: 'There is a template of this name and language already; write another name',
  },
};

function refuse(said: { hi: string; en: string }, problems: readonly object[] = [said]): Refusal {
  return new Refusal('problems', { problems, ...said });
}

/** @throws where the text has faults */
function findQuestion({ messages }: Campaign, written: WrittenTemplate): 'unlike' | null {
  const findings = lintWhatsapp(written, messages);
  if (findings.every(asksPerson)) return findings.length > 0 ? 'unlike' : null;
  const faults = findings.map(({ message }) => message);
  const say = (language: 'hi' | 'en') => faults.map((fault) => fault[language]).join(' · ');
  throw refuse({ hi: say('hi'), en: say('en') }, faults);
}

/** Templates of the campaign's files with those that Meta approved for officers, in the category that it gave them. */
function withApproved(
  ofFiles: Campaign['messages']['whatsapp'],
  approved: readonly StoredTemplate[],
): Campaign['messages']['whatsapp'] {
  const added = approved.flatMap(toTemplate);
  return added.length === 0 ? ofFiles : { templates: [...(ofFiles?.templates ?? []), ...added] };
}

function toTemplate(row: StoredTemplate): WhatsappTemplate[] {
  const { name, language, body, footer, appButton, stopButton, purpose } = row;
  const category = whatsappCategories.find((each) => each === (row.metaCategory ?? row.category));
  // Meta may call marketing what was written as utility: nobody gets that without a way to end it.
  if (category === undefined || (category === 'marketing' && stopButton === '')) return [];
  const buttons = [
    { kind: 'app' as const, label: appButton },
    { kind: 'stop' as const, label: stopButton },
  ];
  return [
    {
      id: `${name.replaceAll('_', '-')}-${language}`,
      ...{ name, category, language, contentSid: null, picture: null },
      text: body,
      footer: footer === '' ? null : footer,
      buttons: buttons.filter(({ label }) => label !== ''),
      purpose: { hi: purpose, en: purpose },
    },
  ];
}
