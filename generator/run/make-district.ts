import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Campaign } from '../../campaigns/campaign.ts';
import { zipNoteName } from '../../campaigns/files/district-zip.ts';
import type { WriteParts } from '../../campaigns/files/whole-file-fs.ts';
import { planZip } from '../../campaigns/files/zip.ts';
import { type DemandedKind, previewPath } from '../../campaigns/print/paths.ts';
import type { Artwork } from '../artwork/artwork.ts';
import { artworkById } from '../artwork/catalogue.ts';
import type { Shape } from '../layout/drawing.ts';
import type { Fonts } from '../layout/fonts-fs.ts';
import type { Previewer } from '../preview/previewer.ts';
import type { OutputIntent, PressFile } from '../print/press-file.ts';
import type {
  DistrictJob,
  Fault,
  JobResult,
  Made,
  StationTarget,
  StationWork,
  Target,
  TicketWork,
  ZipWork,
} from './job.ts';
import { measureReach } from './reach.ts';
import type { SharedLayout } from './shared-layout.ts';
import { createStamper, type Stamper } from './stamp.ts';

/** Makes the files of districts, one after the other; what is shared between stations is opened once. */
export function createDistrictMaker(context: {
  campaign: Campaign;
  fonts: Fonts;
  intent: OutputIntent;
  layouts: ReadonlyMap<string, SharedLayout>;
  out: string;
  write: WriteParts;
}): (job: DistrictJob, onFiles: (count: number) => void) => Promise<JobResult> {
  const stampers = new Map<string, Stamper>();
  const previewers = new Map<string, Promise<Previewer[]>>();

  const findLayout = (id: string): SharedLayout => {
    const layout = context.layouts.get(id);
    if (layout === undefined)
      throw new Error(`Expected the shared layout of artwork "${id}", got none`);
    return layout;
  };
  const openStamper = (id: string): Stamper => {
    const kept =
      stampers.get(id) ?? createStamper(artworkById(id, context.campaign), findLayout(id), context);
    stampers.set(id, kept);
    return kept;
  };
  const findPreviewers = (id: string): Promise<Previewer[]> => {
    const kept =
      previewers.get(id) ?? openPreviewers(artworkById(id, context.campaign), findLayout(id));
    previewers.set(id, kept);
    return kept;
  };

  const writeTicket = async (
    { district, districtHi, known }: DistrictJob,
    { path, inputs, rows }: TicketWork,
    made: readonly Made[],
  ): Promise<Made[]> => {
    const { makeTicket } = await import('./ticket.ts');
    const hashes = new Map([
      ...Object.entries(known),
      ...made.map((each) => [each.path, each.sha256] as const),
    ]);
    const filled = rows.map((row) => ({
      ...row,
      files: row.files.map((file) => ({ ...file, sha256: hashes.get(file.path) ?? '' })),
    }));
    const file = makeTicket(context, { id: district, nameHi: districtHi }, filled);
    context.write(path, file.parts);
    return [madePress({ path, inputs }, file)];
  };

  return async (job, onFiles) => {
    const result: JobResult = { district: job.district, made: [], faults: [] };
    const attempt = async (what: string, work: () => Promise<Made[]> | Made[]) => {
      try {
        const made = await work();
        result.made.push(...made);
        onFiles(made.length);
      } catch (error) {
        result.faults.push(toFault(what, error as NodeJS.ErrnoException));
      }
    };
    for (const work of job.stations) {
      const what = `${work.imprint.district}/${work.imprint.station} ${work.artwork}`;
      await attempt(what, () =>
        makeStation(work, {
          stamper: openStamper(work.artwork),
          layout: findLayout(work.artwork),
          findPreviewers,
          ...context,
        }),
      );
      if (result.faults.some((fault) => fault.fatal)) return result;
    }
    const { ticket, zip } = job;
    if (ticket !== null && result.faults.length === 0) {
      await attempt(ticket.path, () => writeTicket(job, ticket, result.made));
    }
    if (zip !== null && result.faults.length === 0) {
      await attempt(zip.path, () => [makeZip(zip, context)]);
    }
    return result;
  };
}

