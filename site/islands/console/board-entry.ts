import type { DeedAnswer, DeedDetail, PhotoAnswer } from './answers.ts';
import { type Service, ServiceError } from './service.ts';

export type BoardOutcome = DeedAnswer & Partial<Pick<PhotoAnswer, 'proof'>>;

export interface BoardEntry {
  district: string;
  station: string;
  day: string;
  remark?: string;
  photo: File | null;
}

/** Enters a station's board, with its picture where there is one. */
export async function enterBoard(
  service: Service,
  { photo, ...entry }: BoardEntry,
  onShare: (share: number) => void,
): Promise<BoardOutcome> {
  const { deed } = await service.post<DeedAnswer>('/api/deeds', { kind: 'board', ...entry });
  if (photo === null) return { deed };
  try {
    return await sendPhoto(service, deed, photo, onShare);
  } catch (error) {
    // The picture speaks against the entry: it must not count on the strength of it.
    if (error instanceof ServiceError && ['other-station', 'reused'].includes(error.code)) {
      const { version } = deed;
      await service.post(`/api/deeds/${deed.id}/withdraw`, {
        version,
        reason: error.texts?.hi ?? error.code,
      });
    }
    throw error;
  }
}

/** Hands a picture in for a board that is entered already. */
export async function addPhoto(
  service: Service,
  deedId: number,
  photo: File,
  onShare: (share: number) => void,
): Promise<BoardOutcome> {
  const { deed } = await service.get<DeedDetail>(`/api/deeds/${deedId}`);
  return sendPhoto(service, deed, photo, onShare);
}

function sendPhoto(
  service: Service,
  { id, version }: { id: number; version: number },
  photo: File,
  onShare: (share: number) => void,
): Promise<PhotoAnswer> {
  return service.upload(`/api/deeds/${id}/photo?version=${version}`, photo, onShare);
}
