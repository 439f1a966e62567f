import type { Pool } from 'pg';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { pendingCode } from '../../../campaigns/links/short-code.ts';
import { fillTemplate } from '../../../campaigns/messages/fill-template.ts';
import { legalWindow, narrow } from '../../../campaigns/messages/legal-hours.ts';
import { isClean, lintTemplate } from '../../../campaigns/messages/lint.ts';
import type {
  MessageCategory,
  MessageLanguage,
  Template,
} from '../../../campaigns/messages/messages.ts';
import { isReply } from '../../../campaigns/messages/reply-texts.ts';
import { measureText } from '../../../campaigns/messages/segments.ts';
import { valuesWithLink } from '../../../campaigns/messages/template.ts';
import type { MessageChannel, SkipReason } from '../../contract/values.ts';
import { type Audience, findAudience } from '../audiences/audiences-sql.ts';
import type { Blast, BlastDraft, BlastTexts } from './blast.ts';
import { canarySizeFor } from './canary-size.ts';
import { contentFaults } from './content-faults.ts';
import { type CostEstimate, estimateCost } from './cost.ts';
import { countSelected } from './plan-sql.ts';
import { defaultPolicy } from './policy.ts';
import type { BlastSelection } from './selection.ts';
import type { RetryingGateways } from './selection-sql.ts';

/** What an officer chooses; everything else follows from the campaign and the settings. */
export interface DraftInput {
  name: string;
  channel: MessageChannel;
  /** Ids of registered templates; for calls none. */
  templates: Partial<Record<MessageLanguage, string>>;
  /** For variables that are no link, by language, in order. */
  values: Partial<Record<MessageLanguage, string[]>>;
  gateway: string;
  audienceId: number;
  districts: string[] | null;
  startsAt: Date | null;
  fromMinute: number;
  toMinute: number;
  /** Null for as many as fit the list. */
  canarySize: number | null;
  selection: BlastSelection;
  budgetPaise: number | null;
}

/** Something that keeps a draft from being submitted. */
export interface Problem {
  hi: string;
  en: string;
}

export interface DraftContext {
  campaign: Campaign;
  /** Numbers of the list that the draft is for. */
  members: number;
  /** Paise a segment by gateway; its keys are the gateways that are set up. */
  paise: Readonly<Record<string, number>>;
}

/**
 * The draft as it will be sent, letter for letter.
 * @throws what is wrong with the input
 */
export function buildDraft(
  input: DraftInput,
  shortCode: string | null,
  { campaign, paise, members }: DraftContext,
): BlastDraft {
  const paisePerSegment = paise[input.gateway];
  if (paisePerSegment === undefined) {
    throw new Error(
      `Expected one of ${Object.keys(paise).join(', ')} for \`gateway\`, got "${input.gateway}"`,
    );
  }
  const chosen = chosenTemplates(input, campaign);
  const link = `${campaign.links.host.toLowerCase()}/q/${shortCode ?? pendingCode}`;
  const texts: BlastTexts = {};
  for (const { language, text, templateId, header } of chosen) {
    const values = valuesWithLink(text, link, input.values[language] ?? []);
    const body = fillTemplate(text, values, campaign.messages);
    texts[language] = { templateId, header, body, segments: measureText(body).segments };
  }
  if (input.channel === 'ivr') {
    for (const language of ['hi', 'en'] as const) {
      texts[language] = { templateId: null, header: '', body: '', segments: 1 };
    }
  }
  return {
    name: input.name,
    channel: input.channel,
    category: chosen[0]?.category ?? 'government',
    texts,
    gateway: input.gateway,
    audienceId: input.audienceId,
    districts: input.districts,
    startsAt: input.startsAt,
    window: { fromMinute: input.fromMinute, toMinute: input.toMinute },
    policy: { ...defaultPolicy, canarySize: input.canarySize ?? canarySizeFor(members) },
    selection: input.selection,
    paisePerSegment,
    budgetPaise: input.budgetPaise,
  };
}

/** A text that only answers somebody was chosen for a blast. */
export class ReplyTextError extends Error {
  constructor(id: string) {
    super(`Expected a text for many in \`templates\`, got "${id}", which answers one who asked`);
  }
}

function chosenTemplates(input: DraftInput, campaign: Campaign): Template[] {
  if (input.channel === 'ivr') return [];
  const chosen = Object.entries(input.templates).map(([language, id]) => {
    const template = campaign.messages.templates.find((entry) => entry.id === id);
    if (template === undefined || template.language !== language) {
      throw new Error(`Expected a template in ${language} for \`templates\`, got "${id}"`);
    }
    return template;
  });
  if (chosen.length === 0) throw new Error('Expected a template for `templates`, got none');
  const reply = chosen.find(({ category }) => isReply(category));
  if (reply !== undefined) throw new ReplyTextError(reply.id);
  if (new Set(chosen.map(({ category }) => category)).size > 1) {
    throw new Error('Expected templates of one category for `templates`, got several');
  }
  return chosen;
}

