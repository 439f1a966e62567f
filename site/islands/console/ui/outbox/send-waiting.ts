import type { BoardAnswer } from '../../../../../messaging/field/activities/activities-schemas.ts';
import { type Service, ServiceError } from '../service.ts';
import { dropWaiting, keepWaiting, type WaitingEntry } from './phone-store.ts';

/** Nothing is wrong with the entry: the line, the service or the sign-in is. */
const passing = [
  'offline',
  'failed',
  'unavailable',
  'database-stopped',
  'too-many-uploads',
  'too-many-requests',
  'too-slow',
  'wrong-form',
  'disk-full',
  'sign-in-required',
  'second-factor-missing',
];
const firstPauseMs = 4_000;
const longestPauseMs = 300_000;

type Result = { kind: 'sent'; answer: BoardAnswer } | { kind: 'refused' } | { kind: 'postponed' };

/** Sends an entry that waits on the phone, and keeps there why it was not taken. */
export async function sendWaiting(
  service: Service,
  waiting: WaitingEntry,
  onShare: (share: number) => void,
): Promise<Result> {
  const { key, entry, photo } = waiting;
  try {
    await sendFar(service, waiting);
    const fields = { entry: JSON.stringify({ ...entry, key }) };
    const sent = { file: photo, fields, onShare };
    const answer = await service.upload('POST /api/activities/boards', {}, sent);
    await dropWaiting(key);
    return { kind: 'sent', answer };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (passing.includes(error.code)) {
      await keepWaiting(postpone(waiting, error));
      return { kind: 'postponed' };
    }
    const { code, texts, body } = error;
    const refusal = { code, hi: texts?.hi ?? code, en: texts?.en ?? code, body };
    await keepWaiting({ ...waiting, refusal });
    return { kind: 'refused' };
  }
}

/** The picture from afar goes first: the service judges both with the near one, and says there what is wrong with a challenge. */
async function sendFar(service: Service, { entry, far }: WaitingEntry): Promise<void> {
  const { capture } = entry;
  if (far === undefined || capture == null) return;
  try {
    const params = { id: capture.id };
    await service.upload(
      'POST /api/captures/:id/far',
      { params },
      { file: far, onShare: () => {} },
    );
  } catch (error) {
    if (!(error instanceof ServiceError) || passing.includes(error.code)) throw error;
  }
}

function postpone(waiting: WaitingEntry, { retryAfterSeconds = 0 }: ServiceError): WaitingEntry {
  const { tries } = waiting;
  const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** tries);
  const nextAt = Date.now() + Math.max(pauseMs, retryAfterSeconds * 1000);
  return { ...waiting, tries: tries + 1, nextAt };
}
