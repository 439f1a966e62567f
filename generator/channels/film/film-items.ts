import { readFileSync } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { filmPath } from '../../../campaigns/print/paths.ts';
import type { PlannedShelfFile } from '../../../campaigns/shelf.ts';
import { coatedIntent } from '../../print/output-intent-fs.ts';
import { a4 } from '../../print/paper-sizes.ts';
import { digest } from '../../run/digest.ts';
import {
  inRoom,
  plainFile,
  type ShelfItem,
  type ShelfMaker,
  type StepProgress,
} from '../../shelf/item.ts';
import { listCues, writeSrt, writeVtt } from './captions.ts';
import { dcpItem } from './dcp/dcp-item.ts';
import { type Delivery, deliveries, filmFormats, frameCount, signedFilm } from './deliveries.ts';
import { encodeFilm, encodeFrames } from './encode-fs.ts';
import { type FilmSource, openFilm } from './film-source.ts';
import { createPainter, drawFrames } from './frames.ts';
import { certificationSheet } from './sheet.ts';
import {
  certificateIn,
  checkSigner,
  type Signer,
  signerIn,
  slatePixels,
  slateSeconds,
} from './slate-fs.ts';
import { mixForHall, mixGuide, mixSound, openTake, type Take } from './sound/mix-fs.ts';
import type { Stereo } from './sound/tones.ts';
import { writeChannels, writeWav } from './sound/wav.ts';

/** Everything that theatres, sites and phones get of the film. */
export const filmItems: ShelfMaker = async (sources) => {
  const { film } = sources.campaign;
  if (film === undefined) return [];
  const source = openFilm(film, sources);
  const take = openTake(sources.out);
  const sound = once((signal) => mixSound(source.piece, { take: take?.file, signal }));
  const certificate = certificateIn(sources.config.dataDir);
  const signer = signerIn(sources.config.dataDir);
  return [
    posterItem(source),
    captionItem(source),
    soundItem(source, take, sound),
    ...deliveries.map((delivery) => videoItem(source, delivery, { take, sound })),
    ...(signer === undefined ? [] : [videoItem(source, signedFilm, { take, sound, signer })]),
    cinemaPackage(source, take),
    ...(certificate === undefined ? [] : [slateItem(source, certificate)]),
    sheetItem(source, certificate),
    guideItem(source),
  ];
};

/** Shown on the page before anybody plays the film. */
const smallPoster = (source: FilmSource) => pathOf(source, 'poster-960.jpg');

const pathOf = ({ kit }: FilmSource, what: string) => filmPath(kit.campaign.id, what);

type Sound = (signal: AbortSignal) => Promise<Stereo>;

type OneFile = Partial<PlannedShelfFile> & Pick<PlannedShelfFile, 'item' | 'path'>;

/** A step that makes one file, whose path ends with its format. */
function oneFile(
  file: OneFile,
  inputs: string,
  make: (to: string, signal: AbortSignal, onProgress?: StepProgress) => Promise<void>,
): ShelfItem {
  const format = file.path.slice(file.path.lastIndexOf('.') + 1);
  return {
    files: [{ ...plainFile, format, ...file }],
    inputs,
    make: (room, signal, onProgress) => make(inRoom(room, file.path), signal, onProgress),
  };
}

/** The film for a hall: 24 frames a second in 1.85:1, the voice in the centre. */
function cinemaPackage(source: FilmSource, take: Take | undefined): ShelfItem {
  const { film, kit, piece } = source;
  const format = filmFormats.cinema;
  return dcpItem({
    ...film.cinema,
    path: pathOf(source, 'dcp.zip'),
    language: take === undefined ? null : 'hi',
    captions: kit.language,
    issued: kit.campaign.versionDate,
    frames: () => drawFrames(source.judged(format, true), format),
    sound: async (room, signal) => {
      const file = join(room, '.hall.wav');
      await writeFile(file, writeChannels(await mixForHall(piece, { take: take?.file, signal })));
      return file;
    },
    seconds: piece.seconds,
    fullTitle: { text: film.title.hi, language: 'hi' },
    issuer: kit.campaign.copy.owner.en,
    creator: kit.campaign.name.en,
    inputs: source.inputs(
      ['dcp/dcp-item.ts', 'frames.ts', 'film-source.ts', 'sound/mix-fs.ts'],
      [JSON.stringify(format), take?.sha256 ?? ''],
    ),
    code: source.code,
    url: source.url,
    preview: smallPoster(source),
  });
}

/** Made when it is first asked for; one run has one sound. */
function once(make: Sound): Sound {
  let made: Promise<Stereo> | undefined;
  return (signal) => {
    made ??= make(signal);
    return made;
  };
}

function videoItem(
  source: FilmSource,
  delivery: Delivery,
  { take, sound, signer }: { take: Take | undefined; sound: Sound; signer?: Signer },
): ShelfItem {
  const { item, format, extension, captions, mostBytes } = delivery;
  const { width, height } = format.px;
  const use = item.replace(/^film-/, '');
  const { seconds } = source.piece;
  const inputs = source.inputs(
    ['encode-fs.ts', 'film-source.ts', 'sound/mix-fs.ts'],
    [JSON.stringify(delivery), take?.sha256 ?? '', signer?.sha256 ?? ''],
  );
  const file: OneFile = {
    item,
    path: pathOf(source, `${use}-${width}x${height}-${format.fps}.${extension}`),
    language: 'hi',
    px: { width, height },
    seconds,
    code: source.code,
    url: source.url,
    preview: smallPoster(source),
  };
  return oneFile(file, inputs, async (to, signal, onProgress) => {
    if (signer !== undefined) checkSigner(signer, seconds);
    const timeline = source.judged(format, captions);
    const wav = join(dirname(to), '.sound.wav');
    await writeFile(wav, writeWav(await sound(signal)));
    await encodeFilm(timeline, {
      delivery,
      sound: wav,
      to,
      signal,
      ...(signer && { signer: signer.file }),
      onProgress,
    });
    const { size } = await stat(to);
    if (mostBytes !== undefined && size > mostBytes)
      throw new Error(`Expected at most ${mostBytes} bytes of ${item}, got ${size}`);
  });
}

