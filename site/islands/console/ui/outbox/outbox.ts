import { useSyncExternalStore } from 'react';
import { findEditor, photoTags } from '../../../../../campaigns/activities/photo-tags.ts';
import type { Bilingual } from '../../../../../campaigns/bilingual.ts';
import { toInstant } from '../../../../../campaigns/tracker/clock.ts';
import type { BoardAnswer } from '../../../../../messaging/field/activities/activities-schemas.ts';
import { useConsole, useMe } from '../console-context.ts';
import type { Service } from '../service.ts';
import {
  drawKey,
  dropWaiting,
  keepWaiting,
  readWaiting,
  type WaitingEntry,
} from './phone-store.ts';
import { sendWaiting } from './send-waiting.ts';

/** An entry that this page has sent, with the service's answer. */
export interface SentEntry {
  entry: WaitingEntry;
  answer: BoardAnswer;
}

export interface OutboxState {
  waiting: readonly WaitingEntry[];
  /** The entry that is being sent, and the part of it that is on its way. */
  sending: { key: string; share: number } | null;
  sent: readonly SentEntry[];
}

/** The station whose board a picture shows, and its entry where it has one. */
export interface RightPlace {
  station: string;
  activity: number | null;
  name: Bilingual;
}

const freshTry = { refusal: null, tries: 0, nextAt: 0 };

/** Keeps boards with their pictures on the phone until the service has them. */
export interface Outbox {
  state(): OutboxState;
  subscribe(listener: () => void): () => void;
  /** Resolves with its key once it is kept on the phone: from then on a reload loses nothing. */
  add(entry: WaitingEntry['entry'], photo: File): Promise<string>;
  /** The same with both pictures of the page's own camera, byte by byte as the service was told. */
  addTaken(entry: WaitingEntry['entry'], taken: { near: Blob; far: Blob }): Promise<void>;
  /** Sends a refused picture again, for the zone to decide. */
  appeal(key: string, reason: string): Promise<void>;
  /** Hands a refused picture in for the station whose board it shows. */
  move(key: string, to: RightPlace): Promise<void>;
  drop(key: string): Promise<void>;
  /** Sends what waits now, whatever it waits for. */
  flush(): void;
  close(): void;
}

/** State of an open outbox; the steps below work on it. */
interface Box {
  service: Service;
  owner: string;
  state: OutboxState;
  listeners: Set<() => void>;
  /** Tells the other pages of this browser that what waits has changed. */
  channel: BroadcastChannel;
  timer: ReturnType<typeof setTimeout> | undefined;
  closed: boolean;
  running: boolean;
}

export function openOutbox(service: Service, owner: string): Outbox {
  const box: Box = {
    service,
    owner,
    state: { waiting: [], sending: null, sent: [] },
    listeners: new Set(),
    channel: new BroadcastChannel('console-outbox'),
    timer: undefined,
    closed: false,
    running: false,
  };
  // A browser that keeps nothing has nothing to send; `add` says so to the officer.
  const flush = () => void sendAll(box).catch(() => {});
  const keep = async (entry: WaitingEntry) => {
    await keepWaiting(entry);
    await announce(box);
    flush();
  };
  const begin = () => ({ key: drawKey(), owner, madeAt: new Date().toISOString(), ...freshTry });
  const stop = flushOnReturn(flush);
  box.channel.addEventListener('message', () => {
    void refresh(box).then(
      () => schedule(box),
      () => {},
    );
  });
  void refresh(box).then(flush, () => {});

  return {
    state: () => box.state,
    subscribe(listener) {
      box.listeners.add(listener);
      return () => box.listeners.delete(listener);
    },
    async add(entry, photo) {
      const { blob, ...claim } = await makeSmall(photo);
      const made = begin();
      await keep({ ...made, entry: { ...entry, ...claim }, photo: blob });
      return made.key;
    },
    addTaken: (entry, { near, far }) => keep({ ...begin(), entry, photo: near, far }),
    async appeal(key, reason) {
      const found = box.state.waiting.find((waiting) => waiting.key === key);
      if (found === undefined) return;
      const entry = { ...found.entry, appeal: reason };
      await keep({ ...found, entry, ...freshTry });
    },
    async move(key, { station, activity, name }) {
      const found = box.state.waiting.find((waiting) => waiting.key === key);
      if (found === undefined) return;
      const moved = { from: found.moved?.from ?? found.entry.station, name };
      await keep({ ...found, entry: { ...found.entry, station, activity }, moved, ...freshTry });
    },
    async drop(key) {
      await dropWaiting(key);
      await announce(box);
    },
    flush,
    close() {
      box.closed = true;
      clearTimeout(box.timer);
      box.channel.close();
      stop();
    },
  };
}

