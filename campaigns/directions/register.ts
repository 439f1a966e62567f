import { z } from 'zod';
import { bilingual } from '../bilingual.ts';
import { id } from '../id.ts';
import { owingRoles } from './owing-roles.ts';
import { rhythmSchema } from './rhythm.ts';

/** `2B`, `4B-ii`, `L3`: the number of the minutes' item and its letter, or S and L for the letters' paragraphs. */
const directionId = z.string().regex(/^[A-Za-z0-9-]+$/);

/** One office, or all of a kind: all districts, ranges or zones where it names no area. */
export const ownerSchema = z
  .strictObject({
    role: z.enum(owingRoles),
    area: id.optional().describe('Id of the branch, or of one district, range or zone'),
  })
  .refine(
    ({ role, area }) => role !== 'branch' || area !== undefined,
    'Expected an area for the role branch',
  )
  .refine(
    ({ role, area }) => (role !== 'hq' && role !== 'pro-dgp') || area === undefined,
    'Expected no area for an office that there is once',
  );
const owner = ownerSchema;
export type Owner = z.infer<typeof owner>;

/** A figure with its name, typed by the office. */
const figure = z.strictObject({
  id,
  label: bilingual,
  kind: z.enum(['count', 'money', 'day']).default('count'),
  of: id.optional().describe('Id of the figure that it is a part of and cannot exceed'),
  within: z
    .enum(['stations', 'districts'])
    .optional()
    .describe('Counted of the stations or districts of the office’s area, which it cannot exceed'),
});
export type Figure = z.infer<typeof figure>;

const obligation = z.strictObject({
  id: directionId,
  owners: z.array(owner).min(1),
  owed: bilingual.describe('What is handed in, in a few words'),
  figures: z.array(figure).default([]),
  file: z.boolean().default(false).describe('A paper or table belongs to it'),
  rhythm: rhythmSchema,
  gathers: directionId
    .optional()
    .describe('The obligation whose submissions this office consolidates: the second step'),
  tracker: z
    .enum(['goal', 'measures'])
    .optional()
    .describe('Its state comes from the tracker’s own figures; nothing is typed twice'),
});
export type Obligation = z.infer<typeof obligation>;

const direction = z.strictObject({
  id: directionId,
  paper: id,
  point: bilingual.describe('Where in the paper it stands'),
  apps: z.array(id).min(1),
  outreach: z
    .string()
    .optional()
    .describe('Id of the campaign’s direction that this is: title and quote stand there'),
  title: bilingual.optional(),
  quote: z.string().min(1).optional().describe('Verbatim, as in the text of the paper'),
  named: z
    .string()
    .optional()
    .describe('Whom the paper names for it, verbatim, where that is not in the quote'),
  nodal: owner.optional().describe('The direction names a nodal officer and asks for nothing else'),
  workflow: z
    .enum(['app-approval'])
    .optional()
    .describe('It is kept by a procedure of its own: apps are asked for and approved one by one'),
  obligations: z.array(obligation).default([]),
});

/** A later paper's change to an obligation from a day on; anything owed before that day stays as it was. */
const amendment = z.strictObject({
  id: directionId,
  paper: id,
  point: bilingual,
  quote: z.string().min(1).describe('Verbatim, as in the text of the paper'),
  obligation: directionId,
  from: z.iso.date(),
  change: z.enum(['end', 'suspend', 'change']),
  until: z.iso
    .date()
    .nullable()
    .default(null)
    .describe('Of a suspension: from then it is owed again'),
  owners: z.array(owner).min(1).optional(),
  owed: bilingual.optional(),
  rhythm: rhythmSchema.optional(),
});
export type Amendment = z.infer<typeof amendment>;

const paper = z.strictObject({
  id,
  title: bilingual,
  number: z.string().min(1).describe('As it stands on the paper'),
  day: z.iso.date().describe('Of the meeting, or of the letter: what is computed counts from it'),
  file: z
    .string()
    .regex(/^[a-z0-9-]+\.md$/)
    .describe('Its text in `papers/`'),
});

const eventKind = z.strictObject({
  id,
  name: bilingual,
  scope: z
    .enum(['state', 'district'])
    .describe('state: HQ enters it for all; district: each its own'),
  once: z.boolean().describe('Whether it can happen only once'),
});

export const registerSchema = z
  .strictObject({
    from: z.iso
      .date()
      .optional()
      .describe('The day of taking over before an officer sets one; by default the installation’s'),
    apps: z.array(z.strictObject({ id, name: bilingual, citizen: z.boolean() })).min(1),
    papers: z.array(paper).min(1),
    events: z.array(eventKind),
    directions: z.array(direction).min(1),
    amendments: z.array(amendment).default([]),
  })
  .superRefine((register, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', message });
    for (const fault of referenceFaults(register)) refuse(fault);
  });
export type RegisterData = z.infer<typeof registerSchema>;

/** Finds references to ids that are missing from the register, and ids that occur twice. */
function referenceFaults(register: {
  apps: readonly { id: string }[];
  papers: readonly { id: string }[];
  events: readonly { id: string }[];
  directions: readonly z.infer<typeof direction>[];
  amendments: readonly Amendment[];
}): string[] {
  const ids = (list: readonly { id: string }[]) => new Set(list.map((entry) => entry.id));
  const apps = ids(register.apps);
  const papers = ids(register.papers);
  const events = ids(register.events);
  const all = register.directions.flatMap(({ obligations }) => obligations);
  const obligations = ids(all);
  const faults = doubles(register.directions, 'direction').concat(doubles(all, 'obligation'));
  const want = (known: Set<string>, wanted: string, where: string) => {
    if (!known.has(wanted))
      faults.push(`Expected one of ${[...known].join(', ')} for ${where}, got "${wanted}"`);
  };
  for (const entry of register.directions) {
    want(papers, entry.paper, `\`paper\` of ${entry.id}`);
    for (const app of entry.apps) want(apps, app, `\`apps\` of ${entry.id}`);
    if (entry.outreach === undefined && (entry.title === undefined || entry.quote === undefined))
      faults.push(`Expected \`title\` and \`quote\`, or \`outreach\`, in direction ${entry.id}`);
    for (const own of entry.obligations) {
      if (own.rhythm.kind === 'on') want(events, own.rhythm.event, `\`event\` of ${own.id}`);
      if (own.gathers !== undefined) want(obligations, own.gathers, `\`gathers\` of ${own.id}`);
      for (const figure of own.figures)
        if (figure.of !== undefined) want(ids(own.figures), figure.of, `\`of\` of ${figure.id}`);
    }
  }
  for (const own of register.amendments) {
    want(papers, own.paper, `\`paper\` of ${own.id}`);
    want(obligations, own.obligation, `\`obligation\` of ${own.id}`);
  }
  return faults;
}

function doubles(entries: readonly { id: string }[], name: string): string[] {
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    if (seen.has(entry.id)) return [`Expected each ${name} once, got "${entry.id}" twice`];
    seen.add(entry.id);
    return [];
  });
}
