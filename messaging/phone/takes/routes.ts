import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  guidePath,
  type RecordingScript,
  scriptFileName,
} from '../../../campaigns/channels/radio/script.ts';
import {
  type TakeFormat,
  takeFiles,
  takeFormats,
} from '../../../campaigns/channels/radio/take-format.ts';
import { oneId, refusals } from '../../contract/route.ts';
import { answerAct, type HeldActs } from '../../kit/held-acts.ts';
import { sendStored } from '../../platform/files/send-stored.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { sortTakes } from './current-takes.ts';
import { takeFileName } from './master.ts';
import { deliveryName, type TakeNaming, toTakeView } from './take-view.ts';
import { originalName, type Recordings, recordTake, takeBack } from './takes.ts';
import { scriptId, script as scriptSchema, sound, take as takeSchema } from './takes-schemas.ts';
import { findTake, latestTakes, noteSent } from './takes-sql.ts';

export interface TakeRouteDependencies extends Recordings {
  scripts: readonly RecordingScript[];
  uploads: UploadRoom;
  naming: TakeNaming;
  printDir: string;
  /** Schema of the answer that one waits. */
  heldAnswer: HeldActs['answer'];
}

/** A minute and a half of WAV in 24 bit and stereo; takes are half a minute. */
const mostBytes = 30 * 1024 ** 2;
const originalTypes = { wav: 'audio/wav', mp3: 'audio/mpeg', mov: 'audio/mp4', ogg: 'audio/ogg' };

/** Recordings for officers: uploaded, heard, taken. */
export function takeRoutes(dependencies: TakeRouteDependencies) {
  const { scripts, uploads, naming } = dependencies;
  return [
    serveRoute('GET /api/takes', {
      summary: 'What is to be recorded, and what became of its recordings',
      response: { 200: z.array(scriptSchema) },
      may: 'take.read',
      handler: async () => showScripts(dependencies),
    }),
    serveRoute('POST /api/takes/:script', {
      summary:
        'Takes the recording of a script (multipart: wav, mp3, m4a or ogg), checks and masters it; a second officer hears it before anybody else',
      params: z.object({ script: scriptId }),
      response: {
        200: takeSchema.describe('Kept back, with reasons'),
        202: dependencies.heldAnswer,
        ...refusals(404, 408, 409, 413, 422, 429, 503),
      },
      may: 'take.record',
      handler: async (request, reply) => {
        const { caller, params } = request;
        const script = scripts.find(({ id }) => id === params.script);
        if (script === undefined) throw new Refusal('no-such-script');
        const { take, outcome } = await uploads.lend(request, mostBytes, (upload) =>
          recordTake(dependencies, { script, upload }, caller),
        );
        const kept = () => reply.code(200).send(toTakeView(take, naming));
        return outcome === undefined ? kept() : answerAct(reply, outcome, kept);
      },
    }),
    serveRoute('POST /api/takes/:id/withdraw', {
      summary: 'Takes a recording back: it is played no longer',
      params: oneId,
      response: { 200: takeSchema, ...refusals(404) },
      may: 'take.record',
      handler: async ({ caller, params }) =>
        toTakeView(await takeBack(dependencies, params.id, caller), naming),
    }),
    serveRoute('GET /api/takes/:id/:format', {
      summary: 'A delivery of a recording, or `original`, as it came',
      params: oneId.extend({ format: z.enum([...takeFormats, 'original']) }),
      response: { 200: sound, 206: sound, ...refusals(404) },
      may: 'take.read',
      handler: async (request, reply) => {
        const { contentType, disposition, name } = await findFile(dependencies, request.params);
        reply.header('content-disposition', disposition);
        const { params } = request;
        const { store, database } = dependencies;
        const sent = await sendStored(request, reply, {
          store,
          name,
          contentType,
          // The original is not what would be played.
          ...(params.format !== 'original' && {
            found: () => noteSent(database.pool, params.id, request.actor.id),
          }),
        });
        if (sent === undefined) throw new Refusal('no-such-take');
        return sent;
      },
    }),
  ];
}

/** Each script with its takes; the guides are made by the generator, so there is none before it ran. */
async function showScripts({ database, scripts, naming, printDir }: TakeRouteDependencies) {
  const takes = await latestTakes(database.pool);
  return scripts.map((script) => {
    const { current, waiting, last, outdated } = sortTakes(script, takes);
    const guide = guidePath(scriptFileName(script.id, naming.campaign, naming.code));
    return {
      ...script,
      current: current ? toTakeView(current, naming) : null,
      waiting: waiting ? toTakeView(waiting, naming) : null,
      last: last ? toTakeView(last, naming) : null,
      outdated,
      guide: existsSync(join(printDir, guide)) ? `/files/${guide}` : null,
    };
  });
}

/** A file of a take in the store, and what it is called where it is saved. */
async function findFile(
  { database, naming }: TakeRouteDependencies,
  { id, format }: { id: number; format: TakeFormat | 'original' },
) {
  const take = await findTake(database.pool, id);
  if (take === undefined) throw new Refusal('no-such-take');
  const isOriginal = format === 'original';
  const file = isOriginal ? originalName(take.type) : takeFileName(format);
  const savedAs = isOriginal
    ? `${take.script}-${id}-${file}`
    : deliveryName(naming, take.script, format);
  return {
    name: `${take.key}/${file}`,
    disposition: `inline; filename="${savedAs}"`,
    contentType: isOriginal ? originalTypes[take.type] : takeFiles[format].contentType,
  };
}
