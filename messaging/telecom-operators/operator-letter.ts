import { AlignmentType, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import type { Campaign } from '../../campaigns/campaign.ts';
import { formatCount, formatDayShort } from '../../campaigns/numbers.ts';
import { docxFile, lineTwips } from '../../campaigns/typesetting/docx-sheet-fs.ts';
import type { Blast } from '../blasts/blast.ts';
import { clockTime } from '../blasts/clock-time.ts';
import type { CostEstimate } from '../blasts/cost.ts';

export interface LetterContent {
  campaign: Campaign;
  blast: Blast;
  estimate: CostEstimate;
  /** In Hindi; empty for the whole state. */
  districtNames: readonly string[];
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
  paragraphs: string[];
  enclosures: string;
  signature: string[];
}

const byHand = '…………………………';
/** 2.5 cm in twentieths of a point. */
const marginTwips = 1_417;

export function letterOf(content: LetterContent): Letter {
  const { campaign, blast, estimate, districtNames, today } = content;
  // The name is not torn apart at the end of a line.
  const app = campaign.app.name.replaceAll(' ', '\u00A0');
  const where =
    districtNames.length === 0 ? 'प्रदेश के समस्त 75 जनपदों' : `जनपद ${districtNames.join(', ')}`;
  const means = blast.channel === 'sms' ? 'एस०एम०एस०' : 'रिकॉर्डेड वॉयस कॉल';
  const [from, to] = [clockTime(blast.window.fromMinute), clockTime(blast.window.toMinute)];
  return {
    office: campaign.copy.owner.hi,
    number: `संख्या: ${byHand}`,
    date: `दिनांक: ${formatDayShort(today)}`,
    to: ['सेवा में,', `नोडल अधिकारी, ${byHand}`, '(दूरसंचार सेवा प्रदाता)'],
    subject: `विषय: ${app} मोबाइल ऐप के ${means} द्वारा प्रचार-प्रसार के सम्बन्ध में।`,
    paragraphs: [
      `पुलिस महानिदेशक, उत्तर प्रदेश की बैठक दिनांक 27.03.2019 के कार्यवृत्त के बिन्दु 1(F) “सर्विस प्रोवाइडर से वार्ता कर फोन के माध्यम से प्रचार-प्रसार” के अनुपालन में अनुरोध है कि नागरिकों की सुविधा के लिए ${app} ऐप की सूचना ${where} के लगभग ${formatCount(estimate.recipients)} उपभोक्ताओं को ${means} के माध्यम से भेजने का कष्ट करें।`,
      `संदेश का पाठ, डी०एल०टी० पंजीकरण का विवरण, जनपदों की सूची, अनुमानित संख्या तथा व्यय संलग्न हैं। संदेश केवल ${from} से ${to} बजे (भारतीय मानक समय) के मध्य भेजे जायें तथा “डू नॉट डिस्टर्ब” में पंजीकृत एवं मना कर चुके उपभोक्ताओं के सम्बन्ध में ट्राई के प्रचलित विनियमों का पालन किया जाये।`,
      'प्रेषण के उपरान्त जनपदवार एवं दिनांकवार प्रेषित तथा प्राप्त संदेशों की संख्या संलग्न प्रारूप (6-delivery-report.csv) में उपलब्ध कराने का कष्ट करें, जिसमें किसी उपभोक्ता का मोबाइल नम्बर अंकित न हो।',
    ],
    enclosures: 'संलग्नक: यथोपरि।',
    signature: ['भवदीय,', '', `(${byHand})`, campaign.copy.owner.hi],
  };
}

/** The letter as docx on one page, for the office to number and sign. */
export async function operatorLetter(content: LetterContent): Promise<Uint8Array> {
  const letter = letterOf(content);
  return docxFile({
    office: letter.office,
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
      line('महोदय,', { after: 120 }),
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
