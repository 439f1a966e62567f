import { closeSync, openSync, readSync } from 'node:fs';
import type { RecordingScript } from '../../../campaigns/channels/radio/script.ts';
import { decodeSound } from './decode.ts';
import { isRefused, judgeMaster, judgeTake } from './judge.ts';
import { masterTake } from './master.ts';
import { measureSound } from './measure.ts';
import { SoundError } from './sound-tool.ts';
import { detectSoundType, soundHeadBytes } from './sound-type.ts';

interface UploadedTake {
  path: string;
  script: Pick<RecordingScript, 'use' | 'seconds' | 'loudness'>;
  /** Empty; the deliveries lie in it afterwards. */
  folder: string;
}

/** Measures and judges a recording, and masters it where it has no fault. */
export async function decode(input: UploadedTake) {
  try {
    return await read(input);
  } catch (error) {
    if (!(error instanceof SoundError)) throw error;
    return { kind: 'refused' as const, code: error.code, message: error.message };
  }
}

async function read({ path, script, folder }: UploadedTake) {
  const type = detectSoundType(firstBytes(path));
  if (type === null) throw new SoundError('wrong-sound-type', 'another kind of file');
  const figures = measureSound(await decodeSound(path, type));
  const findings = judgeTake(figures, script);
  const recording = { path, type, figures };
  const master = isRefused(findings) ? null : await masterTake(recording, script, folder);
  if (master !== null) findings.push(...judgeMaster(master.lufs, script.loudness.lufs));
  const kept = isRefused(findings) ? null : master;
  return { kind: 'read' as const, type, figures, findings, master: kept };
}

function firstBytes(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(soundHeadBytes);
    return head.subarray(0, readSync(file, head, 0, soundHeadBytes, 0));
  } finally {
    closeSync(file);
  }
}
