import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { longestRemark } from '../../../campaigns/directions/limits.ts';
import { alike, type OccurrenceFilter } from '../../../campaigns/directions/listing.ts';
import { type OwingOffice, officeKey } from '../../../campaigns/directions/occurrence-key.ts';
import { occurrenceActions } from '../../../campaigns/directions/occurrence-state.ts';
import { zoneAbove } from '../../../campaigns/directions/owing-offices.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { month as monthSchema, paragraph, reference } from '../../../campaigns/text-types.ts';
import { owingOfficeName } from '../../../campaigns/words/direction-words.ts';
import { oneId, refusals } from '../../contract/route.ts';
import { answerAct, byOfficer } from '../../kit/held-acts.ts';
import { heldAnswer } from '../../people/held-acts/held-acts-schemas.ts';
import { addRoutes, serveRoute } from '../../platform/http/serve-route.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import { makeMatrix, matrixColumns } from './direction-matrix.ts';
import { readCatalogue, readDetail } from './direction-views.ts';
import {
  anyFile,
  catalogue,
  changed,
  day,
  detail,
  event,
  id as idSchema,
  key as keySchema,
  list,
  matrix,
  type OccurrenceQuery,
  occurrenceQuery,
  remark,
  type Selection,
  seen,
  written,
} from './directions-schemas.ts';
import { listSeenEvents } from './events.ts';
import type { RegisterDoors } from './held-steps.ts';
import {
  type DirectionSources,
  type LiveRegister,
  listFiltered,
  listSeenOffices,
  readLive,
  searchOccurrences,
} from './live-register.ts';
import { decideOccurrence, isOnBehalf, saveOccurrence, submitOccurrence } from './occurrences.ts';
import {
  attachPaper,
  type DirectionPapers,
  detachPaper,
  mostPaperBytes,
  openPaper,
} from './papers.ts';

/** The register for officers: each office its own and those below it, headquarters all. */
export function registerDirections(
  app: FastifyInstance,
  {
    papers,
    uploads,
    doors,
  }: { papers: DirectionPapers; uploads: UploadRoom; doors: RegisterDoors },
): void {
  const { sources } = papers;
  addRoutes(app, listRoutes(sources));
  addRoutes(app, occurrenceRoutes(sources, doors));
  addRoutes(app, paperRoutes({ papers, uploads }));
  addRoutes(app, eventRoutes(sources, doors));
}

export function listRoutes(sources: DirectionSources) {
  return [
    serveRoute('GET /api/directions', {
      summary: 'All directions with their papers, apps and the offices that the officer may see',
      response: { 200: catalogue },
      may: 'direction.read',
      handler: async ({ actor }) => readCatalogue(sources, actor),
    }),
    serveRoute('GET /api/directions/occurrences', {
      summary: 'What is owed, the latest first; without a month what is settled only of late',
      querystring: occurrenceQuery,
      response: { 200: list },
      may: 'direction.read',
      handler: async ({ actor, query }) => listPage(sources, query, actor),
    }),
    serveRoute('GET /api/directions/matrix', {
      summary: 'Directions by zones and offices, with the numbers of what is done and late',
      querystring: z.object({ app: idSchema.optional(), month: monthSchema.optional() }),
      response: { 200: matrix },
      may: 'direction.read',
      handler: async ({ actor, query }) => readMatrix(sources, query, actor),
    }),
  ];
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
    return first === undefined ? [] : [{ ...first, alike: query.grouped ? offices : [] }];
  });
  return { total: groups.length, counts, entries: page };
}

