import { z } from 'zod';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { officeName } from '../../../campaigns/offices/office.ts';
import { invitableBy } from '../../../campaigns/offices/permission.ts';
import { done, file, oneId, refusals } from '../../contract/route.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import {
  checkInvitations,
  type InvitationDependencies,
  inviteMany,
  requireInvitable,
  writeLetters,
} from './invitation-batch.ts';
import { addLink, invite, type OneTimeLink } from './invitations.ts';
import { withAddedOffices } from './offices-sql.ts';
import {
  endInvitation,
  listOpenInvitations,
  lockOpenInvitation,
  type OpenInvitationRow,
} from './open-invitations-sql.ts';
import {
  checkedList,
  invited,
  madeLinks,
  office,
  oneTimeLink,
  openInvitation,
} from './people-schemas.ts';

/** Invitations to offices by HQ and the administrator: one, a list of them, and what is still open. */
export function invitationRoutes(dependencies: InvitationDependencies) {
  const { database, publicUrl } = dependencies;
  return [
    serveRoute('POST /api/people/invitations', {
      summary: 'A one-time link for a new account, valid for seven days and shown this once',
      body: office.extend({ email: z.email().max(254).toLowerCase() }),
      response: { 201: oneTimeLink, ...refusals(409) },
      may: 'person.invite',
      handler: async (request) => {
        const places = await withAddedOffices(database.pool, dependencies, { open: true });
        requireInvitable(places, request.body, request.actor);
        const invitation = { ...request.body, by: request.actor, requestId: request.id };
        return invite(database, publicUrl, invitation);
      },
    }),
    serveRoute('GET /api/people/invitations', {
      summary: 'Open invitations: whose, to which office, by whom and until when',
      response: { 200: z.array(openInvitation) },
      may: 'person.invite',
      handler: async ({ actor }) => {
        const places = await withAddedOffices(database.pool, dependencies);
        return (await listOpenInvitations(database.pool)).map((open) => ({
          ...open,
          office: officeName(open, places),
          mayChange: invitableBy(actor.role).includes(open.role),
        }));
      },
    }),
    serveRoute('POST /api/people/invitations/:id/renew', {
      summary: 'A new link in place of the old one, which is dead then',
      params: oneId,
      response: { 201: oneTimeLink, ...refusals(404) },
      may: 'person.invite',
      handler: async ({ caller, params }) => renewInvitation(dependencies, params.id, caller),
    }),
    serveRoute('POST /api/people/invitations/:id/withdraw', {
      summary: 'Withdraws an invitation: its link is dead',
      params: oneId,
      response: { 204: done, ...refusals(404) },
      may: 'person.invite',
      handler: async ({ caller, params }) => withdrawInvitation(database, params.id, caller),
    }),
    ...manyRoutes(dependencies),
  ];
}

/** A list of officers: looked at first, then links, then letters to print. */
export function manyRoutes(dependencies: InvitationDependencies) {
  return [
    serveRoute('POST /api/people/invitations/check', {
      summary: 'What would become of a csv or xlsx list of officers to invite; nothing is stored',
      body: z.object({ content: z.base64().max(400_000) }),
      response: { 200: checkedList },
      may: 'person.invite',
      handler: ({ actor, body }) => checkInvitations(dependencies, body.content, actor),
    }),
    serveRoute('POST /api/people/invitations/many', {
      summary: 'Links for up to 200 officers, shown this once',
      body: z.object({ rows: z.array(invited).min(1).max(200) }),
      response: { 201: madeLinks },
      may: 'person.invite',
      handler: async ({ caller, body }) => inviteMany(dependencies, body.rows, caller),
    }),
    serveRoute('POST /api/people/invitations/sheet', {
      summary: 'Sealed letters to print, a page for each link that is still open',
      body: z.object({ links: z.array(z.url().max(500)).min(1).max(200) }),
      response: { 200: file('application/pdf', 'A page of A4 for each link'), ...refusals(410) },
      may: 'person.invite',
      handler: async ({ caller, body }, reply) => {
        const bytes = await writeLetters(dependencies, body.links, caller);
        return sendDownload(reply, `${dependencies.campaign.id}-invitations.pdf`, bytes);
      },
    }),
  ];
}

/** Withdraws an invitation: its link is dead. */
async function withdrawInvitation(database: Database, id: number, caller: Caller): Promise<void> {
  await inTransaction(database.pool, async (tx) => {
    const found = await lockChangeable(tx, id, caller.actor);
    await endInvitation(tx, id);
    await writeAudit(tx, {
      ...caller,
      action: 'person.withdraw-invitation',
      subject: `invitation/${found.email}`,
      before: pickOffice(found),
    });
  });
}

/** Makes a new link in place of one that was lost. Who makes it had the key in hand last, and counts as the one who invites. */
async function renewInvitation(
  { database, publicUrl }: { database: Database; publicUrl: string },
  id: number,
  { actor, requestId }: Caller,
): Promise<OneTimeLink> {
  return inTransaction(database.pool, async (tx) => {
    const found = await lockChangeable(tx, id, actor);
    const office = pickOffice(found);
    const made = await addLink(tx, publicUrl, { ...office, personId: null, by: actor });
    await writeAudit(tx, {
      actor,
      action: 'person.renew-invitation',
      subject: `invitation/${found.email}`,
      before: { ...office, expiresAt: found.expiresAt },
      after: { ...office, expiresAt: made.expiresAt },
      requestId,
    });
    return made;
  });
}

async function lockChangeable(tx: Queryable, id: number, actor: Actor): Promise<OpenInvitationRow> {
  const found = await lockOpenInvitation(tx, id);
  if (found === undefined) throw new Refusal('no-such-invitation');
  if (!invitableBy(actor.role).includes(found.role)) throw new Refusal('not-allowed');
  return found;
}

function pickOffice({ email, role, area }: OpenInvitationRow) {
  return { email, role, area };
}
