import type { PressRule } from './finding.ts';

/**
 * Words by their rule. `*` ends a stem that any ending may follow; `_` stands between words that are written apart, with
 * a hyphen or together. The sources: BNS s. 72 and POCSO s. 23 (no matter that may make a victim known), JJ Act s. 74
 * (no child, no school), MHA's advisory of 01.04.2010 and the Supreme Court's of 15.01.2026 (no opinion on guilt).
 */
export const wordLists: readonly (readonly [PressRule, string])[] = [
  [
    'sexual-offence',
    `बलात्कार* बलत्कार* बालात्कार* दुष्कर्म* दुष्कृत्य* दुराचार* कुकर्म* गैंगरेप* गैंग_रेप* रेप रेपिस्ट यौन* छेड़_छाड़* छेड़_छाड* छेड़_खानी* छेड़खानी
     लज्जा_भंग शील_भंग शीलभंग अस्मत* आबरू इज्जत_लूट* हवस* वेश्या* देह_व्यापार* जिस्म_फरोशी* जिस्मफरोश* सेक्स* कामुक* अश्लील* पोर्न* निर्वस्त्र* नग्न नंगा नंगी
     अप्राकृतिक* दुराचरण व्यभिचार* लैंगिक* दरिंदगी
     rape rapes raped rapist* gangrape* gang_rape* sexual* sex sexting sextortion* molest* obscen* porn* nude* naked voyeur* stalking stalker* sodom* incest*
     prostitut* outraging_modesty outraging_the_modesty eve_teas*
     balatkar* balatkaar* blatkar* dushkarm* duskarm* durachar* kukarm* chhed_chhad* chhed_khani* chedchad* chedkhani* chhedkhani* ched_chad* yaun* ashlil* ashleel*`,
  ],
  [
    'trafficking',
    `मानव_तस्कर* मानव_व्यापार* मानव_दुर्व्यापार* दुर्व्यापार* बाल_तस्कर* महिला_तस्कर* देह_तस्कर* बंधुआ_मजदूर* बंधुआ_श्रम* ह्यूमन_ट्रैफि* अनैतिक_व्यापार*
     trafficking trafficked traffickers trafficker manav_taskari bandhua_mazdoor bandhua_majdoor bonded_labour`,
  ],
  [
    'pocso',
    `पॉक्सो* पोक्सो* पास्को पॉस्को* पोस्को* पोकसो* पॉकसो* पी0ओ0सी0एस0ओ pocso* posco* pokso* poxo`,
  ],
  [
    'juvenile',
    `किशोर किशोरी किशोरों किशोरियों किशोरियां किशोरावस्था जुवेनाइल* जेजे_एक्ट जे_जे_एक्ट जे0जे0_एक्ट अपचारी अपचारियों विधि_विवादित* विधि_का_उल्लंघन_करने_वाले
     बाल_न्याय* बाल_कल्याण* बाल_सुधार* संप्रेक्षण* सम्प्रेक्षण* बाल_गृह* बाल_संरक्षण*
     juvenile* kishor kishori kishore jj_act jj_board jjb cwc child_in_conflict* apchari`,
  ],
  [
    'child',
    `नाबालिग* नाबालिक* ना_बालिग* अवयस्क* अल्पवयस्क* अल्प_वयस्क* बच्चा बच्ची बच्चे बच्चों बच्चियों बच्चियां बच्चियाँ बच्चो बालक बालकों बालको बालिका बालिकाओं बालिकाएं
     लड़का लड़की लड़के लड़कों लड़कियों लड़कियां लड़कियाँ शिशु शिशुओं नवजात* दुधमुंह* मासूम* बाल_श्रम* बाल_विवाह* बाल_अपराध* बाल_यौन* बाल_मजदूर* बाल_अपचार* बालपन बचपन चाइल्ड* पोता पोती नाती नातिन
     minor_girl minor_boy minor_child child children childhood childs childrens minors underage under_age juveniles kid kids boy boys girl girls infant infants toddler* newborn teenager* teenage teenaged
     bachcha bachche bachchi bachchon bachchiyon bacchi bacche bacchon bachhi bachhe bachhon nabalig* naabalig* nabaligh* ladki ladka ladke ladkiyon ladakee balak balika masoom* masum*`,
  ],
  [
    'school',
    `स्कूल स्कूली स्कूलों स्कूल_बस विद्यालय विद्यालयों विद्यालयी कक्षा कक्षाओं क्लासमेट छात्र छात्रा छात्रों छात्राओं छात्राएं छात्रावास सहपाठी सहपाठियों विद्यार्थी विद्यार्थियों
     पाठशाला मदरसा मदरसे आंगनबाड़ी आंगनवाड़ी आँगनबाड़ी हाईस्कूल हाई_स्कूल इंटर_कालेज इंटर_कॉलेज इण्टर_कालेज इंटरमीडिएट शिशु_मंदिर प्ले_स्कूल
     school* schools student students pupil pupils classmate* kindergarten intermediate_college inter_college chhatra chatra chhatr vidyalaya vidyalay kaksha madrasa`,
  ],
  [
    'relation',
    `पुत्र पुत्री पुत्रों पुत्रियों सुपुत्र सुपुत्री पत्नी धर्मपत्नी पति पिता माता मां माँ बेटा बेटी बेटे बेटियों भाई बहन चाचा चाची मामा दादा दादी नाना नानी भतीजा भतीजी भांजा भांजी बहू दामाद सास ससुर देवर
     son_of daughter_of wife_of husband_of putra putri patni pita_ka pati_ka suputra`,
  ],
  [
    'address',
    `निवासिनी साकिन साकिनान हाल_पता मूल_निवासी स्थाई_पता स्थायी_पता मकान_नंबर मकान_नम्बर मकान_सं* मकान_नं* फ्लैट_न* प्लॉट_न* प्लाट_न* गली_नंबर गली_नं*
     resident_of residing_at resident_at house_no house_number flat_no plot_no niwasi nivasi niwasini`,
  ],
  ['name', `उर्फ अलियास नामक alias urf सिंह कुमार देवी बेगम खातून बानो खान कौर प्रसाद named namely`],
  [
    'caste-or-faith',
    `जाति जातियों जातीय जातिगत उपजाति जनजाति हिन्दू हिंदुओं मुस्लिम मुस्लिमों मुसलमान मुसलमानों सिख सिक्ख ईसाई ईसाइयों जैन बौद्ध पारसी दलित दलितों सवर्ण ब्राह्मण पंडित ठाकुर क्षत्रिय राजपूत वैश्य बनिया
     कायस्थ यादव कुर्मी जाटव चमार पासी वाल्मीकि बाल्मीकि जाट गुर्जर मौर्य कुशवाहा निषाद लोधी लोध मल्लाह केवट कहार धोबी नाई बढ़ई लोहार कुम्हार सोनकर खटीक पटेल अंसारी पठान कुरैशी सैयद शेख सैफी तिवारी मिश्रा मिश्र शुक्ला पाण्डेय दुबे
     शर्मा वर्मा गुप्ता अग्रवाल चौधरी धर्म मजहब मज़हब धार्मिक साम्प्रदायिक* संप्रदाय सम्प्रदाय समुदाय_विशेष विशेष_समुदाय अल्पसंख्यक* अनुसूचित* पिछड़ा_वर्ग पिछड़ी_जाति
     hindu hindus muslim muslims sikh sikhs christian christians dalit dalits brahmin thakur yadav jatav chamar pathan ansari qureshi caste castes religion religious community_member sc_st`,
  ],
  [
    'guilt',
    `शातिर* अपराधी अपराधियों अपराधियो जुर्म कबूल कबूला कबूली कबूलनामा कबूलते कबूले कुबूल* क़ुबूल* इकबाल इकबालिया जुर्म_इकबाल गुनाह गुनहगार* दोषी दोषियों कसूरवार* मुजरिम* बदमाश* लुटेर* चोर चोरों चोरो ठग ठगों
     हिस्ट्रीशीटर* हिस्ट्री_शीटर* सरगना* गिरोह* गैंग गैंगस्टर* कुख्यात* दुर्दांत* दुर्दान्त* माफिया* मास्टरमाइंड* मास्टर_माइंड पेशेवर* आदतन* अभ्यस्त जालसाज जालसाजों धोखेबाज* दबंग* गुंडा गुंडों गुंडे अपराध_स्वीकार* जुर्म_स्वीकार* करना_स्वीकार* स्वीकारोक्ति*
     criminal criminals culprit* confess* guilty thief thieves robber robbers gangster* notorious* habitual* hardened mastermind* kingpin fraudster* miscreant* crook*
     shatir* shaatir* apradhi* aparadhi* kabool* kabul_kiya qubool* kubool* chor choron badmash* badmaash* jurm lutera* lutere* gunahgar* doshi giroh sargana`,
  ],
];

