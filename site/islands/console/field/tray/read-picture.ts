import { type Language, localPath } from '../../../../i18n/language.ts';
import { openWorker } from '../../../service-worker.ts';
import { hashBlob } from '../capture/camera.ts';
import type { TrayPicture } from './tray.ts';

/** Longest sides in which codes are looked for: as the service does, then for a board that is far away. */
const sidesPx = [1600, 3000];
const thumbPx = 160;

/** Reads a picture on this phone; one that the browser cannot open has no code, and the service reads it. */
export async function readPicture(
  file: File,
  language: Language,
): Promise<Pick<TrayPicture, 'hash' | 'thumb' | 'codes'>> {
  const hash = await hashFile(file);
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(
    () => null,
  );
  if (picture === null) return { hash, thumb: null, codes: [] };
  try {
    const thumb = drawIn(picture, thumbPx).canvas.toDataURL('image/jpeg');
    return { hash, thumb, codes: await readCodes(picture, language).catch(() => []) };
  } finally {
    picture.close();
  }
}

/** Without https there are no digests: then the file's own facts must do. */
async function hashFile(file: File): Promise<string> {
  const { name, size, lastModified } = file;
  return crypto.subtle === undefined ? `${name} ${size} ${lastModified}` : hashBlob(file);
}

async function readCodes(picture: ImageBitmap, language: Language): Promise<string[]> {
  for (const sidePx of sidesPx) {
    const context = drawIn(picture, sidePx);
    const { width, height } = context.canvas;
    const texts = await ask(context.getImageData(0, 0, width, height), language);
    if (texts.length > 0) return texts;
    if (sidePx >= Math.max(picture.width, picture.height)) break;
  }
  return [];
}

function drawIn(picture: ImageBitmap, sidePx: number): CanvasRenderingContext2D {
  const scale = Math.min(1, sidePx / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('Expected a canvas to draw on, got none');
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return context;
}

let reader: Worker | null | undefined;

/** Texts of the codes in a picture; one is asked at a time. */
function ask(pixels: ImageData, language: Language): Promise<string[]> {
  reader ??= openWorker(`${localPath(language, '/console/')}codes/worker.js`);
  const worker = reader;
  if (worker === null) return Promise.resolve([]);
  return new Promise((resolve, reject) => {
    const fail = () => {
      // The next picture asks for it again.
      worker.terminate();
      reader = undefined;
      reject(new Error('Expected a reader of codes, got none'));
    };
    worker.onmessage = ({ data }: MessageEvent<string[] | null>) =>
      data === null ? fail() : resolve(data);
    worker.onerror = fail;
    worker.postMessage(pixels, [pixels.data.buffer]);
  });
}
