import { readFileSync } from 'node:fs';
import { type Film, filmSeconds, shotTimes } from '../../../campaigns/channels/film/film.ts';
import { printFontBytes } from '../../../campaigns/languages/typesetting/font-files-fs.ts';
import { printedUrl, typedUrl } from '../../../campaigns/links/links.ts';
import { findEmblemFile } from '../../../campaigns/published-fs.ts';
import { loadFonts } from '../../layout/fonts-fs.ts';
import { loadPictures } from '../../layout/pictures-fs.ts';
import { encodeQr } from '../../qr/encode.ts';
import { createCodeReader } from '../../run/code-hash-fs.ts';
import { digest } from '../../run/digest.ts';
import type { ShelfSources } from '../../shelf/item.ts';
import { withCaptions } from './captions.ts';
import type { FilmFormat } from './deliveries.ts';
import { ffmpegVersion } from './ffmpeg.ts';
import { judgeFlashes, judgeTimeline } from './rules.ts';
import type { Piece } from './sound/mix-fs.ts';
import type { FilmKit } from './stage.ts';
import { buildTimeline, type Timeline } from './timeline.ts';

/** Source of all files of the film. */
export interface FilmSource {
  film: Film;
  kit: FilmKit;
  /** Its length, shots and loudness, by which its sound is mixed. */
  piece: Piece;
  code: string;
  url: string;
  /** The film laid out for a format, with captions in the picture or without. */
  timeline(format: FilmFormat, captions?: boolean): Timeline;
  /** @throws naming every house rule that the film breaks in this format */
  judged(format: FilmFormat, captions?: boolean): Timeline;
  /**
   * Hash of what a file depends on: the film's data, its code's address, fonts, emblem, the code from these sources on.
   * @param sources in the folder of the film
   */
  inputs(sources: readonly string[], more?: readonly string[]): string;
}

export function openFilm(film: Film, { campaign, registry, config }: ShelfSources): FilmSource {
  const emblemFile = findEmblemFile(config.published);
  const code = registry.codeFor({ scope: 'state' }, 'film');
  const url = printedUrl(campaign.links.host, code);
  const kit: FilmKit = {
    campaign,
    fonts: loadFonts(),
    pictures: loadPictures(emblemFile),
    language: 'hi',
    qr: encodeQr(url),
    typed: typedUrl(url),
  };
  const readCode = createCodeReader(import.meta.dirname);
  const { app, copy, links } = campaign;
  const data = digest([
    JSON.stringify({ film, app, copy, links }),
    url,
    ffmpegVersion(),
    readFileSync(emblemFile, 'utf8'),
    ...printFontBytes(campaign),
  ]);
  const timeline = (format: FilmFormat, captions = false) => {
    const laidOut = buildTimeline(film, format.layout, kit, { captions });
    return captions ? withCaptions(laidOut, film, kit) : laidOut;
  };
  return {
    film,
    kit,
    piece: { seconds: filmSeconds(film), shots: shotTimes(film), loudness: film.loudness },
    code,
    url,
    timeline,
    judged(format, captions) {
      const laidOut = timeline(format, captions);
      const faults = [...judgeTimeline(laidOut), ...judgeFlashes(laidOut, format)];
      if (faults.length === 0) return laidOut;
      const each = faults.map(({ rule, shot, message }) => `${rule} in shot "${shot}": ${message}`);
      throw new Error(
        `The film breaks ${faults.length} house rules in ${format.id}:\n  ${each.join('\n  ')}`,
      );
    },
    inputs: (sources, more = []) => digest([data, readCode(sources).hash, ...more]),
  };
}
