import { z } from 'zod';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Finding } from '../../../campaigns/messages/finding.ts';
import { isClean, lintTemplate } from '../../../campaigns/messages/lint.ts';
import { asksPerson } from '../../../campaigns/messages/lint-likeness.ts';
import type { Template } from '../../../campaigns/messages/messages.ts';
import { registrationStates } from '../../../campaigns/messages/registration-states.ts';
import {
  findClosedCategory,
  headerEntry,
  templateEntry,
} from '../../../campaigns/messages/registrations.ts';
import { paragraph } from '../../../campaigns/text-types.ts';
import { bilingual, instant } from '../../contract/route.ts';
import { requireSecondPerson, withSecondPerson } from '../../people/accounts/second-person.ts';
import { secondPerson } from '../../people/accounts/second-person-schemas.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal, wrongInput } from '../../platform/process/refusal.ts';
import {
  confirmRegistration,
  insertRegistration,
  listRegistrations,
  lockWaiting,
  type RegistrationRow,
} from './registrations-sql.ts';

const details = z.discriminatedUnion('kind', [headerEntry, templateEntry]);

export const registration = z.object({
  id: z.int(),
  details,
  state: z.enum(registrationStates),
  since: z.iso.date().describe('Day of the registrar’s word'),
  enteredBy: z.string(),
  enteredAt: instant,
  confirmedBy: z.string().nullable(),
  counts: z.boolean().describe('It is the word that counts of this header or template'),
  waits: z.boolean().describe('An approval that waits for a second officer'),
  question: bilingual.nullable().describe('Put to the second officer by its text'),
  second: secondPerson,
});

export const entry = z.object({
  details: z.discriminatedUnion('kind', [
    headerEntry,
    templateEntry.extend({ text: paragraph({ min: 1, max: 1600 }) }),
  ]),
  state: z.enum(registrationStates),
  since: z.iso.date(),
});
type RegistrationEntry = z.output<typeof entry>;

export interface Registrations {
  database: Pick<Database, 'pool'>;
  campaign: Campaign;
  today: () => string;
  /** Reads again what counts. */
  refresh(): Promise<void>;
}

export async function showRegistrations(
  { database: { pool }, campaign }: Registrations,
  caller: Caller,
) {
  const rows = await listRegistrations(pool);
  const seen = await withSecondPerson(pool, caller.actor.id, rows, (row) => [row.enteredById]);
  const latest = new Set<string>();
  return seen.map(({ enteredById: _, ...row }) => {
    const key = `${row.details.kind}/${row.details.name}`;
    const isLatest = !latest.has(key);
    latest.add(key);
    const waits = isLatest && row.state === 'approved' && row.confirmedBy === null;
    return { ...row, waits, question: waits ? findQuestion(campaign, row.details) : null };
  });
}

/** @throws where the text has faults, or the day is to come */
export async function enterRegistration(
  registrations: Registrations,
  { details, state, since }: RegistrationEntry,
  { actor, requestId }: Caller,
): Promise<void> {
  const { database, campaign, today } = registrations;
  if (since > today()) {
    const detail = `Expected a day up to ${today()} for \`since\`, got ${since}`;
    throw wrongInput(detail);
  }
  if (details.kind === 'template' && state !== 'refused' && state !== 'suspended') {
    expectCleanText(campaign, details);
  }
  await inTransaction(database.pool, async (tx) => {
    const entered = { details, state, since, enteredBy: actor.name, enteredById: actor.id };
    const id = await insertRegistration(tx, entered);
    await writeAudit(tx, {
      actor,
      requestId,
      action: 'registration.enter',
      subject: `registration/${id}`,
      after: { ...details, state, since },
    });
  });
  await registrations.refresh();
}

type Details = RegistrationRow['details'];
type TemplateDetails = Extract<Details, { kind: 'template' }>;

function findQuestion(campaign: Campaign, details: Details) {
  if (details.kind === 'header') return null;
  return lintDetails(campaign, details).find(asksPerson)?.message ?? null;
}

function lintDetails(
  { messages }: Campaign,
  { kind: _, name, links, ...template }: TemplateDetails,
): Finding[] {
  const checked: Template = {
    ...template,
    id: name,
    ...(links.length > 0 && { links }),
    purpose: { hi: name, en: name },
    approvedOn: null,
  };
  return lintTemplate(checked, messages);
}

function expectCleanText(campaign: Campaign, details: TemplateDetails): void {
  const closed = findClosedCategory(details.category);
  if (closed !== null) throw new Refusal('problems', { problems: [closed] });
  const findings = lintDetails(campaign, details);
  if (isClean(findings)) return;
  const faults = findings.filter(({ severity }) => severity === 'error');
  throw new Refusal('problems', { problems: faults.map(({ message }) => message) });
}

/** @throws where nothing waits, or the officer may be who entered it */
export async function confirmApproval(
  registrations: Registrations,
  id: number,
  { actor, requestId }: Caller,
): Promise<void> {
  await inTransaction(registrations.database.pool, async (tx) => {
    const row = await lockWaiting(tx, id);
    if (row === null) throw new Refusal('not-found');
    await requireSecondPerson(tx, actor.id, [row.enteredById]);
    await confirmRegistration(tx, id, actor.name);
    const { details, state, since } = row;
    await writeAudit(tx, {
      actor,
      requestId,
      action: 'registration.confirm',
      subject: `registration/${id}`,
      after: { ...details, state, since },
    });
  });
  await registrations.refresh();
}
