import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Action } from '../../../campaigns/offices/permission.ts';
import { line } from '../../../campaigns/text-types.ts';
import { oneId, refusals } from '../../contract/route.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { findAudience } from '../audiences/audiences-sql.ts';
import type { BlastRoutes } from './blast-request.ts';
import { usualSelection } from './draft-schemas.ts';
import { countSelected } from './plan-sql.ts';
import { criteria, group as groupSchema } from './target-groups-schemas.ts';

/** Named selections of lists. */
export function targetGroupRoutes(dependencies: BlastRoutes) {
  const { pool } = dependencies.database;
  return [
    serveRoute('GET /api/target-groups', {
      summary: 'Target groups of the lists that an office sees',
      response: { 200: z.array(groupSchema) },
      may: 'blast.read',
      handler: async ({ actor }) => listTargetGroups(pool, actor.district ?? null),
    }),
    serveRoute('POST /api/target-groups', {
      summary: 'Keeps a selection of a list by a name, which may hold no number and no address',
      body: z.object({
        name: line({ min: 1, max: 80 }),
        audienceId: z.int().positive(),
        ...criteria,
      }),
      response: { 201: groupSchema, ...refusals(404, 409) },
      may: 'blast.draft',
      handler: async (request) => {
        const { body, caller } = request;
        const audience = await findAudience(pool, body.audienceId);
        if (audience === null) throw new Refusal('no-such-list');
        request.require('blast.draft', audience.district ?? 'state');
        if (audience.excluding) throw new Refusal('excluding-list');
        // Numbers are refused in every text; names of groups are in letters and logs.
        if (body.name.includes('@')) throw new Refusal('personal-name');
        const saved = await inTransaction(pool, async (tx) => {
          const group = await insertTargetGroup(tx, body, caller.actor.id);
          await auditGroup(tx, caller, { verb: 'save', group, after: group });
          return group;
        });
        return saved;
      },
    }),
    serveRoute('GET /api/target-groups/:id/count', {
      summary: 'How many of it a blast would reach now, without those who said stop',
      params: oneId,
      response: { 200: z.object({ members: z.int() }), ...refusals(404) },
      may: 'blast.read',
      handler: async (request) => {
        const group = await requireGroup(request, pool, 'blast.read');
        return { members: await countGroup(dependencies, group) };
      },
    }),
    serveRoute('POST /api/target-groups/:id/remove', {
      summary: 'Forgets a target group; blasts keep what was chosen by it',
      params: oneId,
      body: z.object({}).default({}),
      response: { 200: z.object({ removed: z.boolean() }), ...refusals(404) },
      may: 'blast.draft',
      handler: async (request) => {
        const group = await requireGroup(request, pool, 'blast.draft');
        const removed = await inTransaction(pool, async (tx) => {
          await auditGroup(tx, request.caller, {
            verb: 'remove',
            group,
            before: group,
            after: null,
          });
          return deleteTargetGroup(tx, group.id);
        });
        return { removed };
      },
    }),
  ];
}

async function requireGroup(request: FastifyRequest, pool: Pool, action: Action) {
  const group = await findTargetGroup(pool, (request.params as { id: number }).id);
  if (group === null) throw new Refusal('no-such-group');
  request.require(action, group.district ?? 'state');
  const { district, ...kept } = group;
  return kept;
}

/** As a blast to it would count them now, without a cap. */
async function countGroup(
  { database, gateways }: Pick<BlastRoutes, 'database' | 'gateways'>,
  { audienceId, districts, onlyLanguage, onlyReached }: TargetGroup,
): Promise<number> {
  const training = Object.keys(gateways).length === 1;
  const { shares } = await countSelected(
    database.pool,
    {
      audienceId,
      districts,
      channel: 'sms',
      category: 'government',
      parentId: null,
      gateway: training ? 'emulator' : '',
      further: [],
      startsAt: null,
      selection: { ...usualSelection, capMessages: null, onlyLanguage, onlyReached },
    },
    gateways,
  );
  return shares.reduce((sum, { recipients }) => sum + recipients, 0);
}

async function auditGroup(
  tx: Queryable,
  caller: Caller,
  {
    verb,
    group,
    ...change
  }: { verb: string; group: TargetGroup; before?: unknown; after: unknown },
): Promise<void> {
  await writeAudit(tx, {
    ...caller,
    ...change,
    action: `target-group.${verb}`,
    subject: `target-group/${group.id}`,
  });
}

/** A named selection of a list. */
type TargetGroup = z.output<typeof groupSchema>;

const columns = `g.id, g.name, g.audience_id AS "audienceId", g.districts, g.language AS "onlyLanguage",
  g.reached AS "onlyReached", g.created_at AS "createdAt"`;

/** By name. */
function listTargetGroups(database: Queryable, district: string | null): Promise<TargetGroup[]> {
  return queryRows<TargetGroup>(database)`
    SELECT ${raw(columns)} FROM target_group AS g JOIN audience AS a ON a.id = g.audience_id
    WHERE ${district}::text IS NULL OR a.district = ${district} ORDER BY g.name, g.id LIMIT 500`;
}

async function findTargetGroup(
  database: Queryable,
  id: number,
): Promise<(TargetGroup & { district: string | null }) | null> {
  const row = await queryRow<TargetGroup & { district: string | null }>(database)`
    SELECT ${raw(columns)}, a.district FROM target_group AS g JOIN audience AS a ON a.id = g.audience_id
      WHERE g.id = ${id}`;
  return row ?? null;
}

async function insertTargetGroup(
  tx: Queryable,
  { name, audienceId, districts, onlyLanguage, onlyReached }: Omit<TargetGroup, 'id' | 'createdAt'>,
  createdBy: string,
): Promise<TargetGroup> {
  const row = await queryRow<TargetGroup>(tx)`
    INSERT INTO target_group AS g (name, audience_id, districts, language, reached, created_by)
    VALUES (${name}, ${audienceId}, ${districts}, ${onlyLanguage}, ${onlyReached}, ${createdBy})
      RETURNING ${raw(columns)}`;
  if (row === undefined) throw new Error('Expected the target group that was kept, got none');
  return row;
}

async function deleteTargetGroup(tx: Queryable, id: number): Promise<boolean> {
  const changed = await execute(tx)`DELETE FROM target_group WHERE id = ${id}`;
  return changed === 1;
}
