import { existsSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { minuteMs } from '../../../campaigns/durations.ts';
import {
  kitProgressSchema,
  type ManifestFile,
  manifestSchema,
  onDemandSocket,
} from '../../../campaigns/manifest.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { FindWaiter, WorkQueue } from '../../platform/queue/work-queue.ts';

export interface OnDemandGenerator {
  /** Progress of the run at work; null when none is. */
  progress(): Promise<{ made: number; total: number } | null>;
  /**
   * Has a station's press files or previews made in their turn, or a district's press files and its ticket, and says what they are where a run
   * at work made them; files of a run that it started are in the manifest.
   */
  make(place: PrintPlace, waiter: FindWaiter): Promise<ManifestFile[]>;
  /** Has a station's pack for WhatsApp made. */
  makePack: MakePack;
}

/** A whole district, or one kind of a station's files; an artwork that is not part of the kit is named. */
export interface PrintPlace {
  district: string;
  station?: { id: string; kind: 'pdf' | 'preview'; artwork?: string };
}

/** A run that remakes a few stations is over by then. */
const patienceMs = 10_000;
const retryMs = 250;
const tryAgainSeconds = { files: 60, pack: 30 };
const answerMs = minuteMs;

interface GeneratorOptions {
  printDir: string;
  /** Calls the generator with these arguments, or throws. */
  run(args: string[], signal: AbortSignal): Promise<void>;
  work: WorkQueue;
}

/** Asks the run at work on its socket; when none is, starts one for the place alone. */
export function openOnDemandGenerator({
  printDir,
  run,
  work,
}: GeneratorOptions): OnDemandGenerator {
  const socket = join(printDir, onDemandSocket);
  // After waiting in vain for a long run nobody else is kept waiting for it.
  let patience = patienceMs;

  /** Undefined where no run at work has this place: it has laid out the kit's artworks only. */
  async function askRun(place: PrintPlace): Promise<ManifestFile[] | undefined> {
    if (place.station?.artwork !== undefined) return undefined;
    const answer = await ask(socket, 'POST', `/make/${toKey(place)}`);
    if (answer?.status === 500) throw new Error((answer.body as { error: string }).error);
    if (answer?.status !== 200) return undefined;
    return manifestSchema.shape.files.parse((answer.body as { files: unknown }).files);
  }

  async function make(place: PrintPlace, signal: AbortSignal): Promise<ManifestFile[]> {
    const deadline = Date.now() + patience;
    for (;;) {
      const files = await askRun(place);
      if (files !== undefined) return files;
      try {
        await run(argumentsFor(place), signal);
        patience = patienceMs;
        return [];
      } catch (cause) {
        // Another run has the folder and is not yet, or no longer, at its socket.
        if (!/Another run/.test((cause as Error).message)) throw cause;
        if (Date.now() >= deadline) {
          patience = 0;
          throw new Refusal(
            'kit-under-way',
            {},
            { retryAfterSeconds: tryAgainSeconds.files, cause },
          );
        }
        await wait(retryMs, undefined, { signal });
      }
    }
  }

  return {
    async progress() {
      const answer = await ask(socket, 'GET', '/progress');
      return answer?.status === 200 ? kitProgressSchema.parse(answer.body) : null;
    },
    make: (place, waiter) =>
      work.make(`files ${toKey(place)}`, waiter, (signal) => make(place, signal)),
    makePack: createPackMaker({ printDir, run, work }),
  };
}

function argumentsFor({ district, station }: PrintPlace): string[] {
  if (station === undefined) return ['--district', district, '--format', 'pdf,ticket'];
  const { id, kind, artwork } = station;
  const args = ['--station', `${district}/${id}`, '--format', kind];
  return artwork === undefined ? args : [...args, '--artwork', artwork];
}

function toKey({ district, station }: PrintPlace): string {
  if (station === undefined) return district;
  const { id, kind, artwork } = station;
  return [district, id, kind, artwork].filter((part) => part !== undefined).join('/');
}

interface Answer {
  status: number;
  body: unknown;
}

/** undefined when nobody answers. */
function ask(socketPath: string, method: string, path: string): Promise<Answer | undefined> {
  if (!existsSync(socketPath)) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const call = request({ socketPath, method, path, timeout: answerMs }, async (response) => {
      try {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk as Buffer);
        const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
        resolve({ status: response.statusCode ?? 0, body });
      } catch {
        // The run ended in the middle of its answer.
        resolve(undefined);
      }
    });
    call.once('error', () => resolve(undefined));
    call.once('timeout', () => call.destroy());
    call.end();
  });
}

/** Has a station's pack for WhatsApp made, unless it is there and true. */
export type MakePack = (district: string, station: string, waiter: FindWaiter) => Promise<void>;

/**
 * A pack that was made, or found true, since this service began is not looked at again until the film changes. So strangers
 * can have at most one pack a station made.
 */
export function createPackMaker({ printDir, run, work }: GeneratorOptions): MakePack {
  const film = join(printDir, 'film', 'shelf.json');
  const filmTime = () => statSync(film, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const ready = new Map<string, number>();

  return async (district, station, waiter) => {
    const key = `${district}/${station}`;
    if (ready.get(key) === filmTime()) return;
    await work.make(`pack ${key}`, waiter, async (signal) => {
      const time = filmTime();
      try {
        await run(['--channel', 'social', '--station', key], signal);
      } catch (cause) {
        // All cards are being made, which takes minutes.
        if (!/Another run/.test((cause as Error).message)) throw cause;
        throw new Refusal('kit-under-way', {}, { retryAfterSeconds: tryAgainSeconds.pack, cause });
      }
      ready.set(key, time);
    });
  };
}