/** A full or read-only disk ends the run; anything else costs only the file at hand. */
function toFault(what: string, { code, message }: NodeJS.ErrnoException): Fault {
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return { what, message: `Expected room on the disk, got none left (${code})`, fatal: true };
  }
  return { what, message, fatal: code === 'EROFS' };
}

async function openPreviewers(artwork: Artwork, layout: SharedLayout): Promise<Previewer[]> {
  const { createPreviewer } = await import('../preview/previewer.ts');
  const { cacheSheets } = await import('./sheet-cache-fs.ts');
  const draw = cacheSheets();
  return layout.sides.map((side) => createPreviewer(artwork, side, draw));
}

interface StationContext {
  stamper: Stamper;
  layout: SharedLayout;
  intent: OutputIntent;
  campaign: Campaign;
  fonts: Fonts;
  findPreviewers(id: string): Promise<Previewer[]>;
  write: WriteParts;
}

async function makeStation(work: StationWork, context: StationContext): Promise<Made[]> {
  const shapes = context.stamper.shapes(work.imprint);
  const made: Made[] = [];
  for (const target of work.targets) {
    const { kind } = target;
    if (kind === 'preview') continue;
    made.push(
      kind === 'pdf'
        ? makePress(work, target, shapes, context)
        : await makeOnDemand(work, { ...target, kind }, shapes, context),
    );
  }
  const previews = work.targets.filter((target) => target.kind === 'preview');
  if (previews.length > 0) made.push(...(await makePreviews(work, previews, shapes, context)));
  return made;
}

type Sides = readonly (readonly Shape[])[];

function makePress(
  { imprint }: StationWork,
  { path, inputs }: StationTarget,
  shapes: Sides,
  { stamper, write }: StationContext,
): Made {
  const file = stamper.pressFile(imprint, shapes);
  write(path, file.parts);
  return { ...madePress({ path, inputs }, file), reach: measureReach(shapes) };
}

function madePress({ path, inputs }: Target, { bytes, sha256, crc32 }: PressFile): Made {
  return { path, inputs, bytes, sha256, crc32: crc32.toString(16).padStart(8, '0') };
}

async function makeOnDemand(
  work: StationWork,
  target: StationTarget & { kind: DemandedKind },
  shapes: Sides,
  { write, ...context }: StationContext,
): Promise<Made> {
  const { makeDemanded } = await import('./make-demanded.ts');
  const file = await makeDemanded(work, target, { ...context, stamped: shapes });
  const { path, inputs } = target;
  write(path, [file]);
  return { path, inputs, bytes: file.length, sha256: hashBytes(file) };
}

async function makePreviews(
  work: StationWork,
  targets: readonly StationTarget[],
  shapes: Sides,
  { findPreviewers, write }: StationContext,
): Promise<Made[]> {
  const { pages } = artworkById(work.artwork);
  const previewers = await findPreviewers(work.artwork);
  const made: Made[] = [];
  for (const [index, previewer] of previewers.entries()) {
    for (const { widthPx, png } of previewer.render(shapes[index] ?? [])) {
      const path = previewPath(work.imprint, work.artwork, pages[index]?.id ?? '', widthPx);
      const target = targets.find((candidate) => candidate.path === path);
      if (target === undefined) continue;
      write(path, [png]);
      made.push({ path, inputs: target.inputs, bytes: png.length, sha256: hashBytes(png) });
    }
  }
  return made;
}

/** Writes the archive that the service streams from the same files. */
function makeZip(zip: ZipWork, { out, write }: { out: string; write: WriteParts }): Made {
  const contents = [
    { name: zipNoteName, data: Buffer.from(zip.note) },
    ...zip.entries.map(({ path, name }) => ({ name, data: readFileSync(join(out, path)) })),
  ];
  const { bytes, pieces } = planZip(
    contents.map(({ name, data }) => ({ name, bytes: data.length, crc32: crc32(data) })),
  );
  const parts = pieces.map((piece) =>
    piece.kind === 'frame' ? piece.data : (contents[piece.index]?.data ?? Buffer.alloc(0)),
  );
  write(zip.path, parts);
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return { path: zip.path, inputs: zip.inputs, bytes, sha256: hash.digest('hex') };
}

function hashBytes(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
