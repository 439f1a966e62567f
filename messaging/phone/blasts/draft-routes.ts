import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { pendingCode } from '../../../campaigns/links/short-code.ts';
import { ValueError } from '../../../campaigns/messages/fill-template.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { blastRoutes, type GivenDraft } from '../../contract/phone/blasts.ts';
import { operatorGateway } from '../../contract/values.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { type Audience, findAudience, readSegments } from '../audiences/audiences-sql.ts';
import type { Blast, BlastDraft } from './blast.ts';
import { auditBlast, type BlastRoutes, requireBlast } from './blast-request.ts';
import { applyCommand, findBlast, findRetry, insertBlast } from './blasts-sql.ts';
import { buildDraft, type DraftInput, lacksConsent, ReplyTextError } from './draft.ts';
import type { BlastSelection } from './selection.ts';

/** The list of a draft, and how many of it the draft is for. */
interface Checked {
  audience: Audience;
  members: number;
}

/** New drafts, edits of drafts, and drafts for those that failed. */
export function registerBlastDrafts(app: FastifyInstance, dependencies: BlastRoutes): void {
  const { database, campaign, paise, gateways, views } = dependencies;
  const { pool } = database;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('blast.draft') };

  routes.route({
    ...blastRoutes.draft,
    config,
    handler: async (request, reply) => {
      const { input, ...checked } = await checkedInput(request, request.body);
      const blast = await insert(request, {
        verb: 'draft',
        parentId: null,
        draft: buildChecked(input, null, checked),
      });
      return reply.code(201).send(await views.detail(blast, request.actor));
    },
  });
  routes.route({
    ...blastRoutes.edit,
    config,
    handler: async (request) => {
      const blast = await requireBlast(request, pool, 'blast.draft');
      const { input, ...checked } = await checkedInput(request, request.body);
      if (input.channel !== blast.channel) throw new Refusal('other-channel');
      const decision = await applyCommand(
        pool,
        blast.id,
        { kind: 'edit' },
        {
          actor: request.actor,
          // A test may have given it a code meanwhile.
          draft: ({ shortCode }) => buildChecked(input, shortCode, checked),
          record: (tx, before, state) =>
            auditBlast(tx, request, {
              verb: 'edit',
              blast,
              before,
              after: { ...state, ...buildChecked(input, before.shortCode, checked) },
            }),
        },
      );
      if (decision.kind === 'refused') throw new Refusal(decision.refusal);
      return views.detail((await findBlast(pool, blast.id)) ?? blast, request.actor);
    },
  });
  routes.route({
    ...blastRoutes.retry,
    config,
    handler: async (request, reply) => {
      const parent = await requireBlast(request, pool, 'blast.draft');
      if (parent.status !== 'finished' && parent.status !== 'stopped') {
        throw new Refusal('not-ended');
      }
      if ((await findRetry(pool, parent.id)) !== null) throw new Refusal('retried-already');
      const blast = await insert(request, {
        verb: 'retry',
        parentId: parent.id,
        draft: draftOfRetry(parent),
      });
      return reply.code(201).send(await views.detail(blast, request.actor));
    },
  });

  function insert(
    request: FastifyRequest,
    given: {
      verb: 'draft' | 'retry';
      parentId: number | null;
      draft: BlastDraft;
    },
  ): Promise<Blast> {
    const { verb, parentId, draft } = given;
    const { id: drafterId, district = null } = request.actor;
    return inTransaction(pool, async (tx) => {
      const blast = await insertBlast(tx, { draft, parentId, drafterId, district });
      await auditBlast(tx, request, { verb, blast, after: blast });
      return blast;
    });
  }

  /** A district sends to its own list and its own people only. */
  async function checkedInput(
    request: FastifyRequest,
    input: GivenDraft,
  ): Promise<{ input: DraftInput } & Checked> {
    const audience = await findAudience(pool, input.audienceId);
    if (audience === null) throw new Refusal('no-such-list');
    if (audience.excluding) throw new Refusal('excluding-list');
    if (audience.sample && input.gateway !== 'emulator') throw new Refusal('sample-list');
    const calls = input.gateway === operatorGateway || gateways[input.gateway]?.placeCall;
    if (input.channel === 'ivr' && !calls) {
      throw new Refusal('no-voice');
    }
    const { district } = request.actor;
    if (district !== undefined) request.require('blast.draft', audience.district ?? 'state');
    const districts = district === undefined ? input.districts : [district];
    return {
      audience,
      members: await membersIn(audience, districts),
      input: {
        ...input,
        templates: definedOnly(input.templates),
        values: definedOnly(input.values),
        districts,
        selection: selectionOf(input),
      },
    };
  }

  /** How many of a list live in these districts; counted only where it is not known. */
  async function membersIn({ id, members }: Audience, districts: string[] | null): Promise<number> {
    if (districts === null) return members;
    const segments = await readSegments(pool, id);
    return segments
      .filter(({ district }) => district !== null && districts.includes(district))
      .reduce((sum, segment) => sum + segment.members, 0);
  }

  function buildChecked(
    input: DraftInput,
    shortCode: string | null,
    { audience, members }: Checked,
  ): BlastDraft {
    const draft = build(input, shortCode, members);
    if (lacksConsent(draft.category, audience)) throw new Refusal('no-explicit-consent');
    return draft;
  }

  function build(input: DraftInput, shortCode: string | null, members: number): BlastDraft {
    try {
      return buildDraft(input, shortCode, { campaign, paise, members });
    } catch (error) {
      if (error instanceof ReplyTextError) throw new Refusal('reply-text', {}, { cause: error });
      if (error instanceof ValueError) {
        const { variable, hi, en } = error;
        throw new Refusal('wrong-value', { variable, hi, en }, { cause: error });
      }
      throw Object.assign(error as Error, { statusCode: 400 });
    }
  }
}

/** The same text, to have a link of its own. */
function draftOfRetry(parent: Blast): BlastDraft {
  const { shortCode } = parent;
  const texts = Object.fromEntries(
    Object.entries(parent.texts).map(([language, text]) => [
      language,
      { ...text, body: text.body.replaceAll(shortCode ?? pendingCode, pendingCode) },
    ]),
  );
  return { ...parent, texts, startsAt: null, name: `${parent.name.slice(0, 190)} (पुनः)` };
}

function definedOnly<Value>(values: Record<string, Value | undefined>) {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<Record<'hi' | 'en', Value>>;
}

function selectionOf(input: GivenDraft): BlastSelection {
  const { capMessages, capDays, skipReceived, skipBlastIds, dndClasses } = input;
  return {
    capMessages,
    capDays,
    skipReceived,
    skipBlastIds: skipReceived === 'blasts' ? skipBlastIds : [],
    dndClasses: [...new Set([0, ...dndClasses])].toSorted(),
  };
}