/** Before a name: the full word, with a blank after it. */
export const honorifics =
  'श्री श्रीमती श्रीमति श्रीमान सुश्री कुमारी मोहम्मद मुहम्मद मौलाना मौलवी हाजी सरदार जनाब डॉक्टर डाक्टर स्वर्गीय shri shree smt shrimati mister mrs mr miss kumari mohd mohammad mohammed late_shri sri';
/** Before a name: shortened, with a sign of abbreviation after it. */
export const shortHonorifics = 'श्री कु मो मौ डा डॉ स्व पं ठा श्रीम smt mr mrs ms dr km md ku';

/** Words after an honorific that begin no name. */
export const notNames =
  'पुलिस अपर वरिष्ठ अधीक्षक महोदय महोदया जिलाधिकारी न्यायालय मुख्यमंत्री राज्यपाल प्रभारी थानाध्यक्ष क्षेत्राधिकारी निरीक्षक जी के की का को ने से में और एवं व द्वारा है अ नं न नंबर नम्बर संख्या अपराध lanka police call';

/** Distinctive enough to be looked for inside of what was written letter by letter: ब-ला-त्का-र, p.o.c.s.o. */
export const spelledStems =
  'बलात्कार दुष्कर्म दुराचार नाबालिग अवयस्क छेड़छाड़ पॉक्सो पोक्सो गैंगरेप यौन बालिका बच्ची रेप pocso posco rape molest sexual child girl balatkar dushkarm nabalig juvenile शातिर पुत्र पुत्री पत्नी';
