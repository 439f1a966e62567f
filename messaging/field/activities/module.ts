import type { House } from '../../kit/house.ts';
import type { Module } from '../../platform/http/module.ts';
import type { Activities } from './activities.ts';
import { createPhotoReader } from './photo-reader.ts';
import { registerActivities } from './routes.ts';

/** Activities of districts and the PRO to DGP, with the pictures that prove them. */
export function openActivities(
  options: House & {
    countOrdered: Activities['countOrdered'];
  },
): Module {
  const { files, database, campaign, directory, clock, ownerOf, countOrdered } = options;
  const { uploads, decoders, registry } = options;
  const reader = createPhotoReader(decoders);
  const activities: Activities = {
    database,
    directory,
    state: campaign.areas.state,
    firstDay: campaign.goal.startsOn,
    today: clock.today,
    registry,
    countOrdered,
    fleet: campaign.fleet ?? null,
  };
  const photos = files.room('photos');
  const linkHost = () => campaign.links.host;
  const boards = { activities, database, reader, photos, ownerOf, linkHost, clock };
  const attachments = { activities, reader, files: files.room('attachments') };
  return {
    name: 'activities',
    register({ forms }) {
      registerActivities(forms, { boards, attachments, uploads, decoders });
    },
  };
}
