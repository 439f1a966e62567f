import { headquarters } from './campaign-names.ts';
import { inEachLanguage } from './own-language.ts';

interface VehicleWords {
  title: string;
  description: (app: string) => string;
  lead: string;
  none: string;
  noneHow: string;
  coming: string;
  measureTitle: string;
  measureSteps: readonly string[];
  panelsTitle: string;
  panelsNote: string;
  alt: (name: string) => string;
  unconfirmed: string;
  confirmed: string;
  size: string;
  corner: (mm: number) => string;
  models: string;
  material: string;
  code: string;
  codeText: (mm: number, from: string, to: string) => string;
  keepOuts: string;
  fitting: Record<'handle' | 'fuel-cap' | 'lock' | 'hinge' | 'lamp', string>;
  press: string;
  measure: string;
  ticket: string;
  rulesTitle: string;
  rules: readonly string[];
  permissionTitle: string;
  permission: string;
  ownTitle: string;
  ownText: string;
}

const hi: VehicleWords = {
  title: 'वाहनों के पैनल',
  description: (app) => `पुलिस वाहनों के लिए ${app} के पैनल: आकार, नाप का पत्रक, छपाई की फ़ाइलें और नियम।`,
  lead: 'यह पृष्ठ प्रिंटर और जनपद की एमटी शाखा के लिए है। पैनल चलते वाहन पर बिना कोड के पढ़े जाते हैं; खड़े वाहन पर कोड स्कैन होता है।',
  none: 'पैनल की फ़ाइलें अभी नहीं बनी हैं।',
  noneHow: `${headquarters.hi} से बनवाने को कहें; बनने पर वे यहाँ दिखेंगी।`,
  coming: 'अभी बन रही है',
  measureTitle: 'पहले नापें, फिर छपवाएँ',
  measureSteps: [
    'पैनलों की कोई प्रकाशित नाप नहीं है। नीचे का हर आकार आरंभिक मान है और पुष्ट होना है।',
    'नाप का पत्रक 100 % पर छापें। पटरी के 100 मिमी को स्केल से मिलाएँ।',
    'पत्रक को वाहन पर रखें: किनारे, मोड़, हैंडल और ढक्कन छूटे रहें। फ़ोटो लें।',
    'आकार न बैठे तो मुख्यालय को नाप भेजें; पैनल उसी नाप में बनेगा। फ़ाइल को खींचकर छोटा-बड़ा न करें।',
  ],
  panelsTitle: 'पैनल',
  panelsNote: 'चित्र में राज्य का कोड है। जनपद का अपना कोड अलग फ़ाइलों में बनता है।',
  alt: (name) => `पैनल का चित्र: ${name}`,
  unconfirmed: 'नाप पुष्ट होनी है',
  confirmed: 'नाप पुष्ट है',
  size: 'आकार',
  corner: (mm) => `कोने ${mm} मिमी गोल`,
  models: 'वाहन',
  material: 'सामग्री',
  code: 'कोड',
  codeText: (mm, from, to) => `${mm} मिमी; ${from} से ${to} मी तक से पढ़ा जाता है`,
  keepOuts: 'खाली जगह',
  fitting: {
    handle: 'हैंडल',
    'fuel-cap': 'ईंधन का ढक्कन',
    lock: 'ताला',
    hinge: 'कब्जा',
    lamp: 'बत्ती',
  },
  press: 'छपाई की फ़ाइल',
  measure: 'नाप का पत्रक, 1:1',
  ticket: 'कार्यादेश',
  rulesTitle: 'क्या नहीं छपेगा',
  rules: [
    'शीशे पर कोई फ़िल्म नहीं, छिद्रयुक्त भी नहीं: आगे-पीछे के शीशे से 70 % और किनारे के शीशों से 50 % प्रकाश आए (केंद्रीय मोटरयान नियम 100(2))।',
    'परावर्तक सामग्री: आगे केवल सफ़ेद, पीछे केवल लाल, किनारे केवल पीली (नियम 104, AIS-090)। हमारे पैनल परावर्तक नहीं हैं।',
    '12 मिमी से कम गोल कोने नहीं: फ़िल्म कोने से उखड़ती है।',
    'दरवाज़े पर 250 मिमी से छोटा कोड या 70 मिमी से छोटे अक्षर नहीं।',
    'हैंडल, ढक्कन और कटे कोनों पर अक्षर या कोड नहीं; जाँच (preflight) इसे हर फ़ाइल में देखती है।',
  ],
  permissionTitle: 'अनुमति',
  permission:
    '112 की गाड़ियों की रंग-सज्जा 112 सेवा की है। कार्यादेश में अनुमति की संख्या और दिनांक की पंक्ति है; वह भरे बिना न लगवाएँ।',
  ownTitle: 'जनपद का अपना कोड',
  ownText: `जनपद के सभी वाहनों के पैनलों पर जनपद का एक ही कोड रहता है। ${headquarters.hi} से जनपद के नाम से पैनल बनवाने को कहें। जिन वाहनों पर पहले से उनका अपना कोड छपा है, वे कोड चलते रहेंगे।`,
};

