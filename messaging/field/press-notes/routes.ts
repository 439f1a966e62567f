import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { listCovered, rolesFor } from '../../../campaigns/offices/permission.ts';
import { noteNotices } from '../../../campaigns/press-notes/note-notices.ts';
import {
  type NoteQuery,
  type PressNoteDetail,
  pressNoteRoutes,
} from '../../contract/field/press-notes.ts';
import { judgeSecondPerson } from '../../people/accounts/second-person.ts';
import type { PaperPress } from '../../platform/documents/papers.ts';
import { sendDownload } from '../../platform/http/download.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { sendPhotoFault } from '../activities/activity-answers.ts';
import { lendPhoto } from '../activities/photo-upload.ts';
import { districtsInOrder, findMeanings } from '../activities/search-meaning.ts';
import { type CuttingFiles, keepCutting, openCutting, recordAppearance } from './appearances.ts';
import { findNotes } from './find-notes-sql.ts';
import { findReaders } from './note-readers.ts';
import {
  findDistrict,
  listPlaces,
  listServices,
  listStations,
  makeContext,
  readDays,
} from './note-sources.ts';
import {
  cancelNote,
  changeNote,
  draftNote,
  issueNote,
  type PressNoteSources,
  readNote,
  returnNote,
  seeNote,
  submitNote,
} from './note-steps.ts';
import { listAppearances, readPaperNames } from './press-notes-sql.ts';
import { pressNoteText, pressWriters } from './press-writers.ts';

export interface PressNoteDependencies {
  sources: PressNoteSources;
  files: CuttingFiles;
  uploads: UploadRoom;
  decoders: PaperPress;
}

const reading = { access: rolesFor('press-note.read') };
const drafting = { access: rolesFor('press-note.draft') };
const clearing = { access: rolesFor('press-note.clear') };

/** Press notes: written by the district; what is typed is read by a second officer before it goes out. */
export function registerPressNotes(app: FastifyInstance, deps: PressNoteDependencies): void {
  registerReading(app, deps);
  registerSteps(app, deps.sources);
  registerAppearances(app, deps);
}

function registerReading(
  app: FastifyInstance,
  { sources, decoders }: Pick<PressNoteDependencies, 'sources' | 'decoders'>,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.route({
    ...pressNoteRoutes.form,
    config: reading,
    handler: async ({ query }) => describeForm(sources, query.district),
  });
  routes.route({
    ...pressNoteRoutes.list,
    config: reading,
    handler: async ({ actor, query }) => listNotes(sources, query, actor),
  });
  routes.route({
    ...pressNoteRoutes.read,
    config: reading,
    handler: async ({ actor, params }) => describeNote(sources, params.id, actor),
  });
  routes.route({
    ...pressNoteRoutes.write,
    config: reading,
    handler: async ({ actor, params, query: { format } }, reply) => {
      const { name, written } = await findWritten(sources, params.id, actor);
      if (format === 'txt') return sendDownload(reply, `${name}.txt`, pressNoteText(written));
      const bytes = await decoders.readWhole(pressWriters[format], written, actor.id);
      return sendDownload(reply, `${name}.${format}`, bytes);
    },
  });
}

async function describeForm(sources: PressNoteSources, id: string) {
  const district = findDistrict(sources, id);
  if (district === undefined) throw new Refusal('outside-area');
  const { campaign, pressNotes, database } = sources;
  const { app, link, typedLink } = makeContext(sources, district);
  const { host, confirmed } = campaign.links;
  const days = readDays(sources);
  return {
    pressNotes,
    app,
    link,
    typedLink,
    linkHost: { host, confirmed },
    days,
    months: { first: days.first.slice(0, 7), last: days.last.slice(0, 7) },
    stations: listStations(sources, district),
    places: listPlaces(sources, district),
    services: listServices(sources),
    papers: await readPaperNames(database.pool, id),
  };
}

async function listNotes(
  { database, directory }: PressNoteSources,
  { district, q, language, ...query }: NoteQuery,
  actor: Actor,
) {
  return findNotes(database.pool, {
    ...query,
    districts: listCovered(actor, directory.districts, district),
    words: findMeanings(q, directory),
    places: query.order === 'place' ? districtsInOrder(directory, language) : [],
  });
}

