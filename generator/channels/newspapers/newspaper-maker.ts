import type { Campaign } from '../../../campaigns/campaign.ts';
import { consentLine } from '../../../campaigns/channels/newspapers/consent.ts';
import { billed } from '../../../campaigns/channels/newspapers/cost.ts';
import {
  type Advertisement,
  adSizeMm,
  listPapers,
  type Paper,
} from '../../../campaigns/channels/newspapers/newspapers.ts';
import { isUrduDraft } from '../../../campaigns/languages/urdu/in-urdu.ts';
import { type Job, jobTicket } from '../../artwork/job-ticket.ts';
import type { Fonts } from '../../layout/fonts-fs.ts';
import type { OfficeSheet } from '../../print/office-file.ts';
import type { ShelfMaker } from '../../shelf/item.ts';
import { officeItem, openPressRoom } from '../../shelf/press-item.ts';
import { adArtworks } from './ad-artwork.ts';
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

const blank = '____________________';

/** The release paper of one newspaper: consent, measure, and each advertisement with area and price. */
export function newspaperTicket(
  campaign: Campaign,
  fonts: Fonts,
  { paper, ads, code }: { paper: Paper; ads: readonly Advertisement[]; code: string },
): OfficeSheet[] {
  const { measure } = paper;
  const consent = consentLine(campaign.consent, 'newspaper');
  const rate =
    paper.ratePaise === null
      ? `₹ ${blank} प्रति वर्ग सेमी`
      : `₹ ${rupees(paper.ratePaise)} प्रति वर्ग सेमी (एक रंग)`;
  const job: Job = {
    title: 'विज्ञापन का कार्यादेश',
    subtitle: paper.name.hi,
    facts: [
      ['सूचना अधिकारी', consent.text],
      ['विज्ञापन आदेश सं०', `${blank}   दिनांक ____________   प्रकाशन की तिथि ____________`],
      ['दर', rate],
      [
        'कॉलम',
        `${measure.columns} कॉलम × ${measure.columnMm} मिमी, बीच में ${measure.gutterMm} मिमी; ऊँचाई ${measure.depthMm} मिमी${paper.confirmed ? '' : ' (पुष्ट होना है)'}`,
      ],
      [
        'फ़ाइल',
        `${measure.fileForm?.hi ?? blank}; समय सीमा ${measure.deadlineHours === null ? '______' : measure.deadlineHours} घंटे पहले`,
      ],
      ['स्याही', 'पहले काली (K); रंगीन IFRA26S, कुल स्याही 220 % तक; कोड केवल काली स्याही में'],
      ['गणना', 'चौड़ाई × ऊँचाई (सेमी); सेमी का अंश पूरा सेमी; लगभग पूरी ऊँचाई का पूरा कॉलम'],
    ],
    warnings: [
      ...(consent.isMissing
        ? ['जिला सूचना अधिकारी की सहमति की संख्या और दिनांक दर्ज नहीं है: पहले सहमति लें']
        : []),
      ...(paper.language === 'ur' && isUrduDraft(campaign)
        ? ['उर्दू पाठ प्रारूप है, किसी उर्दू पाठक ने नहीं पढ़ा: अभी न छपवाएँ']
        : []),
      ...(paper.confirmed ? [] : ['अखबार की नाप पुष्ट नहीं है: विज्ञापन विभाग से पूछकर पुष्ट करें']),
    ],
    signatures: ['पीआरओ: सामग्री सही', 'सूचना अधिकारी: सहमति', 'अखबार: नाप, दर'],
    rows: ads.map((ad) => {
      const size = adSizeMm(paper, ad);
      const { sqCm, paise, isFullDepth } = billed(paper, ad);
      const price = paise === null ? '' : `, ₹ ${rupees(paise)}`;
      return {
        title: ad.name.hi,
        code,
        lines: [
          `${size.width} × ${size.height} मिमी; ${sqCm} वर्ग सेमी${isFullDepth ? ' (पूरा कॉलम)' : ''}${price}`,
          `फ़ाइलें ${measure.inks.map((inks) => `${paper.id}-${ad.id}-${inks}.pdf`).join(', ')}`,
        ],
      };
    }),
  };
  return jobTicket(campaign, fonts, job);
}

function rupees(paise: number): string {
  return (paise / 100).toLocaleString('en-IN', { maximumFractionDigits: 2 });
}
