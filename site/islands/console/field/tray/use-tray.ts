import { useEffect, useMemo, useRef, useState } from 'react';
import type { StationCheck } from '../../../../../campaigns/activities/checklist.ts';
import { useConsole } from '../../ui/console-context.ts';
import { useOutbox } from '../../ui/outbox/outbox.ts';
import { drawKey } from '../../ui/outbox/phone-store.ts';
import { readPicture } from './read-picture.ts';
import { judgeTray, type TrayPicture } from './tray.ts';
import { useKeptPictures } from './use-kept-pictures.ts';

interface TrayOptions {
  /** Held above what asks the service, which may fail for a while. */
  held: HeldPictures;
  district: string;
  stations: readonly StationCheck[];
  /** Day of the entries; null where the officer only reads. */
  day: string | null;
  onChanged: () => Promise<void>;
}

type HeldPictures = ReturnType<typeof useHeldPictures>;

export const useHeldPictures = () => useState<readonly TrayPicture[]>([]);

export type Tray = ReturnType<typeof useTray>;

/** Pictures that an officer chose at once, until each is with its station. */
export function useTray({ held, district, stations, day, onChanged }: TrayOptions) {
  const { language } = useConsole();
  const { outbox, state } = useOutbox();
  const [pictures, setPictures] = held;
  const [removed, setRemoved] = useState<{ picture: TrayPicture; at: number } | null>(null);
  const [sending, setSending] = useState(false);
  const [notKept, setNotKept] = useState(false);
  const reading = useRef<Promise<unknown>>(Promise.resolve());
  const change = (id: string, part: Partial<TrayPicture>) =>
    setPictures((all) => all.map((each) => (each.id === id ? { ...each, ...part } : each)));
  const read = ({ id, file }: TrayPicture) => {
    // One after the other: a phone holds a few opened pictures only.
    reading.current = reading.current
      .then(() => readPicture(file, language))
      .then((found) => change(id, found));
  };
  const add = (file: File) => {
    const unread = { hash: null, thumb: null, codes: null, chosen: null, key: null };
    // Begins with the time: kept pictures are found in the order in which they were chosen.
    const picture = { id: `${Date.now()} ${drawKey()}`, file, ...unread };
    setPictures((all) => [...all, picture]);
    read(picture);
  };
  useKeptPictures(district, pictures, (kept) => {
    const ids = new Set(pictures.map(({ id }) => id));
    const found = kept.filter(({ id }) => !ids.has(id));
    setPictures((all) => [...found, ...all]);
    for (const picture of found) if (picture.codes === null) read(picture);
  });
  const remove = (picture: TrayPicture) => {
    setRemoved({ picture, at: pictures.indexOf(picture) });
    setPictures((all) => all.filter(({ id }) => id !== picture.id));
  };
  const putBack = () => {
    if (removed !== null) setPictures((all) => all.toSpliced(removed.at, 0, removed.picture));
    setRemoved(null);
  };
  const judged = useMemo(() => judgeTray(pictures, stations), [pictures, stations]);
  const ready = pictures.flatMap((picture) => {
    const found = judged.get(picture.id);
    return picture.key === null && found?.kind === 'ready' ? [{ picture, ...found }] : [];
  });
  const send = async () => {
    if (day === null) return;
    setSending(true);
    setNotKept(false);
    try {
      for (const { picture, check } of ready) {
        const { station, activity } = check;
        const key = await outbox.add({ district, station, activity, day }, picture.file);
        change(picture.id, { key });
      }
    } catch {
      // No storage, or none left: what is not in the outbox stays in the tray.
      setNotKept(true);
    } finally {
      setSending(false);
    }
  };
  const unsend = async ({ id, key }: TrayPicture) => {
    if (key !== null) await outbox.drop(key);
    change(id, { key: null });
  };
  const ownKeys = new Set(pictures.map(({ key }) => key));
  const arrived = state.sent.filter(({ entry }) => ownKeys.has(entry.key)).length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what arrived changes the list
  useEffect(() => {
    if (arrived > 0) void onChanged();
  }, [arrived]);
  return {
    pictures,
    judged,
    ready: ready.length,
    asking: [...judged.values()].filter(({ kind }) => kind === 'asks').length,
    arrived,
    add,
    remove,
    removed: removed !== null,
    putBack,
    choose: (id: string, station: string | null) => change(id, { chosen: station }),
    send,
    unsend,
    sending,
    notKept,
  };
}
