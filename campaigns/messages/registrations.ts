import { z } from 'zod';
import { messageLanguages } from './message-language.ts';
import {
  linkUseNames,
  type MessageCategory,
  messageCategories,
  type Template,
} from './messages.ts';

/** Words of the registrar on a header or template. */
export const registrationStates = ['applied', 'approved', 'refused', 'suspended'] as const;
export type RegistrationState = (typeof registrationStates)[number];

/**
 * Suffix that the operator adds to a header, by class (TRAI's direction on header suffixes, in force since 06.05.2025;
 * read 29.11.2026).
 */
export const headerSuffixes = {
  promotional: 'P',
  'service-implicit': 'S',
  'service-explicit': 'S',
  transactional: 'T',
  government: 'G',
} as const satisfies Record<MessageCategory, string>;

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
