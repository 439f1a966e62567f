import {
  type AppDecision,
  appDecisions,
  appStateAfter,
  mayDecideApp,
} from '../../../campaigns/directions/app-approval.ts';
import { officeKey } from '../../../campaigns/directions/occurrence-key.ts';
import { findOffice, maySee } from '../../../campaigns/directions/rights.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { owingOfficeName } from '../../../campaigns/words/direction-words.ts';
import { requireSecondPerson, withSecondPerson } from '../../people/accounts/second-person.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { insertApp } from './additions-sql.ts';
import type { ShownAppRequest } from './app-requests-schemas.ts';
import {
  insertAppRequest,
  listAppRequests,
  lockAppRequest,
  updateAppRequest,
} from './app-requests-sql.ts';
import { type DirectionSources, readLive } from './live-register.ts';
import { nameId } from './register-changes.ts';

/** Apps that were asked for by offices that the officer may see. */
export async function listSeenAppRequests(
  sources: DirectionSources,
  actor: Actor,
): Promise<ShownAppRequest[]> {
  const { campaign, database, directory } = sources;
  const { pool } = database;
  const { districts } = directory;
  const { offices, register } = await readLive(sources);
  const places = { campaign, districts, branches: register.branches };
  const names = new Map(
    offices.map((office) => [officeKey(office), owingOfficeName(office, places)]),
  );
  const all = await listAppRequests(pool);
  const seen = all.filter(({ office }) => maySee(actor, office, districts));
  const judged = await withSecondPerson(pool, actor.id, seen, ({ makers }) => makers);
  return judged.map(({ makers: _makers, ...request }) => ({
    ...request,
    officeName: names.get(request.office) ?? { hi: request.office, en: request.office },
    may: appDecisions.filter(
      (decision) =>
        appStateAfter(request.state, decision) !== null &&
        mayDecideApp(actor, decision, { office: request.office, districts }),
    ),
  }));
}

export async function askForApp(
  { database }: DirectionSources,
  request: { hi: string; en: string; citizen: boolean; purpose: string },
  { actor, requestId }: Caller,
): Promise<void> {
  const { hi, en, ...rest } = request;
  const home = findOffice(actor);
  if (home === null || nameId(en) === '') throw new Refusal('wrong-input');
  const office = officeKey(home);
  await inTransaction(database.pool, async (tx) => {
    const waits = (await listAppRequests(tx)).some(
      ({ name, decided }) => decided === null && (name.hi === hi || name.en === en),
    );
    if (waits) throw new Refusal('direction-name-known');
    const id = await insertAppRequest(tx, { ...rest, name: { hi, en }, office, by: actor });
    await writeAudit(tx, {
      actor,
      action: 'app-request.ask',
      subject: `app-request/${id}`,
      after: { ...request, office },
      requestId,
    });
  });
}

/** Three words of three officers: who asked, who supports, who decides. What is approved is an app of the register. */
export async function decideOnApp(
  sources: DirectionSources,
  {
    id,
    version,
    decision,
    remark,
  }: { id: number; version: number; decision: AppDecision; remark: string },
  { actor, requestId }: Caller,
): Promise<void> {
  const { districts } = sources.directory;
  await inTransaction(sources.database.pool, async (tx) => {
    const request = await lockAppRequest(tx, id);
    if (request === undefined || !maySee(actor, request.office, districts))
      throw new Refusal('not-found');
    const { office, state, name, citizen } = request;
    if (!mayDecideApp(actor, decision, { office, districts })) throw new Refusal('not-allowed');
    if (request.version !== version) throw new Refusal('stale', { version: request.version });
    const next = appStateAfter(state, decision);
    if (next === null) throw new Refusal('not-possible', { status: state });
    if (decision === 'refuse') {
      if (remark === '') throw new Refusal('direction-remark');
    } else await requireSecondPerson(tx, actor.id, request.makers);
    await updateAppRequest(tx, id, { state: next, by: actor, remark });
    if (next === 'approved') {
      // An app in use is asked for, too (item 7): it stands in the register already.
      const { apps } = (await readLive(sources, tx)).register;
      const app = { id: nameId(name.en), name, citizen, by: actor.name };
      const isListed = apps.some((each) => each.name.hi === name.hi || each.name.en === name.en);
      const isTaken = apps.some(({ id: taken }) => taken === app.id);
      if (!isListed && (isTaken || !(await insertApp(tx, app))))
        throw new Refusal('direction-name-known');
    }
    await writeAudit(tx, {
      actor,
      action: `app-request.${decision}`,
      subject: `app-request/${id}`,
      before: { state },
      after: { state: next, ...name, office, ...(remark === '' ? {} : { remark }) },
      requestId,
    });
  });
}