/** Tries again when the line is back, and when the officer looks at the page. */
function flushOnReturn(flush: () => void): () => void {
  const onLook = () => {
    if (document.visibilityState === 'visible') flush();
  };
  window.addEventListener('online', flush);
  document.addEventListener('visibilitychange', onLook);
  return () => {
    window.removeEventListener('online', flush);
    document.removeEventListener('visibilitychange', onLook);
  };
}

function change(box: Box, part: Partial<OutboxState>): void {
  box.state = { ...box.state, ...part };
  for (const listener of box.listeners) listener();
}

/** Reads what waits, which other pages of this browser may have changed. */
async function refresh(box: Box): Promise<void> {
  const waiting = await readWaiting(box.owner);
  if (!box.closed) change(box, { waiting });
}

async function announce(box: Box): Promise<void> {
  await refresh(box);
  box.channel.postMessage('moved');
}

const sendAll = (box: Box) => send(box, () => true);
const sendDue = (box: Box) => send(box, ({ nextAt }) => nextAt <= Date.now());

/** Sends one entry after the other until one has to wait. */
async function send(box: Box, isDue: (entry: WaitingEntry) => boolean): Promise<void> {
  clearTimeout(box.timer);
  await alone(box, async () => {
    for (;;) {
      const waiting = await readWaiting(box.owner);
      const entry = waiting.find((each) => each.refusal === null && isDue(each));
      if (entry === undefined || box.closed) return;
      const result = await sendOne(box, entry);
      if (result === 'postponed') return;
    }
  });
  schedule(box);
}

/** Between “being sent” and the answer an entry is never shown as one that waits. */
async function sendOne(box: Box, entry: WaitingEntry) {
  const onShare = (share: number) => change(box, { sending: { key: entry.key, share } });
  onShare(0);
  try {
    const result = await sendWaiting(box.service, entry, onShare);
    if (result.kind === 'sent') {
      const waiting = box.state.waiting.filter(({ key }) => key !== entry.key);
      change(box, { waiting, sent: [...box.state.sent, { entry, answer: result.answer }] });
    }
    await announce(box);
    return result.kind;
  } finally {
    change(box, { sending: null });
  }
}

/** One page of the browser sends at a time; without https there are no locks, and a page knows only its own runs. */
async function alone(box: Box, work: () => Promise<void>): Promise<void> {
  if (box.running) return;
  box.running = true;
  const locks: LockManager | undefined = navigator.locks;
  try {
    if (locks === undefined) await work();
    else {
      await locks.request('console-outbox', { ifAvailable: true }, (lock) =>
        lock === null ? undefined : work(),
      );
    }
  } finally {
    box.running = false;
  }
}

function schedule(box: Box): void {
  clearTimeout(box.timer);
  const next = box.state.waiting
    .filter(({ refusal }) => refusal === null)
    .map(({ nextAt }) => nextAt);
  if (box.closed || next.length === 0) return;
  const pauseMs = Math.max(1000, Math.min(...next) - Date.now());
  box.timer = setTimeout(() => void sendDue(box).catch(() => {}), pauseMs);
}

let opened: { owner: string; service: Service; outbox: Outbox } | undefined;

/** The one outbox of this page for the officer who is signed in; another officer's is closed. */
function pickOutbox(service: Service, owner: string): Outbox {
  if (opened?.owner === owner && opened.service === service) return opened.outbox;
  opened?.outbox.close();
  opened = { owner, service, outbox: openOutbox(service, owner) };
  return opened.outbox;
}

/** The outbox and its entries. Opened with the console, so that each visit sends what waits. */
export function useOutbox(): { outbox: Outbox; state: OutboxState } {
  const { service } = useConsole();
  const { id } = useMe();
  const outbox = pickOutbox(service, id);
  return { outbox, state: useSyncExternalStore(outbox.subscribe, outbox.state) };
}

/** A picture made smaller, with the time and place that the camera wrote into the file. */
interface SmallPhoto {
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
async function makeSmall(file: Blob): Promise<SmallPhoto> {
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
