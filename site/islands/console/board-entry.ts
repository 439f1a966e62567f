import type { ActivityDetails } from '../../../campaigns/activities/activity.ts';
import type { ActivityAnswer, PhotoAnswer } from '../../../messaging/contract/activities.ts';
import { type Service, ServiceError } from './service.ts';

export type BoardOutcome = ActivityAnswer & Partial<Pick<PhotoAnswer, 'proof'>>;

export interface BoardEntry {
  district: string;
  station: string;
  day: string;
  remark?: string;
  details?: ActivityDetails;
  photo: File | null;
}

/** Enters a station's board, with its picture where there is one. */
export async function enterBoard(
  service: Service,
  { photo, ...entry }: BoardEntry,
  onShare: (share: number) => void,
): Promise<BoardOutcome> {
  const { activity } = await service.ask('POST /api/activities', {
    body: { kind: 'board', ...entry },
  });
  if (photo === null) return { activity };
  try {
    return await sendPhoto(service, activity, photo, onShare);
  } catch (error) {
    // The picture speaks against the entry: it must not count on the strength of it.
    if (error instanceof ServiceError && ['other-station', 'reused'].includes(error.code)) {
      const { version } = activity;
      await service.ask('POST /api/activities/:id/withdraw', {
        params: { id: activity.id },
        body: { version, reason: error.texts?.hi ?? error.code },
      });
    }
    throw error;
  }
}

/** Hands a picture in for a board that is entered already. */
export async function addPhoto(
  service: Service,
  activityId: number,
  photo: File,
  onShare: (share: number) => void,
): Promise<BoardOutcome> {
  const { activity } = await service.ask('GET /api/activities/:id', {
    params: { id: activityId },
  });
  return sendPhoto(service, activity, photo, onShare);
}

function sendPhoto(
  service: Service,
  { id, version }: { id: number; version: number },
  photo: File,
  onShare: (share: number) => void,
): Promise<PhotoAnswer> {
  const asked = { params: { id }, query: { version } };
  return service.upload('POST /api/activities/:id/photo', asked, { file: photo, onShare });
}
