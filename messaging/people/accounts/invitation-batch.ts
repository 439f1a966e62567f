import type { Bilingual } from '../../../campaigns/bilingual.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { checkOffice } from '../../../campaigns/offices/check-office.ts';
import { type Office, type OfficePlaces, officeName } from '../../../campaigns/offices/office.ts';
import { invitableBy } from '../../../campaigns/offices/permission.ts';
import { recordAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Decoders, DecoderTask } from '../../platform/decoding/decoders.ts';
import { paperTask } from '../../platform/documents/papers.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal, sayRefusal } from '../../platform/process/refusal.ts';
import type { decode } from './invitation-decoder.ts';
import type { InvitationCampaign, sealedLetters } from './invitation-letter.ts';
import { invite, type OneTimeLink, readInvitation } from './invitations.ts';
import { nameOffice, withAddedOffices } from './offices-sql.ts';
import { listOpenInvitations } from './open-invitations-sql.ts';
import type { MadeLinks } from './people-schemas.ts';
import { listPeople } from './people-sql.ts';

export interface InvitationDependencies extends OfficePlaces {
  campaign: OfficePlaces['campaign'] & InvitationCampaign;
  database: Database;
  publicUrl: string;
  decoders: Decoders;
}

const listTask: DecoderTask<typeof decode> = {
  kind: 'table',
  module: new URL('./invitation-decoder.ts', import.meta.url),
};
const letterTask = paperTask<typeof sealedLetters>(
  new URL('./invitation-letter.ts', import.meta.url),
  'sealedLetters',
);

/** Reads a list of officers to invite; nobody is invited yet. */
export async function checkInvitations(
  dependencies: InvitationDependencies,
  content: string,
  actor: Actor,
) {
  const { database, decoders } = dependencies;
  const { districts, campaign } = await withAddedOffices(database.pool, dependencies, {
    open: true,
  });
  const people = await listPeople(database.pool);
  const open = await listOpenInvitations(database.pool);
  const rules = {
    districts,
    areas: campaign.areas,
    invitable: invitableBy(actor.role),
    taken: new Set(people.map(({ email }) => email)),
    invited: new Set(open.map(({ email }) => email)),
  };
  const bytes = Buffer.from(content, 'base64');
  const list = await decoders.readWhole(listTask, { bytes, rules }, actor.id);
  const rows = list.rows.map((row) => ({
    ...row,
    office: officeName(row, { districts, campaign }),
  }));
  return { rows, faults: list.faults };
}

/** Invites one by one: an address that has got an account meanwhile is left out, with the reason. */
export async function inviteMany(
  dependencies: InvitationDependencies,
  rows: readonly (Office & { email: string })[],
  { actor, requestId }: Caller,
) {
  const { database, publicUrl } = dependencies;
  const places = await withAddedOffices(database.pool, dependencies, { open: true });
  for (const row of rows) requireInvitable(places, row, actor);
  const made: (OneTimeLink & { email: string; office: Bilingual })[] = [];
  const left: MadeLinks['left'] = [];
  for (const row of rows) {
    try {
      const link = await invite(database, publicUrl, { ...row, by: actor, requestId });
      made.push({ ...link, email: row.email, office: officeName(row, places) });
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'email-taken') throw error;
      left.push({ email: row.email, why: sayRefusal(error) });
    }
  }
  return { made, left };
}

/** Sealed letters to print, one for each link. */
export async function writeLetters(
  dependencies: InvitationDependencies,
  links: readonly string[],
  caller: Caller,
): Promise<Uint8Array> {
  const { database, campaign, decoders } = dependencies;
  const letters = [];
  for (const link of links) {
    // The link is proven by its token: nothing is printed that the service did not make.
    const found = await readInvitation(database.pool, new URL(link).hash.slice(1));
    letters.push({ ...found, office: await nameOffice(database.pool, found, dependencies), link });
  }
  await recordAudit(database.pool, {
    ...caller,
    action: 'person.print-invitations',
    subject: 'invitation',
    after: { letters: letters.length },
  });
  const { id, app, languages, demonstration } = campaign;
  const sheet = { letters, campaign: { id, app, languages, demonstration }, createdAt: new Date() };
  return decoders.readWhole(letterTask, sheet, caller.actor.id);
}

/** @throws a refusal for an office that the officer may not give, or that there is not */
export function requireInvitable(places: OfficePlaces, office: Office, actor: Actor): void {
  if (!invitableBy(actor.role).includes(office.role)) throw new Refusal('not-allowed');
  requireOffice(places, office);
}

export function requireOffice(places: OfficePlaces, office: Office): void {
  try {
    checkOffice(office, places);
  } catch (cause) {
    throw new Refusal('no-such-area', {}, { cause });
  }
}
