import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Directory } from '../../../campaigns/directory/station.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { covers, rolesFor } from '../../../campaigns/offices/permission.ts';
import { noteNotices } from '../../../campaigns/press-notes/note-notices.ts';
import type { PressNotes } from '../../../campaigns/press-notes/press-notes.ts';
import { type PressNoteDetail, pressNoteRoutes } from '../../contract/field/press-notes.ts';
import { judgeSecondPerson } from '../../people/accounts/second-person.ts';
import type { Database } from '../../platform/database/database.ts';
import type { PaperPress } from '../../platform/documents/papers.ts';
import { sendDownload } from '../../platform/http/download.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { sendPhotoFault } from '../activities/activity-answers.ts';
import { lendPhoto } from '../activities/photo-upload.ts';
import { districtsInOrder, findMeanings } from '../activities/search-meaning.ts';
import type { AppearanceLog } from './appearances.ts';
import { findNotes } from './find-notes-sql.ts';
import type { NoteDesk } from './note-desk.ts';
import { findReaders } from './note-readers.ts';
import {
  cancelNote,
  changeNote,
  draftNote,
  issueNote,
  readNote,
  returnNote,
  seeNote,
  submitNote,
} from './note-steps.ts';
import { listAppearances, readPaperNames } from './press-notes-sql.ts';
import { pressNoteText, pressWriters } from './press-writers.ts';

export interface PressNoteDependencies {
  database: Database;
  pressNotes: PressNotes;
  directory: Directory;
  desk: NoteDesk;
  log: AppearanceLog;
  uploads: UploadRoom;
  decoders: PaperPress;
}

const reading = { access: rolesFor('press-note.read') };
const drafting = { access: rolesFor('press-note.draft') };
const clearing = { access: rolesFor('press-note.clear') };

/** Press notes: written by the district; what is typed is read by a second officer before it goes out. */
export function registerPressNotes(
  app: FastifyInstance,
  dependencies: PressNoteDependencies,
): void {
  const { database, directory, desk, log, pressNotes, decoders } = dependencies;
  const routes = app.withTypeProvider<ZodTypeProvider>();

  /** A note with its log, as it now is. */
  async function answer(actor: Actor, id: number): Promise<PressNoteDetail> {
    const { note, district } = await seeNote(dependencies, actor, id);
    // Ids of accounts stay in the service.
    const { makers, ...shown } = note;
    const waitsFor =
      note.status === 'waiting' ? (await findReaders(database.pool, note, district)).level : null;
    return {
      note: { ...shown, waitsFor },
      second: await judgeSecondPerson(database.pool, actor.id, makers),
      log: await listAppearances(database.pool, id),
    };
  }

  routes.route({
    ...pressNoteRoutes.form,
    config: reading,
    handler: async ({ query }) => {
      const district = desk.district(query.district);
      if (district === undefined) throw new Refusal('outside-area');
      const { app: name, link, typedLink } = desk.context(district);
      const days = desk.days();
      return {
        pressNotes,
        app: name,
        link,
        typedLink,
        linkHost: desk.host(),
        days,
        months: { first: days.first.slice(0, 7), last: days.last.slice(0, 7) },
        stations: desk.stations(district),
        places: desk.places(district),
        services: desk.services(),
        papers: await readPaperNames(database.pool, district.id),
      };
    },
  });
  routes.route({
    ...pressNoteRoutes.list,
    config: reading,
    handler: async ({ actor, query: { district, q, language, ...asked } }) =>
      findNotes(database.pool, {
        ...asked,
        districts: directory.districts
          .filter((each) => covers(actor, each))
          .map(({ id }) => id)
          .filter((id) => district === undefined || id === district),
        words: findMeanings(q, directory),
        places: asked.order === 'place' ? districtsInOrder(directory, language) : [],
      }),
  });
  routes.route({
    ...pressNoteRoutes.read,
    config: reading,
    handler: async ({ actor, params }) => answer(actor, params.id),
  });
  routes.route({
    ...pressNoteRoutes.write,
    config: reading,
    handler: async ({ actor, params, query: { format } }, reply) => {
      const { note } = await seeNote(dependencies, actor, params.id);
      const { content, issuedOn, status, district, number, year, sample } = note;
      if (content === null || issuedOn === null) throw new Refusal('not-possible', { status });
      const notices = noteNotices(note, content.language ?? 'hi');
      const written = { content, issuedOn, app: desk.app(), notices };
      const name = `${sample ? 'SAMPLE-' : ''}press-note-${district}-${number}-${year}`;
      if (format === 'txt') return sendDownload(reply, `${name}.txt`, pressNoteText(written));
      const bytes = await decoders.readWhole(pressWriters[format], written, actor.id);
      return sendDownload(reply, `${name}.${format}`, bytes);
    },
  });
  routes.route({
    ...pressNoteRoutes.draft,
    config: drafting,
    handler: async ({ actor, caller, body }, reply) => {
      const id = await draftNote(dependencies, caller, body);
      return reply.code(201).send(await answer(actor, id));
    },
  });
  routes.route({
    ...pressNoteRoutes.change,
    config: drafting,
    handler: async ({ actor, caller, params, body }) => {
      await changeNote(dependencies, caller, { ...params, ...body });
      return answer(actor, params.id);
    },
  });
  routes.route({
    ...pressNoteRoutes.submit,
    config: drafting,
    handler: async ({ actor, caller, params, body }) => {
      await submitNote(dependencies, caller, { ...params, ...body });
      return answer(actor, params.id);
    },
  });
  routes.route({
    ...pressNoteRoutes.decide,
    config: clearing,
    handler: async ({ actor, caller, params, body }) => {
      await readNote(dependencies, caller, { ...params, ...body });
      return answer(actor, params.id);
    },
  });
  routes.route({
    ...pressNoteRoutes.sendBack,
    config: clearing,
    handler: async ({ actor, caller, params, body }) => {
      await returnNote(dependencies, caller, { ...params, ...body });
      return answer(actor, params.id);
    },
  });
  routes.route({
    ...pressNoteRoutes.issue,
    config: drafting,
    handler: async ({ actor, caller, params, body }) => {
      await issueNote(dependencies, caller, { ...params, ...body });
      return answer(actor, params.id);
    },
  });
  routes.route({
    ...pressNoteRoutes.cancel,
    config: drafting,
    handler: async ({ actor, caller, params, body }) => {
      await cancelNote(dependencies, caller, { ...params, ...body });
      return answer(actor, params.id);
    },
  });
  routes.route({
    ...pressNoteRoutes.appear,
    config: drafting,
    handler: async ({ actor, caller, params, body }, reply) => {
      await log.record(caller, params.id, body);
      return reply.code(201).send(await answer(actor, params.id));
    },
  });
  registerCuttings(app, dependencies, answer);
}

function registerCuttings(
  app: FastifyInstance,
  { log, uploads }: PressNoteDependencies,
  answer: (actor: Actor, id: number) => Promise<PressNoteDetail>,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.route({
    ...pressNoteRoutes.handInCutting,
    config: drafting,
    handler: async (request, reply) => {
      const { actor, caller, params } = request;
      const faulty = await lendPhoto(uploads, request, async ({ path }) =>
        log.keepCutting(caller, params.id, params.appearance, path),
      );
      return faulty ? sendPhotoFault(reply, faulty) : answer(actor, params.id);
    },
  });
  routes.route({
    ...pressNoteRoutes.cutting,
    config: reading,
    handler: async ({ caller, params }, reply) => {
      const file = await log.openCutting(caller, params.id, params.appearance);
      return reply.type('image/jpeg').header('content-length', file.bytes).send(file.content);
    },
  });
}
