import { minuteMs } from '../../../../../campaigns/durations.ts';

/** Opens the camera at the back. @throws where there is none, or it is not allowed */
export async function openCamera(): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } },
  });
}

/** Whether the browser gives cameras to this page at all: only with https. */
export const hasCamera = (): boolean => navigator.mediaDevices?.getUserMedia !== undefined;

const quality = 0.85;

/** The picture that the video shows now, as JPEG. */
export async function shoot(video: HTMLVideoElement): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', quality),
  );
  if (blob === null) throw new Error('Expected a picture of the camera, got none');
  return blob;
}

export async function hashBlob(blob: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export interface Position {
  lon: number;
  lat: number;
  accuracyM: number;
}

/** The place that the phone gives; null where it does not, or the officer refuses. */
export async function askPosition(): Promise<Position | null> {
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude: lon, latitude: lat, accuracy: accuracyM } }) =>
        resolve({ lon, lat, accuracyM }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: minuteMs, maximumAge: 15_000 },
    );
  });
}
