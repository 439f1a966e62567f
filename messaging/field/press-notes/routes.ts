import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { listCovered } from '../../../campaigns/offices/permission.ts';
import type { PressNoteContent } from '../../../campaigns/press-notes/note-content.ts';
import { noteLabels } from '../../../campaigns/press-notes/note-labels.ts';
import { noteNotices } from '../../../campaigns/press-notes/note-status.ts';
import { whatsappText } from '../../../campaigns/press-notes/whatsapp-text.ts';
import { line } from '../../../campaigns/text-types.ts';
import { pageWord } from '../../../campaigns/words/page-words.ts';
import { file as fileSchema, oneId, refusals } from '../../contract/route.ts';
import { pressFormats } from '../../contract/values.ts';
import { type Block, heading, notice, type Paper, text } from '../../platform/documents/paper.ts';
import { type PaperPress, writePaper } from '../../platform/documents/papers.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { addRoutes, serveRoute } from '../../platform/http/serve-route.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { sendPhotoFault } from '../activities/activity-answers.ts';
import { lendPhoto } from '../activities/photo-upload.ts';
import { districtsInOrder, findMeanings } from '../activities/search-meaning.ts';
import { type CuttingFiles, keepCutting, openCutting, recordAppearance } from './appearances.ts';
import { findNotes } from './find-notes-sql.ts';
import {
  describeNote,
  findDistrict,
  listServices,
  listStations,
  makeContext,
  type PressNoteSources,
  readDays,
  seeNote,
} from './note-sources.ts';
import { stepRoutes } from './note-steps.ts';
import {
  detail,
  form,
  id as idSchema,
  type NoteQuery,
  noteQuery,
  oneAppearance,
  summary,
  written as writtenSchema,
} from './press-notes-schemas.ts';
import { readPaperNames } from './press-notes-sql.ts';

export interface PressNoteDependencies {
  sources: PressNoteSources;
  files: CuttingFiles;
  uploads: UploadRoom;
  decoders: PaperPress;
}

/** Press notes: written by the district; what is typed is read by a second officer before it goes out. */
export function registerPressNotes(app: FastifyInstance, deps: PressNoteDependencies): void {
  addRoutes(app, readingRoutes(deps));
  addRoutes(app, stepRoutes(deps.sources));
  addRoutes(app, appearanceRoutes(deps));
}

export function readingRoutes({
  sources,
  decoders,
}: Pick<PressNoteDependencies, 'sources' | 'decoders'>) {
  return [
    serveRoute('GET /api/press-notes/form', {
      summary: 'What a note of a district is made of: categories, results, stations, link',
      querystring: z.object({ district: idSchema }),
      response: { 200: form },
      may: 'press-note.read',
      handler: async ({ query }) => describeForm(sources, query.district),
    }),
    serveRoute('GET /api/press-notes', {
      summary: 'Press notes of the own area, searched and by page',
      querystring: noteQuery,
      response: {
        200: z.object({
          notes: z.array(summary),
          found: z.int().describe('How many there are in all the pages'),
          all: z.int().describe('How many of this status the own area has'),
        }),
      },
      may: 'press-note.read',
      handler: async ({ actor, query }) => listNotes(sources, query, actor),
    }),
    serveRoute('GET /api/press-notes/:id', {
      summary: 'A press note, and where it appeared',
      params: oneId,
      response: { 200: detail, ...refusals(404) },
      may: 'press-note.read',
      handler: async ({ actor, params }) => describeNote(sources, params.id, actor),
    }),
    serveRoute('GET /api/press-notes/:id/file', {
      summary: 'An issued note as PDF, DOCX or text for WhatsApp',
      params: oneId,
      querystring: z.object({ format: z.enum(pressFormats).default('pdf') }),
      response: { 200: writtenSchema, ...refusals(404, 409) },
      may: 'press-note.read',
      handler: async ({ actor, params, query: { format } }, reply) => {
        const { name, note, written } = await findWritten(sources, params.id, actor);
        const language = written.content.language ?? 'hi';
        if (format === 'txt') {
          const notices = noteNotices(note, language, sources.campaign);
          const text = whatsappText(written.content, { ...written, notices });
          return sendDownload(reply, `${name}.txt`, text);
        }
        const paper = pressNote({ ...written, notices: noteNotices(note, language) });
        const bytes = await writePaper(decoders, paper, { format, account: actor.id });
        return sendDownload(reply, `${name}.${format}`, bytes);
      },
    }),
  ];
}

