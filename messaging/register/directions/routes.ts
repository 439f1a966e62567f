import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { alike, type OccurrenceFilter } from '../../../campaigns/directions/listing.ts';
import { type OwingOffice, officeKey } from '../../../campaigns/directions/occurrence-key.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { owingOfficeName } from '../../../campaigns/words/direction-words.ts';
import { directionRoutes } from '../../contract/register/directions.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import type { KeptOccurrence, LiveRegister } from './direction-desk.ts';
import { makeMatrix, matrixColumns } from './direction-matrix.ts';
import { makeCatalogue, readDetail, type ViewSources } from './direction-views.ts';
import type { EventBook } from './event-book.ts';
import { mostPaperBytes, type PaperBook } from './paper-book.ts';

export interface DirectionRouteDependencies {
  sources: ViewSources;
  events: EventBook;
  papers: PaperBook;
  uploads: UploadRoom;
}

const reading = { access: rolesFor('direction.read') };
const submitting = { access: rolesFor('direction.submit') };
const reviewing = { access: rolesFor('direction.review') };
const entering = { access: rolesFor('direction.event') };
const adding = { access: rolesFor('direction.add') };

/** The register for officers: each office its own and those below it, headquarters all. */
export function registerDirections(
  app: FastifyInstance,
  dependencies: DirectionRouteDependencies,
): void {
  const { sources, events } = dependencies;
  const { desk, campaign, districts } = sources;
  const routes = app.withTypeProvider<ZodTypeProvider>();

  routes.route({
    ...directionRoutes.catalogue,
    config: reading,
    handler: async ({ actor }) => makeCatalogue(sources, await desk.read(), actor),
  });
  routes.route({
    ...directionRoutes.list,
    config: reading,
    handler: async ({ actor, query }) => {
      const known = await desk.read();
      const { counts, entries } = await desk.list(known, actor, {
        filter: toFilter(known, query),
        only: (office) => isWanted(office, query, desk.zoneOf(officeKey(office))),
      });
      const groups = query.grouped ? alike(entries) : entries.map((own) => [own]);
      const page = groups.slice(query.offset, query.offset + query.limit).flatMap((group) => {
        const [first] = group;
        const offices = group.map(({ key, office }) => ({ key, office }));
        return first === undefined
          ? []
          : [{ ...shown(first), alike: query.grouped ? offices : [] }];
      });
      return { total: groups.length, counts, entries: page };
    },
  });
  routes.route({
    ...directionRoutes.matrix,
    config: reading,
    handler: async ({ actor, query }) => {
      const known = await desk.read();
      const offices = desk.seenBy(known, actor);
      const listed = await desk.listed(known, offices, toFilter(known, query));
      const places = { campaign, districts, branches: known.register.branches };
      const columns = matrixColumns(offices, {
        zoneOf: desk.zoneOf,
        nameOf: (office) => owingOfficeName(office, places),
      });
      return makeMatrix(known.register, listed, columns);
    },
  });
  registerOccurrences(app, dependencies);
  registerPapers(app, dependencies);

  routes.route({
    ...directionRoutes.events,
    config: reading,
    handler: async ({ actor }) => events.list(actor),
  });
  routes.route({
    ...directionRoutes.enterEvent,
    config: entering,
    handler: async ({ actor, caller, body }, reply) => {
      await events.enter(caller, body);
      return reply.code(201).send(await events.list(actor));
    },
  });
  routes.route({
    ...directionRoutes.withdrawEvent,
    config: entering,
    handler: async ({ actor, caller, params }) => {
      await events.withdraw(caller, params.id);
      return events.list(actor);
    },
  });
  routes.route({
    ...directionRoutes.setBase,
    config: adding,
    handler: async ({ actor, caller, body }) => {
      await events.setBase(caller, body);
      return makeCatalogue(sources, await desk.read(), actor);
    },
  });
}

