import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Campaign } from '../../campaigns/campaign.ts';
import type { Directory, Station } from '../../campaigns/directory/station.ts';
import type { Registry } from '../../campaigns/links/registry.ts';
import type { PlannedShelfFile } from '../../campaigns/shelf.ts';
import type { Config } from '../config.ts';
import { digest } from '../run/digest.ts';

export type StepProgress = (done: number, total: number) => void;

/** One step of a channel's work, and the files that come of it. */
export interface ShelfItem {
  /** Paths begin with the channel. */
  files: readonly PlannedShelfFile[];
  /** Hash of all that the files depend on: words, code, fonts, versions of the tools. */
  inputs: string;
  /**
   * Writes every file into an empty folder, named as in its path from the channel's folder on.
   * @param room the empty folder
   * @param onProgress told within a long step, as of the frames of a film
   */
  make(room: string, signal: AbortSignal, onProgress?: StepProgress): Promise<void>;
}

/** Defaults that fit most files: no picture, no size, for the whole state. */
export const plainFile = {
  language: null,
  district: null,
  station: null,
  px: null,
  mm: null,
  seconds: null,
  code: null,
  url: null,
  preview: null,
} as const satisfies Partial<PlannedShelfFile>;

/**
 * Where a file of the shelf is written in the room of its channel.
 * @param path begins with the channel
 */
export function inRoom(room: string, path: string): string {
  return join(room, path.slice(path.indexOf('/') + 1));
}

export interface ShelfSources {
  config: Config;
  campaign: Campaign;
  directory: Directory;
  registry: Registry;
  /** The print folder, for what is made of files that lie there already. */
  out: string;
  /** Selected districts and stations; both empty for files that the whole state shares. */
  districts: readonly string[];
  stations: readonly Station[];
}

/** Lists what a channel has for a selection; what draws it is loaded only when it is made. */
export type ShelfMaker = (sources: ShelfSources) => Promise<ShelfItem[]>;

/** A file whose whole text is known beforehand. */
export function textItem(file: PlannedShelfFile, content: string): ShelfItem {
  return {
    files: [file],
    inputs: digest([content]),
    async make(room) {
      writeFileSync(inRoom(room, file.path), content);
    },
  };
}
