import type { Campaign } from '../../../campaigns/campaign.ts';
import { consentLine } from '../../../campaigns/newspapers/consent.ts';
import { billed } from '../../../campaigns/newspapers/cost.ts';
import {
  type Advertisement,
  adSizeMm,
  type Paper,
} from '../../../campaigns/newspapers/newspapers.ts';
import { isUrduDraft } from '../../../campaigns/urdu/in-urdu.ts';
import { type Job, jobTicket } from '../../artwork/job-ticket.ts';
import type { Fonts } from '../../layout/fonts-fs.ts';
import type { OfficeSheet } from '../../print/office-file.ts';

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