/** A note with its log, as it now is. */
async function describeNote(
  sources: PressNoteSources,
  id: number,
  actor: Actor,
): Promise<PressNoteDetail> {
  const { pool } = sources.database;
  const { note, district } = await seeNote(sources, id, actor);
  // Ids of accounts stay in the service.
  const { makers, ...shown } = note;
  const waitsFor =
    note.status === 'waiting' ? (await findReaders(pool, note, district)).level : null;
  return {
    note: { ...shown, waitsFor },
    second: await judgeSecondPerson(pool, actor.id, makers),
    log: await listAppearances(pool, id),
  };
}

/** An issued note as its files have it, with their name. */
async function findWritten(sources: PressNoteSources, id: number, actor: Actor) {
  const { note } = await seeNote(sources, id, actor);
  const { content, issuedOn, status, district, number, year, sample } = note;
  if (content === null || issuedOn === null) throw new Refusal('not-possible', { status });
  const notices = noteNotices(note, content.language ?? 'hi');
  return {
    name: `${sample ? 'SAMPLE-' : ''}press-note-${district}-${number}-${year}`,
    written: { content, issuedOn, app: sources.campaign.app.name, notices },
  };
}

function registerSteps(app: FastifyInstance, sources: PressNoteSources): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.route({
    ...pressNoteRoutes.draft,
    config: drafting,
    handler: async ({ actor, caller, body }, reply) => {
      const id = await draftNote(sources, body, caller);
      return reply.code(201).send(await describeNote(sources, id, actor));
    },
  });
  routes.route({
    ...pressNoteRoutes.change,
    config: drafting,
    handler: async ({ actor, caller, params, body }) => {
      await changeNote(sources, { ...params, ...body }, caller);
      return describeNote(sources, params.id, actor);
    },
  });
  routes.route({
    ...pressNoteRoutes.submit,
    config: drafting,
    handler: async ({ actor, caller, params, body }) => {
      await submitNote(sources, { ...params, ...body }, caller);
      return describeNote(sources, params.id, actor);
    },
  });
  routes.route({
    ...pressNoteRoutes.decide,
    config: clearing,
    handler: async ({ actor, caller, params, body }) => {
      await readNote(sources, { ...params, ...body }, caller);
      return describeNote(sources, params.id, actor);
    },
  });
  routes.route({
    ...pressNoteRoutes.sendBack,
    config: clearing,
    handler: async ({ actor, caller, params, body }) => {
      await returnNote(sources, { ...params, ...body }, caller);
      return describeNote(sources, params.id, actor);
    },
  });
  routes.route({
    ...pressNoteRoutes.issue,
    config: drafting,
    handler: async ({ actor, caller, params, body }) => {
      await issueNote(sources, { ...params, ...body }, caller);
      return describeNote(sources, params.id, actor);
    },
  });
  routes.route({
    ...pressNoteRoutes.cancel,
    config: drafting,
    handler: async ({ actor, caller, params, body }) => {
      await cancelNote(sources, { ...params, ...body }, caller);
      return describeNote(sources, params.id, actor);
    },
  });
}

function registerAppearances(
  app: FastifyInstance,
  { sources, files, uploads }: PressNoteDependencies,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.route({
    ...pressNoteRoutes.appear,
    config: drafting,
    handler: async ({ actor, caller, params: { id }, body }, reply) => {
      await recordAppearance(sources, { ...body, noteId: id }, caller);
      return reply.code(201).send(await describeNote(sources, id, actor));
    },
  });
  routes.route({
    ...pressNoteRoutes.handInCutting,
    config: drafting,
    handler: async (request, reply) => {
      const { actor, caller, params } = request;
      const faulty = await lendPhoto(uploads, request, async ({ path }) =>
        keepCutting(files, { ...params, path }, caller),
      );
      return faulty ? sendPhotoFault(reply, faulty) : describeNote(sources, params.id, actor);
    },
  });
  routes.route({
    ...pressNoteRoutes.cutting,
    config: reading,
    handler: async ({ actor, params }, reply) => {
      const file = await openCutting(files, params, actor);
      return reply.type('image/jpeg').header('content-length', file.bytes).send(file.content);
    },
  });
}
