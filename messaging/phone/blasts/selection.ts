import { unasked } from '../../../campaigns/messages/legal-hours.ts';
import type { MessageCategory } from '../../../campaigns/messages/messages.ts';
import { classMask } from '../../../campaigns/messages/preference-classes.ts';
import type { MessageChannel } from '../../contract/values.ts';
import type { BlastSelection } from './draft-schemas.ts';

/**
 * The do-not-disturb classes that bind a category, as bits; null when none do. Government messages are excepted, also
 * from "fully blocked" (gazette of 12.02.2025), and so are those that somebody asked for. WhatsApp goes over no operator,
 * and to those alone who have agreed to it.
 */
export function bindingClasses({
  category,
  channel,
  selection,
}: {
  category: MessageCategory;
  channel: MessageChannel;
  selection: Pick<BlastSelection, 'dndClasses'>;
}): number | null {
  return channel !== 'whatsapp' && unasked(category) ? classMask(selection.dndClasses) : null;
}
