import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Campaign } from '../../campaigns/campaign.ts';
import { writeAudit } from '../../campaigns/offices/audit-log.ts';
import { type Action, rolesFor } from '../../campaigns/offices/permission.ts';
import { classifyNumber } from '../audience/number.ts';
import { type Blast, textFor } from '../blast/blast.ts';
import { type Deed, type Refusal, refusalTexts } from '../blast/state.ts';
import type { Gateway } from '../gateways/gateway.ts';
import { SendError } from '../gateways/send-error.ts';
import {
  assignShortCode,
  buildDraft,
  type DraftInput,
  estimateBlast,
  problemsOf,
} from '../queue/draft.ts';
import { findAudience } from '../store/audiences-sql.ts';
import { doDeed, findBlast, insertBlast, listBlasts } from '../store/blasts-sql.ts';
import { handleOf } from '../store/client-handle.ts';
import { settleByOfficer } from '../store/ledger-sql.ts';
import {
  readDistrictFigures,
  readFigures,
  readLinkScans,
  readMinutes,
} from '../store/tallies-sql.ts';

export interface BlastDependencies {
  pool: Pool;
  campaign: Campaign;
  /** Paise a segment; its keys are the gateways that are set up. */
  paise: Readonly<Record<string, number>>;
  gateways: Readonly<Record<string, Gateway>>;
  /** Registry that grows on this installation. */
  grownFile: string;
  now: () => Date;
  today: () => string;
}

const testValiditySeconds = 600;
const one = z.object({ id: z.coerce.number().int().positive() });
const minuteOfDay = z.int().min(0).max(1440);
const draftInput = z.object({
  name: z.string().trim().min(1).max(200),
  channel: z.enum(['sms', 'ivr']),
  templates: z.object({ hi: z.string().optional(), en: z.string().optional() }).default({}),
  values: z
    .object({ hi: z.array(z.string()).optional(), en: z.array(z.string()).optional() })
    .default({}),
  gateway: z.string().max(20),
  audienceId: z.int().positive(),
  districts: z.array(z.string().max(60)).min(1).max(75).nullable().default(null),
  startsAt: z.coerce.date().nullable().default(null),
  fromMinute: minuteOfDay.default(0),
  toMinute: minuteOfDay.default(1440),
  canarySize: z.int().min(0).max(100_000).default(200),
  budgetPaise: z.int().positive().nullable().default(null),
});
const deedInput = {
  submit: z.object({}).default({}),
  withdraw: z.object({}).default({}),
  reject: z.object({ remark: z.string().max(2000) }),
  approve: z.object({ revision: z.int().positive() }),
  pause: z.object({}).default({}),
  resume: z.object({}).default({}),
  stop: z.object({}).default({}),
} as const;
const deedActions: Record<keyof typeof deedInput, Action> = {
  submit: 'blast.draft',
  withdraw: 'blast.draft',
  reject: 'blast.approve',
  approve: 'blast.approve',
  pause: 'blast.run',
  resume: 'blast.run',
  stop: 'blast.run',
};

/** Answered by the server as 409 with its words. */
class NotPossible extends Error {
  readonly statusCode = 409;
}

