import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  kitProgressSchema,
  type ManifestFile,
  manifestSchema,
  onDemandSocket,
} from '../../campaigns/manifest.ts';
import { ApiError } from '../http/api-error.ts';
import { createPackMaker, type MakePack } from './pack-maker.ts';

export type OnDemandGenerator = {
  /** How far a run is that is at work; null when none is. */
  progress(): Promise<{ made: number; total: number } | null>;
  /**
   * Has a station's press files or previews made at once, or a district's press files and its ticket, and says what they are where a run at work
   * made them; what a run of its own made stands in the manifest.
   */
  make(place: PrintPlace): Promise<ManifestFile[]>;
  /** Has a station's pack for WhatsApp made. */
  makePack: MakePack;
};

/** A whole district, or one kind of a station's files; an artwork that is no part of the kit is named. */
export type PrintPlace = {
  district: string;
  station?: { id: string; kind: 'pdf' | 'preview'; artwork?: string };
};

const limitMs = 60_000;
const retryMs = 250;

/** Asks the run at work on its socket; when none is, starts one for the place alone. */
export function openOnDemandGenerator({
  printDir,
  run,
}: {
  printDir: string;
  /** Calls the generator with these arguments, or throws. */
  run(args: string[]): Promise<void>;
}): OnDemandGenerator {
  const socket = join(printDir, onDemandSocket);
  const making = new Map<string, Promise<ManifestFile[]>>();
  let last: Promise<unknown> = Promise.resolve();

  /** One run at a time: the folder has one lock. */
  const runAlone = (args: string[]): Promise<void> => {
    const next = last.then(() => run(args));
    last = next.catch(() => undefined);
    return next;
  };

  const make = async (place: PrintPlace): Promise<ManifestFile[]> => {
    const { district, station } = place;
    const args =
      station === undefined
        ? ['--district', district, '--format', 'pdf,ticket']
        : ['--station', `${district}/${station.id}`, '--format', station.kind];
    const artwork = station?.artwork;
    if (artwork !== undefined) args.push('--artwork', artwork);
    const deadline = Date.now() + limitMs;
    for (;;) {
      // A run at work has laid out the kit's artworks only.
      const answer =
        artwork === undefined ? await ask(socket, 'POST', `/make/${keyOf(place)}`) : undefined;
      if (answer?.status === 200) {
        return manifestSchema.shape.files.parse((answer.body as { files: unknown }).files);
      }
      if (answer?.status === 500) throw new Error((answer.body as { error: string }).error);
      try {
        await runAlone(args);
        return [];
      } catch (error) {
        // Another run has the folder and is not yet, or no longer, at its onDemand.
        if (!/Another run/.test((error as Error).message)) throw error;
        if (Date.now() > deadline) {
          throw new ApiError('kit-under-way', { retryAfterSeconds: limitMs / 1000, cause: error });
        }
        await wait(retryMs);
      }
    }
  };

  return {
    async progress() {
      const answer = await ask(socket, 'GET', '/progress');
      return answer?.status === 200 ? kitProgressSchema.parse(answer.body) : null;
    },
    make(place) {
      const key = keyOf(place);
      const kept = making.get(key) ?? make(place).finally(() => making.delete(key));
      making.set(key, kept);
      return kept;
    },
    makePack: createPackMaker({ printDir, run }),
  };
}

function keyOf({ district, station }: PrintPlace): string {
  if (station === undefined) return district;
  const { id, kind, artwork } = station;
  return [district, id, kind, artwork].filter((part) => part !== undefined).join('/');
}

type Answer = { status: number; body: unknown };

/** undefined when nobody answers. */
function ask(socketPath: string, method: string, path: string): Promise<Answer | undefined> {
  if (!existsSync(socketPath)) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const call = request({ socketPath, method, path, timeout: limitMs }, async (response) => {
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
