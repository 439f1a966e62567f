import type { Campaign } from '../campaign.ts';

/** The campaign's name of a service; undefined for one that it does not have. */
export function serviceName(
  campaign: Pick<Campaign, 'serviceGroups'>,
  id: string,
): { hi: string; en: string } | undefined {
  return campaign.serviceGroups
    .flatMap(({ services }) => services)
    .find((service) => service.id === id)?.name;
}
