import { z } from 'zod';
import type { Bilingual } from '../bilingual.ts';
import { messageLanguages } from './message-language.ts';
import {
  linkUseNames,
  type MessageCategory,
  messageCategories,
  type Template,
} from './messages.ts';
import type { RegistrationState } from './registration-states.ts';

/** A header as it is registered. */
export const headerEntry = z.object({
  kind: z.literal('header'),
  name: z.string().regex(/^(\d{6}|[A-Z]{6})$/, 'Expected six capital letters or six digits'),
  suffix: z.enum(['P', 'S', 'T', 'G']).describe('Class that the operator writes behind it'),
});

/** A content template as it is registered; by the name of one of the campaign it takes its place. */
export const templateEntry = z.object({
  kind: z.literal('template'),
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  templateId: z.string().regex(/^(\d{12}|\d{19})$/, 'Expected 12 or 19 digits'),
  header: headerEntry.shape.name,
  category: z.enum(messageCategories),
  language: z.enum(messageLanguages),
  text: z.string().min(1).max(1600),
  links: z.array(z.enum(linkUseNames)).max(5),
});

/**
 * Why a category takes no new template; null for one that does. What needs explicit consent is promotion since TCCCPR
 * (Second Amendment) Regulations, 2025 (gazette of 12.02.2025; gazettetracker.com, CG-DL-E-18022025-261096), and operators
 * refuse promotion among service-explicit texts since 22.04.2021 (Kaleyra, globalmessaging.kaleyra.com, article 3000108709;
 * both read 30.11.2026). A registered one stays in the campaign's files.
 */
export function findClosedCategory(category: MessageCategory): Bilingual | null {
  if (category !== 'service-explicit') return null;
  return {
    hi: 'सेवा (स्पष्ट सहमति) श्रेणी में नए टेंपलेट बंद हो रहे हैं; इसे प्रचार श्रेणी में पंजीकृत कराएँ, सूची में सहमति टेंपलेट की आईडी के साथ',
    en: 'Service-explicit is being closed for new templates: register it as promotional, with a consent template id at the list',
  };
}

export type RegistrationDetails = z.infer<typeof headerEntry> | z.infer<typeof templateEntry>;

/** The word that counts of a header or template. */
export interface Registration {
  details: RegistrationDetails;
  state: RegistrationState;
  /** Day of the registrar's word. */
  since: string;
}

/**
 * The campaign's templates by what officers entered since: one that is not approved, or whose header is not, has no id
 * and goes to no real gateway. What nobody entered anything of stays as the campaign's files say.
 */
export function applyRegistrations(
  templates: readonly Template[],
  registrations: readonly Registration[],
): Template[] {
  const headers = new Map<string, RegistrationState>();
  const merged = new Map(templates.map((template) => [template.id, template]));
  for (const { details, state, since } of registrations) {
    if (details.kind === 'header') headers.set(details.name, state);
    else merged.set(details.name, toTemplate(details, merged.get(details.name), { state, since }));
  }
  return [...merged.values()].map((template) =>
    (headers.get(template.header) ?? 'approved') === 'approved'
      ? template
      : { ...template, templateId: null },
  );
}

function toTemplate(
  { name, templateId, kind: _, links, ...rest }: z.infer<typeof templateEntry>,
  earlier: Template | undefined,
  { state, since }: Pick<Registration, 'state' | 'since'>,
): Template {
  const isApproved = state === 'approved';
  return {
    ...rest,
    id: name,
    templateId: isApproved ? templateId : null,
    ...(links.length > 0 && { links }),
    purpose: earlier?.purpose ?? { hi: name, en: name },
    approvedOn: isApproved ? since : null,
  };
}