function registerOccurrences(app: FastifyInstance, { sources }: DirectionRouteDependencies): void {
  const { desk, book } = sources;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const answer = answerer(sources);

  routes.route({
    ...directionRoutes.read,
    config: reading,
    handler: async ({ actor, query }) => {
      const known = await desk.read();
      const found = book.find(known, actor, query.key);
      return readDetail(sources, known, { actor, found });
    },
  });
  routes.route({
    ...directionRoutes.save,
    config: submitting,
    handler: async ({ actor, caller, body: { details, figures, ...request } }) => {
      await book.save(caller, request, { details, figures });
      return answer(actor, request.key);
    },
  });
  routes.route({
    ...directionRoutes.submit,
    config: submitting,
    handler: async ({ actor, caller, body: { details, figures, reason, ...request } }) => {
      await book.submit(caller, request, { details, figures, reason });
      return answer(actor, request.key);
    },
  });
  routes.route({
    ...directionRoutes.decide,
    config: reviewing,
    handler: async ({ actor, caller, body: { action, remark, ...request } }) => {
      await book.decide(caller, request, { action, remark });
      return answer(actor, request.key);
    },
  });
}

function registerPapers(
  app: FastifyInstance,
  { sources, papers, uploads }: DirectionRouteDependencies,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const answer = answerer(sources);

  routes.route({
    ...directionRoutes.attach,
    config: submitting,
    handler: async (request) => {
      const { actor, query } = request;
      await uploads.lend(request, mostPaperBytes, (upload) =>
        papers.attach({ actor, requestId: request.id }, query, upload),
      );
      return answer(actor, query.key);
    },
  });
  routes.route({
    ...directionRoutes.file,
    config: reading,
    handler: async ({ caller, params }, reply) => {
      const { file, content } = await papers.open(caller, params.id);
      return reply
        .type(file.type)
        .header('content-length', file.bytes)
        .header(
          'content-disposition',
          `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        )
        .send(content);
    },
  });
  routes.route({
    ...directionRoutes.detach,
    config: submitting,
    handler: async ({ actor, caller, params, body }) => {
      const key = await papers.detach(caller, params.id, body.version);
      return answer(actor, key);
    },
  });
}

/** An occurrence as it now is. */
function answerer(sources: ViewSources) {
  return async (actor: Actor, key: string) => {
    const known = await sources.desk.read();
    return readDetail(sources, known, { actor, found: sources.book.find(known, actor, key) });
  };
}

export interface ListQuery {
  direction?: string | undefined;
  obligation?: string | undefined;
  app?: string | undefined;
  office?: string | undefined;
  role?: string | undefined;
  zone?: string | undefined;
  state?: OccurrenceFilter['state'];
  month?: string | undefined;
  toMonth?: string | undefined;
}

export function toFilter({ register }: LiveRegister, query: ListQuery): OccurrenceFilter {
  const { direction, obligation, app, state, month, toMonth } = query;
  const isWhole = direction === undefined && obligation === undefined && app === undefined;
  const directions = register.directions.filter(
    (own) =>
      (direction === undefined || own.id === direction) &&
      (obligation === undefined || own.obligations.some(({ id }) => id === obligation)) &&
      (app === undefined || own.apps.includes(app)),
  );
  return {
    ...(isWhole ? {} : { directions: new Set(directions.map(({ id }) => id)) }),
    ...(obligation === undefined ? {} : { obligation }),
    ...(state === undefined ? {} : { state }),
    ...(month === undefined ? {} : { month }),
    ...(toMonth === undefined ? {} : { toMonth }),
  };
}

/** Narrowed to an office, to a role, or to a zone with all offices below it. */
export function isWanted(office: OwingOffice, query: ListQuery, zone: string | null): boolean {
  if (query.office !== undefined && officeKey(office) !== query.office) return false;
  if (query.role !== undefined && office.role !== query.role) return false;
  if (query.zone === undefined) return true;
  return office.role === 'zone' ? office.area === query.zone : zone === query.zone;
}

/** As the contract has it; what only the service needs stays there. */
function shown({
  key,
  direction,
  obligation,
  office,
  period,
  since,
  due,
  dueBy,
  event,
  before,
  endedOn,
  ...own
}: KeptOccurrence) {
  const { state, lateDays, open, forwarded, version, submittedOn, sample, waits } = own;
  return {
    ...{ key, direction, obligation, office, period, since, due, dueBy, event, before, endedOn },
    ...{ state, lateDays, open, forwarded, version, submittedOn, sample, waits },
  };
}
