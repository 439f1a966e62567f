import { join } from 'node:path';
import type { PlannedShelfFile } from '../../campaigns/shelf.ts';

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
