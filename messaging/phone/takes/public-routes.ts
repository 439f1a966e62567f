import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { promptId, type RecordingScript } from '../../../campaigns/channels/radio/script.ts';
import {
  type TakeFormat,
  takeFiles,
  takeFormats,
} from '../../../campaigns/channels/radio/take-format.ts';
import type { MessageLanguage } from '../../../campaigns/messages/message-language.ts';
import { reference } from '../../../campaigns/text-types.ts';
import { refusals } from '../../contract/route.ts';
import type { Database } from '../../platform/database/database.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { sendStored } from '../../platform/files/send-stored.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { CurrentTakes } from './current-takes.ts';
import { takeFileName } from './master.ts';
import { deliveryName, type TakeNaming, toMasteredSpot } from './take-view.ts';
import { sound, spot } from './takes-schemas.ts';
import { findMastered } from './takes-sql.ts';

export interface PublicTakeDependencies {
  database: Pick<Database, 'pool'>;
  scripts: readonly RecordingScript[];
  current: CurrentTakes;
  store: FileStore;
  naming: TakeNaming;
}

const keyed = new RegExp(
  `^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-(${takeFormats.join('|')})\\.(?:wav|mp3)$`,
);
/** Prompts in one, by their names; what is behind them only tells one recording from the next. */
const joined =
  /^call-(hi|en)-([a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*){0,5})(?:-[0-9a-f]{8,48})?\.wav$/;

/** Mastered spots for stations, and prompts for the providers of calls. The film's voice leaves the house in the film. */
export function publicTakeRoutes(dependencies: PublicTakeDependencies) {
  const { database, scripts, current, store, naming } = dependencies;
  const isPublic = (script: string) =>
    scripts.some(({ id, use }) => id === script && use !== 'film');
  return [
    serveRoute('GET /api/radio/spots', {
      summary: 'Mastered radio spots, for stations',
      response: { 200: z.array(spot) },
      config: { access: 'public' },
      handler: async () =>
        scripts.flatMap((script) => {
          const take = script.use === 'radio' ? current.of(script.id) : undefined;
          return take === undefined ? [] : [toMasteredSpot(script, take, naming)];
        }),
    }),
    serveRoute('GET /voice/takes/:file', {
      summary: 'A mastered spot or prompt, for stations and the providers of calls',
      params: z.object({ file: reference({ max: 200 }) }),
      response: { 200: sound, 206: sound, ...refusals(404) },
      config: { access: 'public', answers: 'file' },
      handler: async (request, reply) => {
        const { file } = request.params;
        const [, language, names = ''] = joined.exec(file) ?? [];
        if (language !== undefined) {
          const ids = names.split('.').map((name) => promptId(language as MessageLanguage, name));
          const whole = await joinedPrompts(ids, { current, store });
          if (whole === undefined) throw new Refusal('not-found');
          return reply.type('audio/wav').send(whole);
        }
        const [, key = '', format = ''] = keyed.exec(file) ?? [];
        const take = key === '' ? undefined : await findMastered(database.pool, key);
        if (take === undefined || !isPublic(take.script)) throw new Refusal('not-found');
        const as = format as TakeFormat;
        const name = deliveryName(naming, take.script, as);
        reply.header('content-disposition', `inline; filename="${name}"`);
        const contentType = takeFiles[as].contentType;
        const stored = { store, name: `${key}/${takeFileName(as)}`, contentType };
        const sent = await sendStored(request, reply, stored);
        if (sent === undefined) throw new Refusal('not-found');
        return sent;
      },
    }),
  ];
}

/** Prompts as one recording; undefined unless all have a take. */
async function joinedPrompts(
  scripts: readonly string[],
  { current, store }: Pick<PublicTakeDependencies, 'current' | 'store'>,
): Promise<Buffer | undefined> {
  const sounds: Buffer[] = [];
  for (const script of scripts) {
    const take = current.of(script);
    const found = take && (await store.get(`${take.key}/${takeFileName('wav8')}`));
    if (found === undefined) return undefined;
    sounds.push(await buffer(found.content));
  }
  return joinPrompts(sounds);
}

/** Silence between the greeting and the menu of a recorded call. */
const pauseSeconds = 0.5;
const headerBytes = 44;
const rate = 8000;
const bytesASample = 2;

/**
 * Joins recordings into one, for a provider that plays one file: WAV of 8 kHz, 16 bit, mono.
 * @throws for anything but PCM of that form
 */
export function joinPrompts(recordings: readonly Uint8Array[]): Buffer {
  const pause = Buffer.alloc(pauseSeconds * rate * bytesASample);
  const sounds = recordings.flatMap((recording, index) => [
    ...(index === 0 ? [] : [pause]),
    extractPcm(Buffer.from(recording.buffer, recording.byteOffset, recording.length)),
  ]);
  const pcm = Buffer.concat(sounds);
  const header = Buffer.alloc(headerBytes);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(headerBytes - 8 + pcm.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * bytesASample, 28);
  header.writeUInt16LE(bytesASample, 32);
  header.writeUInt16LE(bytesASample * 8, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(pcm.length, 40);
  return Buffer.concat([header, pcm]);
}

function extractPcm(wav: Buffer): Buffer {
  if (wav.toString('latin1', 0, 4) !== 'RIFF' || wav.toString('latin1', 8, 12) !== 'WAVE') {
    throw new Error('Expected WAV for a prompt, got something else');
  }
  let form = '';
  for (let at = 12; at + 8 <= wav.length; ) {
    const id = wav.toString('latin1', at, at + 4);
    const length = wav.readUInt32LE(at + 4);
    const body = at + 8;
    if (id === 'fmt ') {
      form = `${wav.readUInt16LE(body)} ${wav.readUInt16LE(body + 2)} ${wav.readUInt32LE(body + 4)} ${wav.readUInt16LE(body + 14)}`;
    }
    if (id === 'data') {
      if (form !== `1 1 ${rate} ${bytesASample * 8}`) {
        throw new Error(`Expected PCM of one channel, ${rate} Hz and 16 bit, got ${form}`);
      }
      return wav.subarray(body, body + length);
    }
    at = body + length + (length % 2);
  }
  throw new Error('Expected sound in a prompt, got none');
}
