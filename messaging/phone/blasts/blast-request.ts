import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { Action } from '../../../campaigns/offices/permission.ts';
import type { auditedBy } from '../../kit/held-acts.ts';
import type { House } from '../../kit/house.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { DatabaseClock } from '../../platform/database/database-clock.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { PaperPress } from '../../platform/documents/papers.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Gateway } from '../gateways/gateway.ts';
import type { StopTokens } from '../numbers/stop-token.ts';
import type { Blast } from './blast.ts';
import type { BlastViews } from './blast-view.ts';
import { findBlast } from './blasts-sql.ts';
import { placesOfText } from './draft-schemas.ts';

export interface BlastDependencies
  extends Pick<House, 'campaign' | 'codes' | 'database' | 'directory' | 'heldActs'> {
  /** Paise a segment; its keys are the gateways that are set up. */
  paise: Readonly<Record<string, number>>;
  /** Messages a second that a gateway is held to; one that is missing goes as fast as it takes them. */
  perSecond: Readonly<Record<string, number>>;
  gateways: Readonly<Record<string, Gateway>>;
  stopTokens: StopTokens;
  /** Where the site’s files and callbacks reach the service, without a slash at its end. */
  publicUrl: string;
  /** Where the files lie. */
  printDir: string;
  now: () => Date;
  /** For the legal hours. */
  clock: DatabaseClock;
  today: () => string;
  decoders: PaperPress;
}

/** Shared by the routes of blasts. */
export interface BlastRoutes extends BlastDependencies {
  views: BlastViews;
}

/**
 * The blast that a request names.
 * @throws a refusal when there is none, or the officer may not do this to it
 */
export async function requireBlast(
  request: FastifyRequest,
  pool: Pool,
  action: Action,
): Promise<Blast> {
  const blast = await findBlast(pool, (request.params as { id: number }).id);
  if (blast === null) throw new Refusal('no-such-blast');
  request.require(action, blast.district ?? 'state');
  return blast;
}

/** The same without the names of places, which fill hundreds of kilobytes of every edit; the blast itself keeps them. */
function withoutNames<Change extends object>(change: Change): Change {
  const bare = JSON.stringify(change, (key, value) =>
    placesOfText.some((path) => path.at(-1) === key) ? undefined : value,
  );
  return JSON.parse(bare) as Change;
}

/** Writes what an officer did to a blast into the audit log. */
export async function auditBlast(
  tx: Queryable,
  {
    verb,
    blast,
    ...change
  }: { verb: string; blast: Pick<Blast, 'id' | 'district'>; before?: unknown; after: unknown },
  by: ReturnType<typeof auditedBy>,
): Promise<void> {
  await writeAudit(tx, {
    ...withoutNames(change),
    ...by,
    action: `blast.${verb}`,
    subject: `blast/${blast.id}`,
    district: blast.district ?? undefined,
  });
}
