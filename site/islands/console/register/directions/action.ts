import type { OccurrenceDetail } from '../../../../../messaging/register/directions/directions-schemas.ts';
import type { directionWordsIn } from './direction-words.ts';

/** Named in the notice after it is done, with the words of `told`. */
export type DirectionAction = keyof ReturnType<typeof directionWordsIn>['told'];
export type OnDone = (next: OccurrenceDetail, action: DirectionAction) => void;
