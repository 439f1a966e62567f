import type { ShelfFile } from '../../shelf.ts';

/** Id of the film's cut for messengers. */
export const messengerCut = 'film-message';

/** The film as it goes into a WhatsApp group, Hindi before any other; undefined where none has been made. */
export function whatsappCut(films: readonly ShelfFile[]): ShelfFile | undefined {
  const cuts = films.filter(({ item, format }) => item === messengerCut && format === 'mp4');
  return cuts.find(({ language }) => language === 'hi') ?? cuts[0];
}
