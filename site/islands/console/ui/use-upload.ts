import { useState } from 'react';
import { useAction } from './use-service.ts';

/** Runs one thing at a time, as `useAction` does, and knows how much of its file is on its way. */
export function useUpload() {
  const [share, setShare] = useState<number | null>(null);
  const { busy, error, run } = useAction();
  const upload = (work: (onShare: (share: number) => void) => Promise<void>) =>
    run(() => work(setShare).finally(() => setShare(null)));
  return { share, busy, error, upload };
}
