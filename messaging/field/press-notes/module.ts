import type { House } from '../../kit/house.ts';
import type { Module } from '../../platform/http/module.ts';
import { createPhotoReader } from '../activities/photo-reader.ts';
import { registerPressNotes } from './routes.ts';

/** Press notes of cases registered through the app; a campaign without their data has none. */
export function openPressNotes({
  files,
  database,
  campaign,
  directory,
  registry,
  clock,
  publicWords,
  uploads,
  decoders,
}: House): Module {
  const { pressNotes } = campaign;
  if (pressNotes === undefined) return { name: 'press notes' };
  const reader = createPhotoReader(decoders);
  const { today } = clock;
  const sources = { database, campaign, pressNotes, directory, registry, today, publicWords };
  return {
    name: 'press notes',
    register({ forms }) {
      const cuttings = { sources, reader, cuttings: files.room('cuttings') };
      registerPressNotes(forms, { sources, files: cuttings, uploads, decoders });
    },
  };
}
