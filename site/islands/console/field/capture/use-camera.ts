import { useEffect, useRef, useState } from 'react';
import { hasCamera, openCamera } from './camera.ts';

export type CameraState = 'opening' | 'ready' | 'none';

/** The camera in a video element, until the page is left. */
export function useCamera() {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>(hasCamera() ? 'opening' : 'none');
  useEffect(() => {
    if (!hasCamera()) return;
    let left = false;
    let stream: MediaStream | undefined;
    const close = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    openCamera().then(
      (opened) => {
        stream = opened;
        if (left || video.current === null) close();
        else video.current.srcObject = opened;
      },
      () => setState('none'),
    );
    return () => {
      left = true;
      close();
    };
  }, []);
  return { video, state, onPlaying: () => setState('ready') };
}
