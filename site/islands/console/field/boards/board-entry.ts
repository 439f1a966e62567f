import type { BoardAnswer } from '../../../../../messaging/field/activities/activities-schemas.ts';
import { drawKey } from '../../ui/outbox/draw-key.ts';
import type { Service } from '../../ui/service.ts';

/** The service's answer to a board; without a picture there is no proof. */
export type BoardOutcome = Pick<BoardAnswer, 'activity'> &
  Partial<Pick<BoardAnswer, 'proof' | 'capture'>>;

/** Enters a station's board without a picture; with one it goes by the outbox. */
export async function enterBoard(
  service: Service,
  entry: { district: string; station: string; day: string; remark?: string; details?: object },
  key: string = drawKey(),
): Promise<BoardOutcome> {
  const { details = {}, ...rest } = entry;
  const body = { kind: 'board' as const, key, details: { ...details }, ...rest };
  const { activity } = await service.ask('POST /api/activities', { body });
  return { activity };
}