/** What a blast will cost, and whom it leaves out. */
export interface BlastEstimate extends CostEstimate {
  skipped: Partial<Record<SkipReason, number>>;
}

/** Recipients and cost as they are now. */
export async function estimateBlast(
  pool: Pool,
  blast: Blast | (BlastDraft & { parentId: number | null }),
  gateways: RetryingGateways,
): Promise<BlastEstimate> {
  const { languages, skipped } = await countSelected(pool, blast, gateways);
  const fallback = blast.texts.hi?.segments ?? blast.texts.en?.segments ?? 1;
  const shares = [...languages].map(([language, recipients]) => ({
    recipients,
    segmentsEach: blast.texts[language as MessageLanguage]?.segments ?? fallback,
  }));
  return { ...estimateCost(shares, blast.paisePerSegment), skipped };
}

/** Whether a text needs the consent of each recipient, and the list was not given with it. */
export function lacksConsent(
  category: MessageCategory,
  { consentBasis }: Pick<Audience, 'consentBasis'>,
): boolean {
  return category === 'service-explicit' && consentBasis !== 'explicit-consent';
}

/** Why a draft cannot be submitted yet; empty when it can. */
export async function findProblems(
  pool: Pool,
  blast: Blast,
  { campaign, today, estimate }: { campaign: Campaign; today: string; estimate: CostEstimate },
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const { messages } = campaign;
  const audience = await findAudience(pool, blast.audienceId);
  if (audience === null || audience.readyAt === null) {
    problems.push({ hi: 'सूची अभी तैयार नहीं है', en: 'The list is not ready' });
  } else if (audience.excluding) {
    problems.push({
      hi: 'यह छोड़े जाने वाले नम्बरों की सूची है; इस पर कुछ नहीं भेजा जाता',
      en: 'This list is one of numbers to leave out; nothing is sent to it',
    });
  } else if (lacksConsent(blast.category, audience)) {
    problems.push({
      hi: 'स्पष्ट सहमति वाला संदेश केवल स्पष्ट सहमति वाली सूची पर भेजा जा सकता है',
      en: 'A text by explicit consent goes to a list with explicit consent only',
    });
  } else if (audience.retainUntil < today) {
    problems.push({ hi: 'सूची रखने की अवधि समाप्त हो चुकी है', en: "The list's retention is over" });
  }
  if (narrow(legalWindow(blast.category, blast.channel), blast.window) === null) {
    problems.push({
      hi: 'चुना गया समय इस श्रेणी के अनुमन्य समय में नहीं है',
      en: 'The chosen hours lie outside those allowed for this category',
    });
  }
  if (blast.gateway !== 'emulator') {
    const unregistered = Object.values(blast.texts).some(({ templateId }) => templateId === null);
    if (!messages.registered || (blast.channel === 'sms' && unregistered)) {
      problems.push({
        hi: 'टेम्पलेट डी०एल०टी० पोर्टल पर पंजीकृत नहीं हैं',
        en: 'The templates are not registered on the DLT portal',
      });
    }
  }
  const used = messages.templates.filter(({ language, header, templateId }) => {
    const text = blast.texts[language];
    return text !== undefined && text.header === header && text.templateId === templateId;
  });
  if (
    blast.channel === 'sms' &&
    used.some((template) => !isClean(lintTemplate(template, messages)))
  ) {
    problems.push({ hi: 'पाठ में त्रुटि है', en: 'The text has faults' });
  }
  for (const { severity, message } of contentFaults(blast, campaign)) {
    if (severity === 'error') problems.push(message);
  }
  if (estimate.recipients === 0) {
    problems.push({ hi: 'भेजने के लिए कोई नम्बर नहीं है', en: 'There is no number to send to' });
  }
  return problems;
}

/** What does not keep a draft from being submitted, but should be known. */
export function findCautions(
  blast: Pick<Blast, 'budgetPaise' | 'channel' | 'category' | 'texts'>,
  { campaign, estimate }: { campaign: Campaign; estimate: CostEstimate },
): Problem[] {
  const said = contentFaults(blast, campaign)
    .filter(({ severity }) => severity === 'warning')
    .map(({ message }) => message);
  if (blast.budgetPaise === null || estimate.paise <= blast.budgetPaise) return said;
  return [
    ...said,
    {
      hi: 'अनुमानित व्यय निर्धारित सीमा से अधिक है: सीमा पर पहुँचते ही प्रसारण रुक जायेगा और शेष नम्बरों को नहीं जायेगा',
      en: 'The estimated cost is above the ceiling: the blast will pause when it is reached, and the rest gets nothing',
    },
  ];
}
