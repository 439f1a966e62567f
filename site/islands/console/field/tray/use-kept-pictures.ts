import { useEffect, useRef } from 'react';
import { useMe } from '../../ui/console-context.ts';
import { dropSeen, keepSeen, listSeen, pictureStart } from '../../ui/outbox/phone-store.ts';
import type { TrayPicture } from './tray.ts';

/**
 * Keeps pictures that are not handed over yet on this phone, so that a reload loses none, and hands those of an earlier visit
 * to `onFound`. A browser that keeps nothing has them until the page is left.
 */
export function useKeptPictures(
  district: string,
  pictures: readonly TrayPicture[],
  onFound: (pictures: readonly TrayPicture[]) => void,
): void {
  const { id: owner } = useMe();
  const start = `${pictureStart}${district} `;
  const kept = useRef(new Map<string, TrayPicture>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once a district
  useEffect(() => {
    let current = true;
    listSeen<TrayPicture>(owner, start).then(
      (found) => {
        if (!current || found.length === 0) return;
        for (const picture of found) kept.current.set(picture.id, picture);
        onFound(found);
      },
      () => {},
    );
    return () => {
      current = false;
    };
  }, [owner, start]);
  useEffect(() => {
    const { keep, drop } = findChanges(kept.current, pictures);
    for (const picture of keep) {
      kept.current.set(picture.id, picture);
      void keepSeen(owner, start + picture.id, picture).catch(() => {});
    }
    for (const id of drop) {
      kept.current.delete(id);
      void dropSeen(owner, start + id).catch(() => {});
    }
  }, [pictures, owner, start]);
}

/** Pictures to keep, and ids of those that are gone or are the outbox's now. */
export function findChanges(
  kept: ReadonlyMap<string, TrayPicture>,
  pictures: readonly TrayPicture[],
): { keep: TrayPicture[]; drop: string[] } {
  const own = pictures.filter(({ key }) => key === null);
  const ids = new Set(own.map(({ id }) => id));
  return {
    keep: own.filter((picture) => kept.get(picture.id) !== picture),
    drop: [...kept.keys()].filter((id) => !ids.has(id)),
  };
}