async function describeForm(sources: PressNoteSources, id: string) {
  const district = findDistrict(sources, id);
  if (district === undefined) throw new Refusal('outside-area');
  const { campaign, pressNotes, database, publicWords } = sources;
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
    places: await publicWords.places(database.pool, id),
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

/** An issued note as its files have it, with their name. */
async function findWritten(sources: PressNoteSources, id: number, actor: Actor) {
  const { note } = await seeNote(sources, id, actor);
  const { content, issuedOn, status, district, number, year } = note;
  if (content === null || issuedOn === null) throw new Refusal('not-possible', { status });
  return {
    name: `press-note-${district}-${number}-${year}`,
    note,
    written: { content, issuedOn, app: sources.campaign.app.name },
  };
}

export function appearanceRoutes({ sources, files, uploads }: PressNoteDependencies) {
  return [
    serveRoute('POST /api/press-notes/:id/appearances', {
      summary: 'Records where a note was printed; it counts as a news item',
      params: oneId,
      body: z.object({ paper: line({ min: 1, max: 120 }), day: z.iso.date() }),
      response: { 201: detail, ...refusals(404, 409) },
      may: 'press-note.draft',
      handler: async ({ actor, caller, params: { id }, body }) => {
        await recordAppearance(sources, { ...body, noteId: id }, caller);
        return describeNote(sources, id, actor);
      },
    }),
    serveRoute('POST /api/press-notes/:id/appearances/:appearance/cutting', {
      summary: 'Hands in a picture of the cutting (multipart, one file up to 25 MB)',
      params: oneAppearance,
      response: { 200: detail, ...refusals(404, 408, 413, 422, 429) },
      may: 'press-note.draft',
      handler: async (request, reply) => {
        const { actor, caller, params } = request;
        const faulty = await lendPhoto(uploads, request, async ({ path }) =>
          keepCutting(files, { ...params, path }, caller),
        );
        return faulty ? sendPhotoFault(reply, faulty) : describeNote(sources, params.id, actor);
      },
    }),
    serveRoute('GET /api/press-notes/:id/appearances/:appearance/cutting', {
      summary: 'The picture of a cutting, as JPEG',
      params: oneAppearance,
      response: { 200: fileSchema('image/jpeg', 'The picture'), ...refusals(404) },
      may: 'press-note.read',
      handler: async ({ actor, params }, reply) => {
        const file = await openCutting(files, params, actor);
        return reply.type('image/jpeg').header('content-length', file.bytes).send(file.content);
      },
    }),
  ];
}

/** An issued note, as its files have it. */
interface WrittenNote {
  content: PressNoteContent;
  issuedOn: string;
  /** Printed next to its link. */
  app: string;
  /** Printed above the note. */
  notices: readonly string[];
}

/** A press note as a paper. */
export function pressNote({ content, issuedOn, app, notices }: WrittenNote): Paper {
  const { office, language = 'hi', title, figures } = content;
  const labels = noteLabels[language];
  const body = (words: string) => text(words, 12, { after: 8 });
  const centred = { bold: true, align: 'center' } as const;
  return {
    office,
    title,
    language,
    createdAt: new Date(`${issuedOn}T00:00:00+05:30`),
    foot: pageWord[language],
    blocks: [
      text(office, 14, centred),
      text(labels.pressNote, 18, { ...centred, ink: 'navy', after: 8, heading: 'H1' }),
      ...notices.map(notice),
      { kind: 'facts', facts: content.head },
      { kind: 'space', points: 6 },
      text(title, 15, { bold: true, ink: 'navy', after: 8 }),
      ...content.paragraphs.map(body),
      ...(figures === null ? [] : figureBlocks(figures, labels.figures)),
      heading(labels.appeal),
      text(content.appeal, 12, { after: 10 }),
      {
        kind: 'code',
        link: content.link,
        lines: [labels.link(app), content.typedLink, labels.scan],
      },
      { kind: 'space', points: 26 },
      text(content.issuer, 12, { bold: true, align: 'right' }),
    ],
  };
}

function figureBlocks(
  { head, rows, note }: NonNullable<PressNoteContent['figures']>,
  title: string,
): Block[] {
  return [
    { kind: 'table', title, widths: [0.24, 0.16, 0.6], head, rows, counts: [1] },
    ...(note ? [text(note, 10, { after: 10 })] : []),
  ];
}
