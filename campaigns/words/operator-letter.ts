import type { Bilingual } from '../bilingual.ts';
import type { Campaign } from '../campaign.ts';
import { markedLine } from '../demonstration.ts';
import { officeSide } from '../language.ts';
import { formatCount, formatDayShort } from '../numbers.ts';

export interface OperatorLetterFacts {
  campaign: Campaign;
  channel: 'sms' | 'ivr';
  /** HH:MM between which messages may go out. */
  hours: { from: string; to: string };
  recipients: number;
  /** Empty for the whole state. */
  districts: readonly Bilingual[];
  /** Number of districts in the whole state. */
  districtCount: number;
  /** YYYY-MM-DD, Asia/Kolkata. */
  today: string;
}

/** The letter's parts; dots mark what the office fills in by hand. */
export interface OperatorLetter {
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
/** In Hindi; for a campaign in another language in English. */
export function writeOperatorLetter(facts: OperatorLetterFacts): OperatorLetter {
  const { app } = facts.campaign;
  const write = officeSide('hi', facts.campaign) === 'hi' ? inHindi : inEnglish;
  // The name is not torn apart at the end of a line.
  return write(facts, app.name.replaceAll(' ', '\u00A0'));
}

function inHindi(facts: OperatorLetterFacts, app: string): OperatorLetter {
  const { campaign, channel, hours, recipients, districts, districtCount, today } = facts;
  const where =
    districts.length === 0
      ? `प्रदेश के समस्त ${districtCount} जनपदों`
      : `जनपद ${districts.map(({ hi }) => hi).join(', ')}`;
  const means = channel === 'sms' ? 'एसएमएस' : 'रिकॉर्डेड वॉयस कॉल';
  const { citations } = campaign;
  const order = citations === undefined ? '' : `${citations.phone} के अनुपालन में `;
  return {
    office: markedLine(campaign, campaign.copy.owner.hi, 'hi'),
    number: `संख्या: ${byHand}`,
    date: `दिनांक: ${formatDayShort(today)}`,
    to: ['सेवा में,', `नोडल अधिकारी, ${byHand}`, '(दूरसंचार सेवा प्रदाता)'],
    subject: `विषय: ${app} मोबाइल ऐप के ${means} द्वारा प्रचार-प्रसार के संबंध में।`,
    greeting: 'महोदय,',
    paragraphs: [
      `${order}अनुरोध है कि नागरिकों की सुविधा के लिए ${app} ऐप की सूचना ${where} के लगभग ${formatCount(recipients)} उपभोक्ताओं को ${means} के माध्यम से भेजने का कष्ट करें।`,
      `संदेश का पाठ, डीएलटी पंजीकरण का विवरण, जनपदों की सूची, अनुमानित संख्या तथा व्यय संलग्न हैं। संदेश केवल ${hours.from} से ${hours.to} बजे (भारतीय मानक समय) के मध्य भेजे जाएँ तथा “डू नॉट डिस्टर्ब” में पंजीकृत एवं मना कर चुके उपभोक्ताओं के संबंध में ट्राई के प्रचलित विनियमों का पालन किया जाए।`,
      'प्रेषण के उपरांत जनपदवार एवं दिनांकवार प्रेषित तथा प्राप्त संदेशों की संख्या संलग्न प्रारूप (6-delivery-report.csv) में उपलब्ध कराने का कष्ट करें, जिसमें किसी उपभोक्ता का मोबाइल नंबर अंकित न हो।',
    ],
    enclosures: 'संलग्नक: यथोपरि।',
    signature: ['भवदीय,', '', `(${byHand})`, campaign.copy.owner.hi],
  };
}

function inEnglish(facts: OperatorLetterFacts, app: string): OperatorLetter {
  const { campaign, channel, hours, recipients, districts, districtCount, today } = facts;
  const where =
    districts.length === 0
      ? `all ${districtCount} districts of the state`
      : `the districts ${districts.map(({ en }) => en).join(', ')}`;
  const means = channel === 'sms' ? 'SMS' : 'recorded voice call';
  return {
    office: markedLine(campaign, campaign.copy.owner.en, 'en'),
    number: `No. ${byHand}`,
    date: `Date: ${formatDayShort(today)}`,
    to: ['To', `The Nodal Officer, ${byHand}`, '(telecom service provider)'],
    subject: `Subject: making the mobile app ${app} known by ${means}`,
    greeting: 'Sir/Madam,',
    paragraphs: [
      `For the convenience of citizens you are requested to send the information about the app ${app} by ${means} to about ${formatCount(recipients)} subscribers of ${where}.`,
      `The text, the particulars of its DLT registration, the list of districts, the estimated numbers and the cost are enclosed. Messages may go out between ${hours.from} and ${hours.to} (Indian Standard Time) only; for subscribers who are registered for “do not disturb” or have refused such messages, the regulations of TRAI that are in force are to be followed.`,
      'After they have gone out, please state how many messages were sent and delivered, by district and day, in the enclosed form (6-delivery-report.csv), without the mobile number of any subscriber.',
    ],
    enclosures: 'Enclosures: as above.',
    signature: ['Yours faithfully,', '', `(${byHand})`, campaign.copy.owner.en],
  };
}

/** The districts of a pack that is for all of them. */
export function allDistricts({ hi }: Bilingual, count: number): Bilingual {
  return { hi: `समस्त ${count} ${hi}`, en: `all ${count} districts` };
}