/** The last picture, which is the code: large for those who print or post it, small for the page. */
function posterItem(source: FilmSource): ShelfItem {
  const { layout } = filmFormats.wide;
  const small = { width: 960, height: 540 };
  const path = pathOf(source, 'poster.jpg');
  const common = {
    ...plainFile,
    format: 'jpg',
    language: 'hi',
    code: source.code,
    url: source.url,
  } as const;
  return {
    files: [
      { ...common, item: 'poster', path, px: layout, preview: smallPoster(source) },
      { ...common, item: 'poster-small', path: smallPoster(source), px: small },
    ],
    inputs: source.inputs(['frames.ts', 'film-source.ts'], ['poster']),
    async make(room) {
      const timeline = source.timeline(filmFormats.wide);
      const pixels = createPainter(filmFormats.wide).draw(timeline.at(timeline.seconds - 0.1));
      const picture = sharp(pixels, { raw: { ...layout, channels: 4 } }).removeAlpha();
      await picture
        .clone()
        .jpeg({ quality: 88, chromaSubsampling: '4:4:4', mozjpeg: true })
        .toFile(inRoom(room, path));
      await picture
        .clone()
        .resize(small)
        .jpeg({ quality: 66, mozjpeg: true })
        .toFile(inRoom(room, smallPoster(source)));
    },
  };
}

function captionItem(source: FilmSource): ShelfItem {
  const kinds = (['hi', 'en'] as const).flatMap((language) =>
    (['srt', 'vtt'] as const).map((format) => ({
      language,
      format,
      path: pathOf(source, `captions-${language}.${format}`),
    })),
  );
  const { seconds } = source.piece;
  return {
    files: kinds.map((kind) => ({ ...plainFile, ...kind, item: 'captions', seconds })),
    inputs: source.inputs(['captions.ts'], ['captions']),
    async make(room) {
      for (const { language, format, path } of kinds) {
        const cues = listCues(source.film, language);
        const text = format === 'srt' ? writeSrt(cues) : writeVtt(cues, language);
        await writeFile(inRoom(room, path), text);
      }
    },
  };
}

function soundItem(source: FilmSource, take: Take | undefined, sound: Sound): ShelfItem {
  const file: OneFile = {
    item: 'sound',
    path: pathOf(source, 'sound.wav'),
    language: take === undefined ? null : 'hi',
    seconds: source.piece.seconds,
  };
  const inputs = source.inputs(['sound/mix-fs.ts', 'sound/wav.ts'], [take?.sha256 ?? '']);
  return oneFile(file, inputs, async (to, signal) => writeFile(to, writeWav(await sound(signal))));
}

/** A machine's voice, to time and rehearse by; it never goes on air. */
function guideItem(source: FilmSource): ShelfItem {
  const { piece } = source;
  const file: OneFile = {
    item: 'guide',
    path: pathOf(source, 'guide-voice-not-for-air.wav'),
    language: 'hi',
    seconds: piece.seconds,
    guide: true,
  };
  const inputs = source.inputs(['sound/mix-fs.ts', 'sound/wav.ts'], ['guide']);
  return oneFile(file, inputs, async (to, signal) =>
    writeFile(to, writeWav(await mixGuide(piece, { signal }))),
  );
}

function sheetItem(source: FilmSource, certificate: string | undefined): ShelfItem {
  const { kit, film } = source;
  const { campaign, fonts, typed } = kit;
  const file = { item: 'cbfc-sheet', path: pathOf(source, 'cbfc-sheet.pdf'), mm: a4 };
  const inputs = source.inputs(
    ['sheet.ts'],
    [campaign.versionDate, String(certificate !== undefined)],
  );
  return oneFile(file, inputs, (to) => {
    const slate = certificate === undefined ? null : slateSeconds;
    const intent = coatedIntent();
    const sheet = { campaign, film, fonts, typed, intent, slateSeconds: slate };
    return writeFile(to, certificationSheet(sheet));
  });
}

/** The certificate before the film, as a separate file. */
function slateItem(source: FilmSource, certificate: string): ShelfItem {
  const [delivery] = deliveries;
  if (delivery === undefined) throw new Error('Expected a delivery for theatres');
  const { format } = delivery;
  const file: OneFile = {
    item: 'certificate-slate',
    path: pathOf(source, 'cbfc-certificate.mp4'),
    px: format.px,
    seconds: slateSeconds,
  };
  const inputs = source.inputs(
    ['slate-fs.ts', 'encode-fs.ts'],
    [digest([readFileSync(certificate, 'latin1')])],
  );
  return oneFile(file, inputs, async (to, signal, onProgress) => {
    const pixels = await slatePixels(certificate, format.px);
    const total = frameCount(slateSeconds, format);
    const sound = join(dirname(to), '.silence.wav');
    const silence = new Float32Array(slateSeconds * 48_000);
    await writeFile(sound, writeWav({ left: silence, right: silence }));
    const frames = (async function* () {
      yield { pixels, repeats: total };
    })();
    await encodeFrames(frames, { delivery, sound, to, signal, total, onProgress });
  });
}
