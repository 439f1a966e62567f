import { listPapers } from '../../../campaigns/newspapers/newspapers.ts';
import type { ShelfMaker } from '../../shelf/item.ts';
import { officeItem, openPressRoom } from '../../shelf/press-item.ts';
import { adArtworks } from './ad-artwork.ts';
import { newspaperTicket } from './newspaper-ticket.ts';
import { paperBase, paperImprint } from './paper-imprint.ts';

/** Every advertisement of every paper, with the paper's own code, and a job ticket a paper. Districts have no advertisements. */
export const makeNewspapers: ShelfMaker = async (sources) => {
  const { campaign, registry, districts, stations } = sources;
  const { newspapers } = campaign;
  if (newspapers === undefined || districts.length > 0 || stations.length > 0) return [];
  const room = openPressRoom(sources, 'channels/newspapers/newspaper-maker.ts');
  const { ads } = newspapers;
  return listPapers(newspapers).flatMap((paper) => {
    const imprint = paperImprint(campaign, registry, paper);
    return [
      ...adArtworks(paper, ads).map((artwork) =>
        room.item({ artwork, imprint, base: paperBase(paper, artwork.id), district: null }),
      ),
      officeItem(room, {
        item: 'job-ticket',
        path: `${paperBase(paper, 'job-ticket')}.pdf`,
        district: null,
        title: `${campaign.app.name}: job ticket, newspaper, ${paper.id}`,
        about: [paper, ads, imprint.code],
        draw: ({ fonts }) => newspaperTicket(campaign, fonts, { paper, ads, code: imprint.code }),
      }),
    ];
  });
};
