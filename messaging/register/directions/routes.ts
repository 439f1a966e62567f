import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { alike, type OccurrenceFilter } from '../../../campaigns/directions/listing.ts';
import { type OwingOffice, officeKey } from '../../../campaigns/directions/occurrence-key.ts';
import { zoneAbove } from '../../../campaigns/directions/owing-offices.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { owingOfficeName } from '../../../campaigns/words/direction-words.ts';
import { directionRoutes, type OccurrenceQuery } from '../../contract/register/directions.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import { makeMatrix, matrixColumns } from './direction-matrix.ts';
import { readCatalogue, readDetail } from './direction-views.ts';
import { changeBase, enterEvent, listSeenEvents, withdrawEvent } from './events.ts';
import {
  type DirectionSources,
  type LiveRegister,
  listFiltered,
  listSeenOffices,
  readLive,
  searchOccurrences,
} from './live-register.ts';
import { decideOccurrence, saveOccurrence, submitOccurrence } from './occurrences.ts';
import {
  attachPaper,
  type DirectionPapers,
  detachPaper,
  mostPaperBytes,
  openPaper,
} from './papers.ts';
import type { KeptOccurrence } from './register-now.ts';

const reading = { access: rolesFor('direction.read') };
const submitting = { access: rolesFor('direction.submit') };
const entering = { access: rolesFor('direction.event') };
const adding = { access: rolesFor('direction.add') };

/** The register for officers: each office its own and those below it, headquarters all. */
export function registerDirections(
  app: FastifyInstance,
  { papers, uploads }: { papers: DirectionPapers; uploads: UploadRoom },
): void {
  const { sources } = papers;
  registerLists(app, sources);
  registerOccurrences(app, sources);
  registerPapers(app, { papers, uploads });
  registerEvents(app, sources);
}

function registerLists(app: FastifyInstance, sources: DirectionSources): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.route({
    ...directionRoutes.catalogue,
    config: reading,
    handler: async ({ actor }) => readCatalogue(sources, actor),
  });
  routes.route({
    ...directionRoutes.list,
    config: reading,
    handler: async ({ actor, query }) => listPage(sources, query, actor),
  });
  routes.route({
    ...directionRoutes.matrix,
    config: reading,
    handler: async ({ actor, query }) => readMatrix(sources, query, actor),
  });
}

async function listPage(sources: DirectionSources, query: OccurrenceQuery, actor: Actor) {
  const known = await readLive(sources);
  const { counts, entries } = await searchOccurrences(sources, known, {
    actor,
    filter: toFilter(known, query),
    only: (office) => isSelected(sources, office, query),
  });
  const groups = query.grouped ? alike(entries) : entries.map((entry) => [entry]);
  const page = groups.slice(query.offset, query.offset + query.limit).flatMap((group) => {
    const [first] = group;
    const offices = group.map(({ key, office }) => ({ key, office }));
    return first === undefined ? [] : [{ ...toShown(first), alike: query.grouped ? offices : [] }];
  });
  return { total: groups.length, counts, entries: page };
}

async function readMatrix(sources: DirectionSources, query: ListQuery, actor: Actor) {
  const known = await readLive(sources);
  const offices = listSeenOffices(sources, known, actor);
  const listed = await listFiltered(sources, known, { offices, filter: toFilter(known, query) });
  const { campaign, directory } = sources;
  const { districts } = directory;
  const places = { campaign, districts, branches: known.register.branches };
  const columns = matrixColumns(offices, {
    findZone: (office) => zoneAbove(office, districts),
    findName: (office) => owingOfficeName(office, places),
  });
  return makeMatrix(known.register, listed, columns);
}

