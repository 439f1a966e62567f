import type { ServiceGroup } from '../../campaign.ts';
import type { SocialPost } from './social.ts';

export interface Menu {
  serviceGroups: readonly ServiceGroup[];
}

/** Fills in a post's text: a service's fee and how many services the app has. */
export function fillPost(text: string, post: Pick<SocialPost, 'service'>, menu: Menu): string {
  const services = menu.serviceGroups.flatMap((group) => group.services);
  const fee = services.find(({ id }) => id === post.service)?.feeRupees;
  // The status of an application is a page of the app, not a service of the police.
  const count = services.filter(({ id }) => id !== 'application-status').length;
  return text.replaceAll('{services}', String(count)).replaceAll('{fee}', String(fee ?? '{fee}'));
}

/** A headline or answer as it is read, without the marks that keep words on one line. */
export function untied(text: string): string {
  return text.replaceAll('~', ' ');
}
