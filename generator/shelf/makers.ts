import type { ShelfChannel } from '../../campaigns/shelf.ts';
import type { ShelfMaker } from './item.ts';

/** Each channel's maker, loaded when the channel is asked for. */
export const shelfMakers: Record<ShelfChannel, () => Promise<ShelfMaker>> = {
  film: async () => (await import('../channels/film/film-items.ts')).filmItems,
  social: async () => (await import('../channels/social/maker.ts')).makeSocial,
  radio: async () => (await import('../channels/radio/radio-shelf.ts')).radioShelf,
  vehicle: async () => (await import('../channels/vehicles/vehicle-maker.ts')).makeVehicles,
  newspaper: async () => (await import('../channels/newspapers/newspaper-maker.ts')).makeNewspapers,
};
