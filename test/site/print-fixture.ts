import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { loadDirectory } from '../../campaigns/directory/directory-fs.ts';
import { boardStations } from '../../campaigns/directory/station.ts';
import type { Manifest, ManifestFile } from '../../campaigns/manifest.ts';
import { filmPath } from '../../campaigns/print/paths.ts';
import type { PlannedShelfFile, Shelf } from '../../campaigns/shelf.ts';
import { plainFile } from '../../generator/shelf/item.ts';

/** Districts that have print files in the tests: the one with most stations, and a small one. */
const printedDistricts = ['lucknow', 'mahoba'] as const;

const boardMm = { widthMm: 2438.4, heightMm: 1524 };

/** Writes print files as the generator lays them out, with small made-up bytes, and their manifest. */
export async function writePrintFixture(printDir: string): Promise<Manifest> {
  const directory = loadDirectory();
  const files: ManifestFile[] = [];
  const write = async (file: Omit<ManifestFile, 'bytes' | 'sha256'>, body: Buffer) => {
    const path = join(printDir, file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, body);
    files.push({
      ...file,
      bytes: body.length,
      sha256: createHash('sha256').update(body).digest('hex'),
    });
  };
  const pictures = new Map(
    await Promise.all([480, 1440].map(async (width) => [width, await picture(width)] as const)),
  );
  for (const id of printedDistricts) {
    const district = directory.districts.find((entry) => entry.id === id);
    if (district === undefined) throw new Error(`Expected a district for \`id\`, got "${id}"`);
    for (const station of boardStations(directory).filter((entry) => entry.district === id)) {
      const ofStation = {
        district: id,
        station: station.id,
        nameHi: station.nameHi,
        code: null,
        url: null,
      };
      const folder = `${id}/${station.id}`;
      for (const artwork of ['board', 'pamphlet', 'pamphlet-2up']) {
        const body = Buffer.from(`%PDF-1.7 ${folder} ${artwork}\n`.repeat(40));
        await write(
          {
            ...ofStation,
            artwork,
            format: 'pdf',
            path: `${folder}/${id}-${station.id}-${artwork}.pdf`,
            ...boardMm,
          },
          body,
        );
      }
      for (const [width, body] of pictures) {
        await write(
          {
            ...ofStation,
            artwork: 'board',
            format: 'png',
            path: `${folder}/${id}-${station.id}-board-${width}.png`,
            ...boardMm,
          },
          body,
        );
      }
    }
    const whole = {
      district: id,
      station: null,
      nameHi: district.nameHi,
      widthMm: null,
      heightMm: null,
      code: null,
      url: null,
    };
    await write(
      { ...whole, artwork: 'district', format: 'zip', path: `${id}/${id}.zip` },
      Buffer.from(`PK ${id}`),
    );
  }
  await writeFilmFixture(printDir);
  const manifest: Manifest = { campaign: 'up-cop', files };
  await writeFile(join(printDir, 'manifest.json'), JSON.stringify(manifest));
  return manifest;
}

/** A film's shelf with small made-up bytes; its sheet is still to come. */
async function writeFilmFixture(printDir: string): Promise<void> {
  const planned: PlannedShelfFile[] = [
    {
      ...plainFile,
      item: 'film-wide',
      format: 'mp4',
      path: filmPath('up-cop', 'wide.mp4'),
      seconds: 20,
    },
    {
      ...plainFile,
      item: 'poster-small',
      format: 'jpg',
      path: filmPath('up-cop', 'poster-960.jpg'),
    },
    ...(['hi', 'en'] as const).map((language) => ({
      ...plainFile,
      item: 'captions',
      format: 'vtt',
      path: filmPath('up-cop', `captions-${language}.vtt`),
      language,
    })),
    { ...plainFile, item: 'cbfc-sheet', format: 'pdf', path: filmPath('up-cop', 'cbfc-sheet.pdf') },
  ];
  const head = { campaign: 'up-cop', channel: 'film' } as const;
  const made: Shelf['files'] = [];
  await mkdir(join(printDir, 'film'), { recursive: true });
  for (const file of planned.filter(({ format }) => format !== 'pdf')) {
    const body = file.format === 'jpg' ? await picture(96) : Buffer.from(`WEBVTT ${file.path}\n`);
    await writeFile(join(printDir, file.path), body);
    const sha256 = createHash('sha256').update(body).digest('hex');
    made.push({ ...file, bytes: body.length, sha256, inputs: '' });
  }
  await writeFile(join(printDir, 'film/plan.json'), JSON.stringify({ ...head, files: planned }));
  await writeFile(join(printDir, 'film/shelf.json'), JSON.stringify({ ...head, files: made }));
}

async function picture(width: number): Promise<Buffer> {
  const height = Math.round((width * boardMm.heightMm) / boardMm.widthMm);
  return sharp({ create: { width, height, channels: 3, background: '#0B2A5B' } })
    .png()
    .toBuffer();
}
