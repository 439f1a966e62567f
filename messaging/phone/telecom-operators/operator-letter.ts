import { AlignmentType, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import type { Bilingual } from '../../../campaigns/bilingual.ts';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { officeSide } from '../../../campaigns/language.ts';
import { formatCount, formatDayShort } from '../../../campaigns/numbers.ts';
import { docxFile, lineTwips } from '../../../campaigns/typesetting/docx-sheet-fs.ts';
import type { Blast } from '../blasts/blast.ts';
import { clockTime } from '../blasts/clock-time.ts';
import type { CostEstimate } from '../blasts/cost.ts';

export interface LetterContent {
  campaign: Campaign;
  blast: Blast;
  estimate: CostEstimate;
  /** Empty for the whole state. */
  districts: readonly Bilingual[];
  /** Of the whole state. */
  districtCount: number;
  /** YYYY-MM-DD, Asia/Kolkata. */
  today: string;
}

/** What the letter says; dots stand where the office writes by hand. */
export interface Letter {
  office: string;
  number: string;
  date: string;
  to: string[];
  subject: string;
  greeting: string;
  paragraphs: string[];
  enclosures: string;
  signature: string[];
}

const byHand = '…………………………';
/** 2.5 cm in twentieths of a point. */
const marginTwips = 1_417;

/** In Hindi; for a campaign in another language in English. */
export function writeLetter(content: LetterContent): Letter {
  const write = officeSide('hi', content.campaign.languages[0]) === 'hi' ? inHindi : inEnglish;
  return write(content, {
    // The name is not torn apart at the end of a line.
    app: content.campaign.app.name.replaceAll(' ', '\u00A0'),
    from: clockTime(content.blast.window.fromMinute),
    to: clockTime(content.blast.window.toMinute),
  });
}

interface Facts {
  app: string;
  from: string;
  to: string;
}

function inHindi(content: LetterContent, { app, from, to }: Facts): Letter {
  const { campaign, blast, estimate, districts, districtCount, today } = content;
  const where =
    districts.length === 0
      ? `प्रदेश के समस्त ${districtCount} जनपदों`
      : `जनपद ${districts.map(({ hi }) => hi).join(', ')}`;
  const means = blast.channel === 'sms' ? 'एस०एम०एस०' : 'रिकॉर्डेड वॉयस कॉल';
  const { citations } = campaign;
  const order = citations === undefined ? '' : `${citations.phone} के अनुपालन में `;
  return {
    office: campaign.copy.owner.hi,
    number: `संख्या: ${byHand}`,
    date: `दिनांक: ${formatDayShort(today)}`,
    to: ['सेवा में,', `नोडल अधिकारी, ${byHand}`, '(दूरसंचार सेवा प्रदाता)'],
    subject: `विषय: ${app} मोबाइल ऐप के ${means} द्वारा प्रचार-प्रसार के सम्बन्ध में।`,
    greeting: 'महोदय,',
    paragraphs: [
      `${order}अनुरोध है कि नागरिकों की सुविधा के लिए ${app} ऐप की सूचना ${where} के लगभग ${formatCount(estimate.recipients)} उपभोक्ताओं को ${means} के माध्यम से भेजने का कष्ट करें।`,
      `संदेश का पाठ, डी०एल०टी० पंजीकरण का विवरण, जनपदों की सूची, अनुमानित संख्या तथा व्यय संलग्न हैं। संदेश केवल ${from} से ${to} बजे (भारतीय मानक समय) के मध्य भेजे जायें तथा “डू नॉट डिस्टर्ब” में पंजीकृत एवं मना कर चुके उपभोक्ताओं के सम्बन्ध में ट्राई के प्रचलित विनियमों का पालन किया जाये।`,
      'प्रेषण के उपरान्त जनपदवार एवं दिनांकवार प्रेषित तथा प्राप्त संदेशों की संख्या संलग्न प्रारूप (6-delivery-report.csv) में उपलब्ध कराने का कष्ट करें, जिसमें किसी उपभोक्ता का मोबाइल नम्बर अंकित न हो।',
    ],
    enclosures: 'संलग्नक: यथोपरि।',
    signature: ['भवदीय,', '', `(${byHand})`, campaign.copy.owner.hi],
  };
}

function inEnglish(content: LetterContent, { app, from, to }: Facts): Letter {
  const { campaign, blast, estimate, districts, districtCount, today } = content;
  const where =
    districts.length === 0
      ? `all ${districtCount} districts of the state`
      : `the districts ${districts.map(({ en }) => en).join(', ')}`;
  const means = blast.channel === 'sms' ? 'SMS' : 'recorded voice call';
  return {
    office: campaign.copy.owner.en,
    number: `No. ${byHand}`,
    date: `Date: ${formatDayShort(today)}`,
    to: ['To', `The Nodal Officer, ${byHand}`, '(telecom service provider)'],
    subject: `Subject: making the mobile app ${app} known by ${means}`,
    greeting: 'Sir/Madam,',
    paragraphs: [
      `For the convenience of citizens you are requested to send the information about the app ${app} by ${means} to about ${formatCount(estimate.recipients)} subscribers of ${where}.`,
      `The text, the particulars of its DLT registration, the list of districts, the estimated numbers and the cost are enclosed. Messages may go out between ${from} and ${to} (Indian Standard Time) only; for subscribers who are registered for “do not disturb” or have refused such messages, the regulations of TRAI that are in force are to be followed.`,
      'After they have gone out, please state how many messages were sent and delivered, by district and day, in the enclosed form (6-delivery-report.csv), without the mobile number of any subscriber.',
    ],
    enclosures: 'Enclosures: as above.',
    signature: ['Yours faithfully,', '', `(${byHand})`, campaign.copy.owner.en],
  };
}

/** The letter as docx on one page, for the office to number and sign. */
export async function operatorLetter(content: LetterContent): Promise<Uint8Array> {
  const letter = writeLetter(content);
  return docxFile({
    office: letter.office,
    language: officeSide('hi', content.campaign.languages[0]),
    title: letter.subject,
    marginTwips,
    halfPoints: 24,
    children: [
      line(letter.office, { bold: true, align: AlignmentType.CENTER, after: 300 }),
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: lineTwips(marginTwips) }],
        spacing: { after: 240 },
        children: [new TextRun({ children: [letter.number, new Tab(), letter.date] })],
      }),
      ...letter.to.map((text, index) =>
        line(text, { after: index === letter.to.length - 1 ? 240 : 0 }),
      ),
      line(letter.subject, { bold: true, after: 240 }),
      line(letter.greeting, { after: 120 }),
      ...letter.paragraphs.map((text) => line(text, { after: 160, indent: true })),
      line(letter.enclosures, { after: 240 }),
      ...letter.signature.map((text) => line(text, { align: AlignmentType.RIGHT })),
    ],
  });
}

interface LineOptions {
  bold?: boolean;
  align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  after?: number;
  indent?: boolean;
}

function line(text: string, { bold = false, align, after = 0, indent }: LineOptions): Paragraph {
  return new Paragraph({
    alignment: align ?? (indent ? AlignmentType.BOTH : AlignmentType.LEFT),
    spacing: { after, line: 300 },
    ...(indent ? { indent: { firstLine: 720 } } : {}),
    children: [new TextRun({ text, bold, boldComplexScript: bold })],
  });
}
