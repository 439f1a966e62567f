import type { Campaign } from '../../campaigns/campaign.ts';
import { grievanceLines } from './privacy-prose.ts';
import type { Section } from './prose.ts';

/** Whom to call or write to, as the Guidelines for Indian Government Websites ask of a site. */
export function contactSections(campaign: Campaign): Section[] {
  const { helpLines, headquarters, copy, app, privacy } = campaign;
  return [
    {
      title: { hi: 'आपात स्थिति और सहायता', en: 'Emergencies and help' },
      paragraphs: helpLines.map(({ number, name }) => ({
        hi: `${name.hi}: ${number}`,
        en: `${name.en}: ${number}`,
      })),
    },
    {
      title: { hi: 'आपका थाना', en: 'Your police station' },
      paragraphs: [
        {
          hi: 'अपने थाने का पृष्ठ नाम या बोर्ड के कोड से खोजें।',
          en: 'Find the page of your police station by its name or by the code on its board.',
        },
      ],
      link: { path: '/search/', label: { hi: 'थाना खोजें', en: 'Find a police station' } },
    },
    {
      title: { hi: 'अभियान और यह साइट', en: 'The campaign and this site' },
      paragraphs: [
        {
          hi: `${headquarters.hi}, ${copy.state.hi}। विभाग की वेबसाइट: ${app.siteUrl}`,
          en: `${headquarters.en}, ${copy.state.en}. Website of the department: ${app.siteUrl}`,
        },
      ],
    },
    {
      title: { hi: 'व्यक्तिगत डेटा', en: 'Personal data' },
      paragraphs: grievanceLines(privacy),
      link: {
        path: '/privacy/',
        label: { hi: 'क्या कितने दिन रखा जाता है', en: 'What is kept how long' },
      },
    },
  ];
}

/** How to get the app, what it costs, and what to do where something does not work. */
export function helpSections({ app, copy }: Campaign): Section[] {
  const { steps, fee, note } = copy.pamphlet;
  return [
    {
      title: copy.pamphlet.installTitle,
      paragraphs: steps.map((step, at) => ({
        hi: `${at + 1}. ${step.hi}`,
        en: `${at + 1}. ${step.en}`,
      })),
      link: { path: '/get/', label: { hi: `${app.name} ऐप पाएँ`, en: `Get the ${app.name} app` } },
    },
    {
      title: { hi: 'ऐप के बिना', en: 'Without the app' },
      paragraphs: [
        {
          hi: `वही सेवाएँ ब्राउज़र में भी हैं: ${app.portalUrl}`,
          en: `The same services are there in a browser: ${app.portalUrl}`,
        },
      ],
    },
    {
      title: { hi: 'शुल्क और आपात स्थिति', en: 'Fees and emergencies' },
      paragraphs: [fee, note].filter((each) => each !== undefined),
    },
    {
      title: { hi: 'क्यूआर कोड न खुले', en: 'Where a QR code does not open' },
      paragraphs: [
        {
          hi: 'कोड के नीचे छपे छह अंक या अक्षर खोज में लिखें। बोर्ड फटा या हटा हो तो थाने को बताएँ।',
          en: 'Type the six figures or letters below the code into the search. Tell the police station where a board is torn or gone.',
        },
      ],
      link: { path: '/search/', label: { hi: 'कोड से खोजें', en: 'Search by code' } },
    },
    {
      title: { hi: 'फ़ाइलें खोलना', en: 'Opening files' },
      paragraphs: [
        {
          hi: 'छपाई की फ़ाइलें PDF हैं, जनपद की सारी फ़ाइलें एक ZIP में। तालिकाएँ CSV हैं और किसी भी स्प्रेडशीट में खुलती हैं।',
          en: 'Print files are PDF, those of a whole district one ZIP. Tables are CSV and open in any spreadsheet.',
        },
      ],
    },
  ];
}

