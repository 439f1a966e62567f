import { AlignmentType, Document, Packer, Paragraph, TextRun } from 'docx';
import type { Campaign } from '../../campaigns/campaign.ts';
import type { Blast } from './blast.ts';
import { clockTime } from './clock-time.ts';
import type { CostEstimate } from './cost.ts';

export interface LetterContent {
  campaign: Campaign;
  blast: Blast;
  estimate: CostEstimate;
  districtNames: readonly string[];
  /** YYYY-MM-DD, Asia/Kolkata. */
  today: string;
}

/** The letter's paragraphs; the number and the signature are filled in by hand. */
export function letterLines({
  campaign,
  blast,
  estimate,
  districtNames,
  today,
}: LetterContent): string[] {
  const [year, month, day] = today.split('-');
  const where =
    districtNames.length === 0 ? 'प्रदेश के समस्त 75 जनपदों' : `जनपद ${districtNames.join(', ')}`;
  const means = blast.channel === 'sms' ? 'एस०एम०एस०' : 'रिकॉर्डेड वॉयस कॉल';
  const recipients = estimate.recipients.toLocaleString('en-IN');
  return [
    'सेवा में,',
    'नोडल अधिकारी, ……………………………… (दूरसंचार सेवा प्रदाता)',
    'संख्या: ………………………………',
    `दिनांक: ${day}.${month}.${year}`,
    `विषय: ${campaign.app.name} मोबाइल ऐप के ${means} द्वारा प्रचार-प्रसार के सम्बन्ध में।`,
    'महोदय,',
    `पुलिस महानिदेशक, उत्तर प्रदेश की बैठक दिनांक 27.03.2019 के कार्यवृत्त के बिन्दु 1(F) "सर्विस प्रोवाइडर से वार्ता कर फोन के माध्यम से प्रचार-प्रसार" के अनुपालन में अनुरोध है कि नागरिकों की सुविधा के लिए ${campaign.app.name} ऐप की सूचना ${where} के लगभग ${recipients} उपभोक्ताओं को ${means} के माध्यम से भेजने का कष्ट करें।`,
    `संदेश का पाठ, डी०एल०टी० पंजीकरण का विवरण, जनपदों की सूची, अनुमानित संख्या तथा व्यय संलग्न हैं। संदेश केवल ${clockTime(blast.window.fromMinute)} से ${clockTime(blast.window.toMinute)} बजे (भारतीय मानक समय) के मध्य भेजे जायें तथा "डू नॉट डिस्टर्ब" में पंजीकृत एवं मना कर चुके उपभोक्ताओं के सम्बन्ध में ट्राई के प्रचलित विनियमों का पालन किया जाये।`,
    'प्रेषण के उपरान्त जनपदवार एवं दिनांकवार प्रेषित तथा प्राप्त संदेशों की संख्या संलग्न प्रारूप (6-delivery-report.csv) में उपलब्ध कराने का कष्ट करें, जिसमें किसी उपभोक्ता का मोबाइल नम्बर अंकित न हो।',
    'संलग्नक: यथोपरि।',
    'भवदीय,',
    '(………………………………)',
    campaign.copy.owner.hi,
  ];
}

/** The letter as docx, for the office to number and sign. */
export async function operatorLetter(content: LetterContent): Promise<Uint8Array> {
  const lines = letterLines(content);
  const right = new Set([lines[2], lines[3], ...lines.slice(-3)]);
  const font = { ascii: 'Nirmala UI', hAnsi: 'Nirmala UI', cs: 'Nirmala UI' };
  const heading = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 320 },
    children: [
      new TextRun({
        text: content.campaign.copy.owner.hi,
        bold: true,
        boldComplexScript: true,
        size: 30,
        sizeComplexScript: 30,
        font,
      }),
    ],
  });
  const document = new Document({
    title: lines[4] ?? '',
    sections: [
      {
        children: [
          heading,
          ...lines.map(
            (text, index) =>
              new Paragraph({
                alignment: right.has(text) ? AlignmentType.RIGHT : AlignmentType.LEFT,
                spacing: { after: 200, line: 360 },
                children: [
                  new TextRun({
                    text,
                    font,
                    size: 24,
                    sizeComplexScript: 24,
                    bold: index === 4,
                    boldComplexScript: index === 4,
                  }),
                ],
              }),
          ),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