const en: VehicleWords = {
  title: 'Panels for vehicles',
  description: (app) =>
    `${app} panels for police vehicles: sizes, measuring sheets, print files and rules.`,
  lead: 'For the printer and the district’s MT section. On a moving vehicle the panel is read without its code; on a parked one the code is scanned.',
  none: 'The panels have not been made yet.',
  noneHow: `Ask ${headquarters.en} to have them made; they will then stand here.`,
  coming: 'being made',
  measureTitle: 'Measure first, print afterwards',
  measureSteps: [
    'No panel size is published. Every size below is a starting value, to be confirmed.',
    'Print the measuring sheet at 100 %. Check the 100 mm of its ruler with a scale.',
    'Hold the sheet against the vehicle: edges, folds, handle and caps stay free. Take a photo.',
    'If it does not fit, send headquarters the size; the panel is made to it. Do not stretch the file.',
  ],
  panelsTitle: 'Panels',
  panelsNote:
    'The pictures show the code of the state. A district’s own code comes in files of its own.',
  alt: (name) => `Picture of the panel: ${name}`,
  unconfirmed: 'to be confirmed by measuring',
  confirmed: 'measured',
  size: 'Size',
  corner: (mm) => `corners rounded ${mm} mm`,
  models: 'Vehicles',
  material: 'Material',
  code: 'Code',
  codeText: (mm, from, to) => `${mm} mm; read from ${from} to ${to} m`,
  keepOuts: 'Kept free',
  fitting: {
    handle: 'handle',
    'fuel-cap': 'fuel cap',
    lock: 'lock',
    hinge: 'hinge',
    lamp: 'lamp',
  },
  press: 'Print file',
  measure: 'Measuring sheet, 1:1',
  ticket: 'Job ticket',
  rulesTitle: 'What is refused',
  rules: [
    'No film on glass, perforated film neither: CMVR rule 100(2) asks for 70 % light through windscreen and rear window and 50 % through side windows.',
    'Retro-reflective material: only white in front, only red behind, only yellow at the sides (rule 104, AIS-090). Our panels are not reflective.',
    'No corners of less than 12 mm radius: film lifts at a corner.',
    'No code under 250 mm and no letters under 70 mm on a door.',
    'No letters or code on handles, caps and cut corners; the preflight looks at every file for it.',
  ],
  permissionTitle: 'Permission',
  permission:
    'The livery of patrol vehicles belongs to the 112 service. The job ticket has a line for number and date of its permission; put nothing on a vehicle before it is filled in.',
  ownTitle: 'A district’s own code',
  ownText: `All vehicles of a district carry one code, the district’s. Ask ${headquarters.en} to have the panels made for the district. Codes of single vehicles that were printed before go on working.`,
};

export const vehicleWordsIn = inEachLanguage<VehicleWords>({ hi, en });