/** The feedback page: whom to tell what. The site itself takes only reports of a station's wrong name. */
export function feedbackSections({ app, privacy }: Campaign): Section[] {
  return [
    {
      title: { hi: 'थाने का नाम गलत हो', en: 'Where the name of a police station is wrong' },
      paragraphs: [
        {
          hi: 'थाने के पृष्ठ पर ‘यह नाम गलत है’ खोलें और सही नाम लिखें। जनपद के जनसंपर्क अधिकारी उसे जाँचते हैं। नाम या मोबाइल नंबर नहीं पूछा जाता।',
          en: 'Open “This name is wrong” on the page of the police station and write the right name. The public relations officer of the district checks it. You are asked for no name and no number.',
        },
      ],
      link: { path: '/print/', label: { hi: 'अपना जनपद चुनें', en: 'Choose your district' } },
    },
    {
      title: { hi: 'यह साइट', en: 'This site' },
      paragraphs: [
        {
          hi: 'कोई पृष्ठ न खुले, समझ में न आए या पढ़ा न जा सके, तो पृष्ठ का पता और समस्या लिखें:',
          en: 'Where a page does not open, cannot be understood or cannot be read, write its address and what is wrong:',
        },
        ...grievanceLines(privacy),
      ],
      link: { path: '/accessibility/', label: { hi: 'सुगम्यता', en: 'Accessibility' } },
    },
    {
      title: { hi: `${app.name} ऐप और पुलिस सेवाएँ`, en: `The ${app.name} app and police services` },
      paragraphs: [
        {
          hi: `शिकायत और आवेदन यहाँ नहीं लिए जाते। वे ऐप में या नागरिक पोर्टल पर दर्ज होते हैं: ${app.portalUrl}`,
          en: `Complaints and applications are not taken here. They are made in the app or on the citizen portal: ${app.portalUrl}`,
        },
      ],
      link: { path: '/contact/', label: { hi: 'संपर्क', en: 'Contact' } },
    },
  ];
}

/** Terms of use, copyright, and links to and from other sites. */
export function termsSections({ app, copy, openData, links }: Campaign): Section[] {
  const { owner } = copy;
  const licence = openData?.licence;
  const proposed = licence?.confirmed
    ? { hi: '', en: '' }
    : { hi: ' (प्रस्तावित; स्वामी की पुष्टि शेष)', en: ' (proposed; the owner has yet to confirm it)' };
  return [
    {
      title: { hi: 'उपयोग की शर्तें', en: 'Terms of use' },
      paragraphs: [
        {
          hi: `यह साइट ${app.name} ऐप के प्रचार की है। यहाँ दी गई जानकारी विधिक दस्तावेज़ नहीं है; आदेश और राजपत्र ही मान्य हैं। साइट का कोई पृष्ठ शुल्क, पासवर्ड या OTP नहीं माँगता।`,
          en: `This site makes the ${app.name} app known. What it says is no legal document: orders and the gazette are. No page of it asks for a fee, a password or an OTP.`,
        },
      ],
    },
    {
      title: { hi: 'कॉपीराइट', en: 'Copyright' },
      paragraphs: [
        {
          hi: `पृष्ठों, बोर्ड और पम्पलेट की सामग्री ${owner.hi} की है। थानों के बोर्ड और पम्पलेट केवल जनपद की स्वीकृति से छपते हैं।`,
          en: `Pages, boards and pamphlets belong to ${owner.en}. Boards and pamphlets of police stations are printed with the district’s approval only.`,
        },
        ...(licence === undefined
          ? []
          : [
              {
                hi: `आँकड़ों की अनुज्ञप्ति: ${licence.name.hi}${proposed.hi}।`,
                en: `Licence of the figures: ${licence.name.en}${proposed.en}.`,
              },
            ]),
      ],
    },
    {
      title: { hi: 'लिंक', en: 'Links' },
      paragraphs: [
        {
          hi: 'इस साइट के पृष्ठों का लिंक देने के लिए अनुमति आवश्यक नहीं है; पृष्ठ किसी दूसरी साइट के फ़्रेम में न दिखाएँ।',
          en: 'Nobody needs permission to link to pages of this site; please do not show them within a frame of another site.',
        },
        {
          hi: `यहाँ से ऐप स्टोर, ${new URL(app.portalUrl).host} और ${new URL(app.siteUrl).host} के लिंक हैं; उनकी सामग्री के लिए वे साइटें उत्तरदायी हैं। छपे हुए छोटे पते ${links.host.toLowerCase()} से खुलते हैं।`,
          en: `Links lead to the app stores, ${new URL(app.portalUrl).host} and ${new URL(app.siteUrl).host}, which answer for their own content. Printed short addresses open at ${links.host.toLowerCase()}.`,
        },
      ],
    },
  ];
}