function registerOccurrences(app: FastifyInstance, sources: DirectionSources): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.route({
    ...directionRoutes.read,
    config: reading,
    handler: async ({ actor, query }) => readDetail(sources, query.key, actor),
  });
  routes.route({
    ...directionRoutes.save,
    config: submitting,
    handler: async ({ actor, caller, body }) => {
      await saveOccurrence(sources, body, caller);
      return readDetail(sources, body.key, actor);
    },
  });
  routes.route({
    ...directionRoutes.submit,
    config: submitting,
    handler: async ({ actor, caller, body }) => {
      await submitOccurrence(sources, body, caller);
      return readDetail(sources, body.key, actor);
    },
  });
  routes.route({
    ...directionRoutes.decide,
    // An office takes its own back here; `mayAct` says who may do what.
    config: submitting,
    handler: async ({ actor, caller, body }) => {
      await decideOccurrence(sources, body, caller);
      return readDetail(sources, body.key, actor);
    },
  });
}

function registerPapers(
  app: FastifyInstance,
  { papers, uploads }: { papers: DirectionPapers; uploads: UploadRoom },
): void {
  const { sources } = papers;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.route({
    ...directionRoutes.attach,
    config: submitting,
    handler: async (request) => {
      const { actor, caller, query } = request;
      await uploads.lend(request, mostPaperBytes, (upload) =>
        attachPaper(papers, { ...query, ...upload }, caller),
      );
      return readDetail(sources, query.key, actor);
    },
  });
  routes.route({
    ...directionRoutes.file,
    config: reading,
    handler: async ({ actor, params }, reply) => {
      const { file, content } = await openPaper(papers, params.id, actor);
      const name = `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`;
      reply.headers({ 'content-length': file.bytes, 'content-disposition': name });
      return reply.type(file.type).send(content);
    },
  });
  routes.route({
    ...directionRoutes.detach,
    config: submitting,
    handler: async ({ actor, caller, params, body }) => {
      const key = await detachPaper(papers, { ...params, ...body }, caller);
      return readDetail(sources, key, actor);
    },
  });
}

function registerEvents(app: FastifyInstance, sources: DirectionSources): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.route({
    ...directionRoutes.events,
    config: reading,
    handler: async ({ actor }) => listSeenEvents(sources, actor),
  });
  routes.route({
    ...directionRoutes.enterEvent,
    config: entering,
    handler: async ({ actor, caller, body }, reply) => {
      await enterEvent(sources, body, caller);
      return reply.code(201).send(await listSeenEvents(sources, actor));
    },
  });
  routes.route({
    ...directionRoutes.withdrawEvent,
    config: entering,
    handler: async ({ actor, caller, params }) => {
      await withdrawEvent(sources, params.id, caller);
      return listSeenEvents(sources, actor);
    },
  });
  routes.route({
    ...directionRoutes.setBase,
    config: adding,
    handler: async ({ actor, caller, body }) => {
      await changeBase(sources, body, caller);
      return readCatalogue(sources, actor);
    },
  });
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
    ({ id, obligations, apps }) =>
      (direction === undefined || id === direction) &&
      (obligation === undefined || obligations.some((each) => each.id === obligation)) &&
      (app === undefined || apps.includes(app)),
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
export function isSelected(
  { directory: { districts } }: DirectionSources,
  office: OwingOffice,
  query: ListQuery,
): boolean {
  const key = officeKey(office);
  if (query.office !== undefined && key !== query.office) return false;
  if (query.role !== undefined && office.role !== query.role) return false;
  if (query.zone === undefined) return true;
  return (office.role === 'zone' ? office.area : zoneAbove(key, districts)) === query.zone;
}

/** As the contract has it; what only the service needs stays there. */
function toShown(entry: KeptOccurrence) {
  return {
    key: entry.key,
    direction: entry.direction,
    obligation: entry.obligation,
    office: entry.office,
    period: entry.period,
    since: entry.since,
    due: entry.due,
    dueBy: entry.dueBy,
    event: entry.event,
    before: entry.before,
    endedOn: entry.endedOn,
    state: entry.state,
    lateDays: entry.lateDays,
    open: entry.open,
    forwarded: entry.forwarded,
    version: entry.version,
    submittedOn: entry.submittedOn,
    sample: entry.sample,
    waits: entry.waits,
  };
}
