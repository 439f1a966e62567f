import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Campaign } from '../campaigns/campaign.ts';
import { artworkById } from './artwork/catalogue.ts';
import type { ArtworkBase } from './base.ts';
import type { DistrictJob, JobResult, Made, StationWork, Target } from './job.ts';
import type { Fonts } from './layout/fonts-fs.ts';
import type { Previewer } from './preview/previewer.ts';
import { createStamper, type Stamper } from './stamp.ts';
import { previewPath } from './targets.ts';

type Write = (path: string, parts: Uint8Array[]) => void;

/** Makes the files of districts, one after the other; what is shared between stations is opened once. */
export function createDistrictMaker(context: {
  campaign: Campaign;
  fonts: Fonts;
  bases: ReadonlyMap<string, ArtworkBase>;
  out: string;
  write: Write;
}): (job: DistrictJob, onFiles: (count: number) => void) => Promise<JobResult> {
  const stampers = new Map<string, Stamper>();
  const previewers = new Map<string, Promise<Previewer[]>>();

  const baseOf = (id: string): ArtworkBase => {
    const base = context.bases.get(id);
    if (base === undefined) throw new Error(`Expected the base of artwork "${id}", got none`);
    return base;
  };
  const stamperOf = (id: string): Stamper => {
    const kept = stampers.get(id) ?? createStamper(artworkById(id), baseOf(id), context);
    stampers.set(id, kept);
    return kept;
  };
  const previewersOf = (id: string): Promise<Previewer[]> => {
    const kept = previewers.get(id) ?? openPreviewers(id, baseOf(id));
    previewers.set(id, kept);
    return kept;
  };

  return async (job, onFiles) => {
    const result: JobResult = { district: job.district, made: [], faults: [] };
    const attempt = async (what: string, work: () => Promise<Made[]> | Made[]) => {
      try {
        const made = await work();
        result.made.push(...made);
        onFiles(made.length);
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        result.faults.push({
          what,
          message,
          fatal: code === 'ENOSPC' || code === 'EROFS' || code === 'EDQUOT',
        });
      }
    };
    for (const work of job.stations) {
      const what = `${work.sign.district}/${work.sign.station} ${work.artwork}`;
      await attempt(what, () =>
        makeStation(work, stamperOf(work.artwork), previewersOf, context.write),
      );
      if (result.faults.some((fault) => fault.fatal)) return result;
    }
    const { zip } = job;
    if (zip !== null && result.faults.length === 0) {
      await attempt(zip.path, async () => [await makeZip(zip, context)]);
    }
    return result;
  };
}

async function openPreviewers(id: string, base: ArtworkBase): Promise<Previewer[]> {
  const [{ createPreviewer }, { default: sharp }] = await Promise.all([
    import('./preview/previewer.ts'),
    import('sharp'),
  ]);
  sharp.concurrency(1);
  sharp.cache(false);
  return Promise.all(base.sides.map((side) => createPreviewer(artworkById(id), side)));
}

async function makeStation(
  work: StationWork,
  stamper: Stamper,
  previewersOf: (id: string) => Promise<Previewer[]>,
  write: Write,
): Promise<Made[]> {
  const shapes = stamper.shapes(work.sign);
  const made: Made[] = [];
  const pdf = work.targets.find((target) => target.kind === 'pdf');
  if (pdf !== undefined) {
    const file = stamper.pressFile(work.sign, shapes);
    write(pdf.path, file.parts);
    made.push({ path: pdf.path, inputs: pdf.inputs, bytes: file.bytes, sha256: file.sha256 });
  }
  const previews = work.targets.filter((target) => target.kind === 'preview');
  if (previews.length > 0)
    made.push(...(await makePreviews(work, previews, shapes, { previewersOf, write })));
  return made;
}

async function makePreviews(
  work: StationWork,
  targets: Target[],
  shapes: ReturnType<Stamper['shapes']>,
  { previewersOf, write }: { previewersOf: (id: string) => Promise<Previewer[]>; write: Write },
): Promise<Made[]> {
  const { pages } = artworkById(work.artwork);
  const previewers = await previewersOf(work.artwork);
  const made: Made[] = [];
  for (const [index, previewer] of previewers.entries()) {
    for (const { widthPx, webp } of await previewer.render(shapes[index] ?? [])) {
      const path = previewPath(work.sign, work.artwork, pages[index]?.id ?? '', widthPx);
      const target = targets.find((candidate) => candidate.path === path);
      if (target === undefined) continue;
      write(path, [webp]);
      made.push({ path, inputs: target.inputs, bytes: webp.length, sha256: sha256(webp) });
    }
  }
  return made;
}

async function makeZip(
  zip: NonNullable<DistrictJob['zip']>,
  { out, write }: { out: string; write: Write },
): Promise<Made> {
  const { packFiles } = await import('./zip.ts');
  const archive = packFiles([
    { name: 'README.txt', data: Buffer.from(zip.note) },
    ...zip.entries.map(({ path, name }) => ({ name, data: readFileSync(join(out, path)) })),
  ]);
  write(zip.path, [archive]);
  return { path: zip.path, inputs: zip.inputs, bytes: archive.length, sha256: sha256(archive) };
}

function sha256(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