async function readMatrix(sources: DirectionSources, query: Selection, actor: Actor) {
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

export function occurrenceRoutes(sources: DirectionSources, doors: RegisterDoors) {
  return [
    serveRoute('GET /api/directions/occurrence', {
      summary: 'One occurrence: what was handed in, what was decided, what the officer may do',
      querystring: z.object({ key: keySchema }),
      response: { 200: detail, ...refusals(404) },
      may: 'direction.read',
      handler: async ({ actor, query }) => readDetail(sources, query.key, actor),
    }),
    serveRoute('PUT /api/directions/occurrence', {
      summary: 'Keeps a draft',
      body: z.object(written),
      response: changed,
      may: 'direction.submit',
      handler: async ({ actor, caller, body }) => {
        await saveOccurrence(sources, body, caller);
        return readDetail(sources, body.key, actor);
      },
    }),
    serveRoute('POST /api/directions/occurrence/submit', {
      summary:
        'Hands it in; HQ may do so on behalf of an office, which the log says, and waits for a second officer where it is late or not the first of a day',
      body: z.object({
        ...written,
        reason: remark
          .default('')
          .describe(
            'Why a figure goes beyond what the office has; it then waits for a second officer',
          ),
      }),
      response: { ...changed, 202: heldAnswer },
      may: 'direction.submit',
      handler: async ({ actor, caller, body }, reply) => {
        const { key, version, ...handedIn } = body;
        if (!isOnBehalf(actor, key.split('/')[1] ?? '')) {
          await submitOccurrence(sources, body, caller);
          return readDetail(sources, key, actor);
        }
        const outcome = await doors.steps({
          input: { keys: [key], version, action: 'submit', remark: '', handedIn, actor },
          subject: `direction/${key}`,
          reason: handedIn.reason || handedIn.details,
          ...byOfficer(caller),
        });
        return answerAct(reply, outcome, () => readDetail(sources, key, actor));
      },
    }),
    serveRoute('POST /api/directions/occurrence/decide', {
      summary: 'Forwards, accepts, returns with a remark, sets aside with a reason, opens again',
      body: z.object({
        key: keySchema,
        version: z.int().nonnegative(),
        action: z.enum(occurrenceActions).exclude(['save', 'submit']),
        remark: remark.default(''),
      }),
      response: { ...changed, 202: heldAnswer },
      // An office takes its own back here; `mayAct` says who may do what.
      may: 'direction.submit',
      handler: async ({ actor, caller, body: { action, ...body } }, reply) => {
        const { key, remark } = body;
        if (action === 'accept' || action === 'forward' || action === 'withdraw') {
          await decideOccurrence(sources, { action, ...body }, caller);
          return readDetail(sources, key, actor);
        }
        const outcome = await doors.steps({
          input: { keys: [key], version: body.version, action, remark, actor },
          subject: `direction/${key}`,
          reason: remark,
          ...byOfficer(caller),
        });
        return answerAct(reply, outcome, () => readDetail(sources, key, actor));
      },
    }),
  ];
}

export function paperRoutes({ papers, uploads }: { papers: DirectionPapers; uploads: UploadRoom }) {
  const { sources } = papers;
  return [
    serveRoute('POST /api/directions/files', {
      summary: 'Adds a paper: PDF, DOCX, XLSX, JPEG or PNG up to 10 MB (multipart, one file)',
      querystring: z.object({
        key: keySchema,
        version: z.coerce.number<number>().int().nonnegative(),
      }),
      response: { 200: detail, ...refusals(404, 408, 409, 413, 422, 429) },
      may: 'direction.submit',
      handler: async (request) => {
        const { actor, caller, query } = request;
        await uploads.lend(request, mostPaperBytes, (upload) =>
          attachPaper(papers, { ...query, ...upload }, caller),
        );
        return readDetail(sources, query.key, actor);
      },
    }),
    serveRoute('GET /api/directions/files/:id', {
      summary: 'A paper that was handed in',
      params: oneId,
      response: { 200: anyFile, ...refusals(404) },
      may: 'direction.read',
      handler: async ({ actor, params }, reply) => {
        const { file, content } = await openPaper(papers, params.id, actor);
        const name = `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`;
        reply.headers({ 'content-length': file.bytes, 'content-disposition': name });
        return reply.type(file.type).send(content);
      },
    }),
    serveRoute('POST /api/directions/files/:id/remove', {
      summary: 'Takes a paper off',
      params: oneId,
      body: z.object(seen),
      response: changed,
      may: 'direction.submit',
      handler: async ({ actor, caller, params, body }) => {
        const key = await detachPaper(papers, { ...params, ...body }, caller);
        return readDetail(sources, key, actor);
      },
    }),
  ];
}

export function eventRoutes(sources: DirectionSources, doors: RegisterDoors) {
  return [
    serveRoute('GET /api/directions/events', {
      summary: 'What started a clock, the latest first',
      response: { 200: z.array(event) },
      may: 'direction.read',
      handler: async ({ actor }) => listSeenEvents(sources, actor),
    }),
    serveRoute('POST /api/directions/events', {
      summary: 'Enters the end of an election (HQ) or a first posting (district): no names',
      body: z.object({
        kind: idSchema,
        day,
        district: reference({ max: 40 }).default(''),
        station: reference({ max: 64 }).default(''),
        remark: remark.default(''),
        reason: paragraph({ max: longestRemark }).default(''),
      }),
      response: { 201: z.array(event), 202: heldAnswer, ...refusals(409) },
      may: 'direction.event',
      handler: async ({ actor, caller, body: { reason, ...entered } }, reply) => {
        const { kind, district, station } = entered;
        const outcome = await doors.change({
          input: { entered: { ...entered, actor } },
          subject: `direction-event/${[kind, district, station].filter(Boolean).join('-')}`,
          reason,
          ...byOfficer(caller),
        });
        return answerAct(reply, outcome, () => listSeenEvents(sources, actor));
      },
    }),
    serveRoute('POST /api/directions/events/:id/withdraw', {
      summary: 'Takes an event back for which nothing was handed in yet',
      params: oneId,
      body: z.object({ reason: paragraph({ max: longestRemark }).default('') }).nullish(),
      response: { 200: z.array(event), 202: heldAnswer, ...refusals(404, 409) },
      may: 'direction.event',
      handler: async ({ actor, caller, params, body }, reply) => {
        const outcome = await doors.change({
          input: { event: { ...params, actor } },
          subject: `direction-event/${params.id}`,
          reason: body?.reason ?? '',
          ...byOfficer(caller),
        });
        return answerAct(reply, outcome, () => listSeenEvents(sources, actor));
      },
    }),
    serveRoute('POST /api/directions/bases', {
      summary:
        'Another day from which the computed dates of a paper count; null for the paper’s own',
      body: z.object({
        paper: idSchema,
        day: day.nullable(),
        reason: paragraph({ min: 1, max: longestRemark }),
      }),
      response: { 200: catalogue, 202: heldAnswer, ...refusals(404, 409) },
      may: 'direction.add',
      handler: async ({ actor, caller, body: base }, reply) => {
        const outcome = await doors.change({
          input: { base },
          subject: `direction-paper/${base.paper}`,
          reason: base.reason,
          ...byOfficer(caller),
        });
        return answerAct(reply, outcome, () => readCatalogue(sources, actor));
      },
    }),
  ];
}

export function toFilter({ register }: LiveRegister, query: Selection): OccurrenceFilter {
  const { direction, obligation, app, state, month, toMonth } = query;
  const isWhole = direction === undefined && obligation === undefined && app === undefined;
  const directions = register.directions.filter(
    ({ id, obligations, apps }) =>
      (direction === undefined || id === direction) &&
      (obligation === undefined || obligations.some((each) => each.id === obligation)) &&
      (app === undefined || apps.includes(app)),
  );
  return {
    directions: isWhole ? undefined : new Set(directions.map(({ id }) => id)),
    obligation,
    state,
    month,
    toMonth,
  };
}

/** Narrowed to an office, to a role, or to a zone with all offices below it. */
export function isSelected(
  { directory: { districts } }: DirectionSources,
  office: OwingOffice,
  query: Selection,
): boolean {
  const key = officeKey(office);
  if (query.office !== undefined && key !== query.office) return false;
  if (query.role !== undefined && office.role !== query.role) return false;
  if (query.zone === undefined) return true;
  return (office.role === 'zone' ? office.area : zoneAbove(key, districts)) === query.zone;
}