/** Drafting, approval and running of blasts, with live figures and cost. */
export function registerBlasts(app: FastifyInstance, dependencies: BlastDependencies): void {
  const { pool, campaign, paise, now } = dependencies;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const read = { access: rolesFor('blast.read') };
  const draft = { access: rolesFor('blast.draft') };

  routes.get(
    '/api/blasts',
    { config: read, schema: { summary: 'Blasts, the newest first' } },
    async (request) => listBlasts(pool, request.actor.district ?? null),
  );

  routes.get(
    '/api/blasts/:id',
    { config: read, schema: { summary: 'A blast with live figures and cost', params: one } },
    async (request, reply) => {
      const blast = await find(request, 'blast.read');
      if (blast === null) return reply.code(404).send({ error: 'no-such-blast' });
      return view(blast);
    },
  );

  routes.post(
    '/api/blasts',
    { config: draft, schema: { summary: 'A new draft', body: draftInput } },
    async (request, reply) => {
      const input = await checkedInput(request, request.body);
      const shortCode = await assignShortCode(dependencies.grownFile, input.channel);
      const blast = await insertBlast(pool, {
        draft: buildChecked(input, shortCode),
        drafterId: request.actor.id,
        district: request.actor.district ?? null,
        parentId: null,
        shortCode,
      });
      await audit(request, 'blast.draft', { before: undefined, after: blast });
      return reply.code(201).send(await view(blast));
    },
  );

  routes.put(
    '/api/blasts/:id',
    { config: draft, schema: { summary: 'Edits a draft', params: one, body: draftInput } },
    async (request, reply) => {
      const blast = await find(request, 'blast.draft');
      if (blast === null) return reply.code(404).send({ error: 'no-such-blast' });
      const input = await checkedInput(request, request.body);
      if (input.channel !== blast.channel) throw new NotPossible('Expected the same `channel`');
      const refusal = await act(
        request,
        blast,
        { kind: 'edit' },
        buildChecked(input, blast.shortCode),
      );
      if (refusal !== null) return reply.code(409).send(refused(refusal));
      return view((await findBlast(pool, blast.id)) ?? blast);
    },
  );

  for (const [kind, body] of Object.entries(deedInput)) {
    const action = deedActions[kind as keyof typeof deedInput];
    routes.post(
      `/api/blasts/:id/${kind}`,
      {
        config: { access: rolesFor(action) },
        schema: { summary: `Blast: ${kind}`, params: one, body },
      },
      async (request, reply) => {
        const blast = await find(request, action);
        if (blast === null) return reply.code(404).send({ error: 'no-such-blast' });
        if (kind === 'submit' || kind === 'approve') {
          const problems = await problemsOf(pool, blast, { campaign, today: dependencies.today() });
          if (problems.length > 0) return reply.code(409).send({ error: 'problems', problems });
        }
        const refusal = await act(request, blast, deedOf(kind, request.body));
        if (refusal !== null) return reply.code(409).send(refused(refusal));
        return view((await findBlast(pool, blast.id)) ?? blast);
      },
    );
  }

  routes.post(
    '/api/blasts/:id/test',
    {
      config: draft,
      schema: {
        summary: 'Sends the text to one number, the own one, exactly as it will be sent',
        params: one,
        body: z.object({
          number: z.string().max(20),
          language: z.enum(['hi', 'en']).default('hi'),
        }),
      },
    },
    async (request, reply) => {
      const blast = await find(request, 'blast.draft');
      if (blast === null) return reply.code(404).send({ error: 'no-such-blast' });
      const gateway = dependencies.gateways[blast.gateway];
      const classified = classifyNumber(request.body.number);
      if (gateway === undefined || classified.kind === 'rejected') {
        throw new NotPossible('Expected an Indian mobile number for `number`');
      }
      const to = `+${classified.msisdn}`;
      const { language } = request.body;
      const text = textFor(blast.texts, language);
      try {
        const receipt =
          blast.channel === 'ivr'
            ? await gateway.placeCall?.({ reference: '0', to, language })
            : await gateway.sendSms({
                reference: '0',
                to,
                ...text,
                validitySeconds: testValiditySeconds,
                principalEntityId: campaign.messages.principalEntityId,
              });
        await audit(request, 'blast.test', {
          before: blast,
          after: { providerId: receipt?.providerId },
        });
        return { providerId: receipt?.providerId ?? null };
      } catch (error) {
        if (!(error instanceof SendError)) throw error;
        return reply.code(502).send({ error: 'not-sent', code: error.code, class: error.class });
      }
    },
  );

  routes.post(
    '/api/blasts/:id/retry',
    { config: draft, schema: { summary: 'A new draft for those that failed', params: one } },
    async (request, reply) => {
      const parent = await find(request, 'blast.draft');
      if (parent === null) return reply.code(404).send({ error: 'no-such-blast' });
      if (parent.status !== 'finished' && parent.status !== 'stopped') {
        throw new NotPossible('Expected a blast that has ended');
      }
      const shortCode = await assignShortCode(dependencies.grownFile, parent.channel);
      const own = parent.texts;
      const texts = Object.fromEntries(
        Object.entries(own).map(([language, text]) => [
          language,
          { ...text, body: text.body.replaceAll(parent.shortCode, shortCode) },
        ]),
      );
      const blast = await insertBlast(pool, {
        draft: { ...parent, texts, startsAt: null, name: `${parent.name} ↻`.slice(0, 200) },
        drafterId: request.actor.id,
        district: request.actor.district ?? null,
        parentId: parent.id,
        shortCode,
      });
      await audit(request, 'blast.retry', { before: undefined, after: blast });
      return reply.code(201).send(await view(blast));
    },
  );

  routes.post(
    '/api/blasts/:id/unknown',
    {
      config: { access: rolesFor('blast.approve') },
      schema: {
        summary: 'Decides on messages of which a gateway without a listing can tell nothing',
        params: one,
        body: z.object({ decision: z.enum(['count-as-sent', 'send-again']) }),
      },
    },
    async (request, reply) => {
      const blast = await find(request, 'blast.approve');
      if (blast === null) return reply.code(404).send({ error: 'no-such-blast' });
      const { decision } = request.body;
      const settled = await settleByOfficer(pool, blast.id, decision);
      await audit(request, 'blast.settle', { before: blast, after: { decision, settled } });
      return { settled };
    },
  );

  async function find(request: FastifyRequest, action: Action): Promise<Blast | null> {
    const blast = await findBlast(pool, (request.params as { id: number }).id);
    if (blast !== null) request.require(action, blast.district ?? 'state');
    return blast;
  }

  /** A district sends to its own list and its own people only. */
  async function checkedInput(
    request: FastifyRequest,
    input: z.infer<typeof draftInput>,
  ): Promise<DraftInput> {
    const audience = await findAudience(pool, input.audienceId);
    if (audience === null) throw new NotPossible('Expected a list for `audienceId`');
    const { district } = request.actor;
    if (district !== undefined) request.require('blast.draft', audience.district ?? 'state');
    const texts = definedOnly(input.templates);
    return {
      ...input,
      templates: texts,
      values: definedOnly(input.values),
      districts: district === undefined ? input.districts : [district],
    };
  }

  function buildChecked(input: DraftInput, shortCode: string) {
    try {
      return buildDraft(input, shortCode, { campaign, paise });
    } catch (error) {
      throw Object.assign(error as Error, { statusCode: 400 });
    }
  }

  async function act(
    request: FastifyRequest,
    blast: Blast,
    deed: Deed,
    edited?: ReturnType<typeof buildDraft>,
  ): Promise<Refusal | null> {
    const decision = await doDeed(pool, blast.id, deed, {
      actor: request.actor,
      ...(edited === undefined ? {} : { draft: edited }),
      record: async (tx, before, after) => {
        await writeAudit(tx, {
          actor: request.actor,
          action: `blast.${deed.kind}`,
          subject: `blast/${blast.id}`,
          district: blast.district ?? undefined,
          before,
          after: { ...after, ...edited, deed },
          requestId: request.id,
        });
      },
    });
    return decision.kind === 'refused' ? decision.refusal : null;
  }

  async function audit(
    request: FastifyRequest,
    action: string,
    change: { before: Blast | undefined; after: Blast | Record<string, unknown> },
  ): Promise<void> {
    const client = await pool.connect();
    const subject = change.before ?? (change.after as Blast);
    try {
      await client.query('BEGIN');
      await writeAudit(handleOf(client), {
        actor: request.actor,
        action,
        subject: `blast/${subject.id}`,
        district: subject.district ?? undefined,
        ...change,
        requestId: request.id,
      });
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  /** What the console shows: what exactly is sent, to how many, for how much, and how far it is. */
  async function view(blast: Blast) {
    const planned = blast.plannedAt !== null;
    const figures = await readFigures(pool, blast.id);
    const minutes = await readMinutes(pool, blast.id, new Date(now().getTime() - 60 * 60_000));
    const lately = minutes.slice(-6, -1);
    const perMinute = lately.reduce((sum, { sent }) => sum + sent, 0) / Math.max(1, lately.length);
    return {
      blast,
      estimate: planned ? null : await estimateBlast(pool, blast),
      problems:
        blast.status === 'draft' || blast.status === 'submitted'
          ? await problemsOf(pool, blast, { campaign, today: dependencies.today() })
          : [],
      figures,
      costSoFarPaise: figures.segmentsSent * blast.paisePerSegment,
      minutes,
      link: await readLinkScans(pool, blast.shortCode),
      etaMinutes: perMinute > 0 ? Math.ceil(figures.all.planned / perMinute) : null,
      byDistrict:
        blast.status === 'finished' || blast.status === 'stopped'
          ? await readDistrictFigures(pool, blast.id)
          : [],
    };
  }
}

function refused(refusal: Refusal) {
  return { error: refusal, ...refusalTexts[refusal] };
}

function deedOf(kind: string, body: unknown): Deed {
  if (kind === 'pause') return { kind, reason: 'officer' };
  return { kind, ...(body as object) } as Deed;
}

function definedOnly<Value>(values: Record<string, Value | undefined>) {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<Record<'hi' | 'en', Value>>;
}
