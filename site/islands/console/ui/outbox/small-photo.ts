import { findEditor, photoTags } from '../../../../../campaigns/activities/photo-tags.ts';
import { toInstant } from '../../../../../campaigns/tracker/clock.ts';

/** A picture made smaller, with the time and place that the camera wrote into the file. */
export interface SmallPhoto {
  blob: Blob;
  takenAt: string | null;
  lon: number | null;
  lat: number | null;
  /** The editor of pictures that the file names. */
  software: string | null;
}

/** The longest side that the service reads a board's code in first. */
const longestSidePx = 1600;
const quality = 0.8;

/**
 * Makes a picture small enough for a slow line, upright, with place and time read before they are lost with the file.
 * A kind that this browser cannot open (HEIC in most) goes as it is; the service reads it.
 */
export async function makeSmall(file: Blob): Promise<SmallPhoto> {
  const whole = { blob: file, takenAt: null, lon: null, lat: null, software: null };
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(
    () => null,
  );
  if (picture === null) return whole;
  const scale = Math.min(1, longestSidePx / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return whole;
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', quality),
  );
  // A file that is small already is sent with all that it says itself.
  if (blob === null || blob.size >= file.size) return whole;
  return { blob, ...(await readClaim(file)) };
}

async function readClaim(file: Blob): Promise<Omit<SmallPhoto, 'blob'>> {
  const { default: exifr } = await import('exifr');
  const tags = (await exifr.parse(file, photoTags).catch(() => undefined)) as
    | { DateTimeOriginal?: unknown; Software?: unknown; latitude?: unknown; longitude?: unknown }
    | undefined;
  const { latitude: lat, longitude: lon } = tags ?? {};
  const isPlace =
    typeof lat === 'number' &&
    typeof lon === 'number' &&
    Math.abs(lat) <= 90 &&
    Math.abs(lon) <= 180;
  return {
    takenAt: readMoment(tags?.DateTimeOriginal),
    lon: isPlace ? lon : null,
    lat: isPlace ? lat : null,
    software: findEditor(tags?.Software),
  };
}

/** Phones write their local time; here it is that of India. */
function readMoment(written: unknown): string | null {
  const [, day, time] = /^(\d{4}:\d\d:\d\d) (\d\d:\d\d:\d\d)/.exec(String(written ?? '')) ?? [];
  if (day === undefined || time === undefined) return null;
  const moment = toInstant(day.replaceAll(':', '-'), time);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}
