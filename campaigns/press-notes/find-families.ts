import { findLevel, type Hit, type PressRule } from './finding.ts';
import { findStems, indexStems, type StemList, stemsAt } from './stems.ts';
import { toKey, toKeys, type Word } from './word-keys.ts';

/**
 * Families of words by what is wrong with them, in the notation of `stems.ts`: a Hindi stem is found with its endings, in its
 * mixed-up spellings and in Latin letters. The sources: BNS s. 72 and POCSO s. 23 (no matter that may make a victim known), JJ
 * Act s. 74 (no child, no school), MHA's advisory of 01.04.2010 and the Supreme Court's of 15.01.2026 (no opinion on guilt).
 */
const wordFamilies: StemList<PressRule> = [
  [
    'sexual-offence',
    // Named outright.
    `बलात्कार* बलत्कार* बालात्कार* blatkar* दुष्कर्म* दुस्कर्म* दुष्कृत्य* दुराचार* दुराचरण कुकर्म* गैंगरेप* गैंग_रेप* =रेप रेपिस्ट यौन* यौनिक* छेड़_छाड़* छेड़ा_छाड़* छेड़_खान* छेड़कान*
     वेश्या* वेश्यावृत्ति देह_व्यापार* जिस्म_फरोश* सेक्स* कामुक* अश्लील* पोर्न* निर्वस्त्र* नग्न* नंगा नंगी नंगे न्यूड* अप्राकृतिक* व्यभिचार* लैंगिक* दरिंद* हवस* हमबिस्तर* बैड_टच गुड_टच
     स्टॉकिंग स्टॉकर पीछा_~_करता ताक_झांक* आपत्तिजनक_वीडियो* आपत्तिजनक_फोटो* अंतरंग*
     rape rapist* gangrape* gang_rape* sexual* sexuality sex sext* molest* obscen* porn* nude* nudity naked voyeur* stalk* sodom* incest* prostitut* eve_teas* mms intimate_video* intimate_photo*
     balatkar* ched_khan* chhedkhani chedchad* chherchar* jabardasti_~_sambandh
     ` +
      // Said without being named.
      `गलत_काम गलत_कार्य गलत_किया गंदी_बात* गंदी_~_बात* बुरा_काम बुरे_काम बुरा_कर्म बुरी_हरकत* नीच_हरकत* मनमानी_कर* मनमर्जी* ज़्यादती* ज्यादती* ज़ोर_जबरदस्ती* अनैतिक_कृत्य* अनैतिक_कार्य* अनैतिक_काम* दुष्चरित्र* चरित्रहीन* एतराज_जनक* अशोभनीय* गलत_हरकत* गलत_संबंध* गलत_तरीक*_~_छू* गलत_तरीक*_~_टच गलत_ढंग_~_छू* गलत_नीयत गलत_नियत गंद*_काम गंद*_हरकत* घिनौन*_काम घिनौन*_हरकत* अनुचित_~_स्पर्श* छुआ_~_आपत्तिजनक
     शारीरिक_संबंध* शरीरिक_संबंध* नाजायज_संबंध* अवैध_संबंध* अनैतिक_संबंध* शारीरिक_शोषण* शारीरिक_~_शोषण* जिस्मानी* बुरी_नीयत* बुरी_नियत* बुरे_इराद* गंदी_नीयत* बदनीयत* बद_नीयत* बदनियत* शोषण* दैहिक*
     बहला_फुसला* बहलाकर* बहलाने बहला_कर फुसला* behla_fusla* bahla_fusla* fuslakar* प्रेम_जाल* प्रेमजाल* लव_जिहाद* शादी_का_झांसा शादी_का_झासा शादी_~_झांसा विवाह_~_झांसा विवाह_~_प्रलोभन शादी_~_प्रलोभन शादी_~_बहाने शादी_~_वादा विवाह_~_वादा रात_बिता* नशा_दे* एकांत_में
     लज्जा* शील_भंग* शीलभंग* अस्मत* अस्मिता* आबरू* इज्जत* इज्ज़त_लूट* मर्यादा_भंग* मर्यादा_~_भंग मुंह_काला* मुह_काला* जबरदस्ती_~_वीडियो जबरन_~_संबंध अभद्र* अभद्रता बदसलूकी* बदतमीजी* कपड़*_~_फाड़* कपड़*_~_उतार* निजी_अंग* गुप्तांग* छूने_~_आरोप अंगों_~_छूने
     नशीला_~_पिला* नशीली_~_पिला* बेसुध_~_कर हाथ_पकड़*_~_बुर* अकेली_~_पाकर अकेला_पाकर
     outrag*_~_modesty modesty physical_relation* illicit_relation* established_~_relation* inappropriate* misbehav*_~_woman misbehav*_~_lady misbehav*_~_female misbehav*_~_her she_~_lured lured_~_woman lured_~_girl lured_~_lady she_~_enticed enticed_~_woman enticed_~_girl forced_himself forced_herself forced_upon pretext_of_marriage promise_of_marriage indecent* lewd groped groping disrobe* private_part* her_dignity vulgar* violat*_~_woman violat*_~_her violat*_~_lady violat*_~_girl ravish* assaulted_~_woman ogl* ogling outraged took_advantage advantage_of_her
     ` +
      // By force.
      `रजामंदी* जोर_जबर्दस्ती* जोरजबर्दस्ती* जबरन_~_कमर* जबरन_~_बंधक जबरन_~_साथ जबरन_~_ले_ग* जबरदस्ती_~_कमर* जबरदस्ती_~_हाथ जबरदस्ती_~_पकड़* जबरदस्ती_~_छू* जबरदस्ती_~_साथ जबरदस्ती_~_चूम* धमकाकर_~_साथ धमका_कर_~_साथ महिला_~_मजबूर युवती_~_मजबूर विवाहिता_~_मजबूर मजबूर_कर_साथ बेबसी_का_फायद* मजबूरी_का_फायद*
     jor_jabardasti* jabardasti_~_hath jabardasti_~_haath jabardasti_~_pakd* jabardasti_~_sath against_her_will against_his_will non_consensual* forced_her forced_the_woman forced_the_lady forcibly_~_room forcibly_~_woman
     ` +
      // Harassed in the street; the एंटी रोमियो दल is a team of the police.
      `फब्ति* फबती फबतियां मजनू* मजनु* मनचल* छींटाकश* छींटे_कस* सीटी_बजा* सीटियां_बजा* गंद*_इशार* भद्द*_इशार* इशारेबाज* भद्द*_टिप्प* भद्द*_कमेंट* कमेंट_पास कमेंट_कर* कमेंटबाज* घूरने घूरत* घूर_रह* तंग_कर* महिला_~_परेशान युवती_~_परेशान छेड़ने_वाल* छेड़ने_का छेड़ने_की छेड़ता छेड़ते पीछे_पीछे रोमियो_बन* रोमियोगिरी लफंग* ईव_टीज* हाथ_पकड़_लिया रास्ता_रोककर_~_महिला
     fabti* fabtiyan* majnu* manchal* chhintakashi* seeti_baja* tang_kar* passed_~_comment* pass_comment* passing_comment* lewd_comment* catcall* cat_call* wolf_whistl* harass* leered leering accosted_~_woman
     galat_kam galat_harkat* gandi_harkat* gandi_niyat ijjat* izzat* jism*`,
  ],
  [
    'trafficking',
    `मानव_तस्कर* मानव_व्यापार* मानव_दुर्व्यापार* दुर्व्यापार* =बाल_तस्कर* महिला_तस्कर* देह_तस्कर* बंधुआ* बंधक_मजदूर* ह्यूमन_ट्रैफि* अनैतिक_व्यापार* अनैतिक_देह* महिलाओं_~_खरीद महिला_~_खरीद महिलाओं_~_फरोख्त युवति*_~_खरीद
     अपहरण* अपहृत* अपह्रत* अपहर्ता* फिरौती* अगवा* भगा_ले* भगाकर_ले* बेचने_~_प्रयास महिला_~_बेच* युवत*_~_बेच* बहू_~_बेच* पत्नी_~_बेच* गुमशुदा_युवत* गुमशुदा_महिला* गुमशुदा_युवक* गुमशुदा_व्यक्ति* लापता_युवत* लापता_महिला* लापता_युवक* लापता_व्यक्ति*
     trafficking trafficked trafficker* kidnap* abduct* ransom* bonded_labour* bonded_labor* woman_~_sold girls_sold human_traffic* missing_woman missing_girl missing_person* eloped elope* bandhua* apharan* agwa`,
  ],
  [
    'pocso',
    `पॉक्सो* पोक्सो* =पास्को =पॉस्को पोस्को* पोकसो* पॉकसो* पी_ओ_सी_एस_ओ लैंगिक_अपराधों_से_बालकों pocso* posco* pokso* poxo`,
  ],
  [
    'juvenile',
    `किशोर* जुवेनाइल* जे_जे_एक्ट जे_जे_बोर्ड जेजे_एक्ट जेजेबी =बाल_अपचार* अपचारी अपचारि* विधि_विवादित* विधि_~_उल्लंघन =बाल_न्याय* =बाल_कल्याण* =बाल_सुधार* संप्रेक्षण* =बाल_गृह* =बाल_संरक्षण* सीडब्ल्यूसी =बाल_अपराध* =बाल_अधिकार*
     juvenile* jj_act jj_board jjb cwc child_in_conflict* children_home* kishor kishori kishore kishoron`,
  ],
  [
    'child',
    `नाबालिग* नाबालिक* ना_बालिग* बालिग_नहीं बालिग_होने वयस्क_नहीं वयस्क_होने कम_उम्र* कम_उमर बाली_उमर* बाली_उम्र* मतदाता_~_उम्र वोट_~_उम्र वोट_देने_लायक नावालि* अवयस्क* अल्पवयस्क* अल्प_वयस्क* बच्च =बच्चन बालक* बालिक* लड़क* शिशु* नवजात* दुधमुंह* दूध_मुंह* मासूम* =बाल_श्रम* =बाल_विवाह* =बाल_यौन* =बाल_मजदूर* बालपन बचपन चाइल्ड* पोता पोती पोते नाती नातिन बिटिया* बिटियां बेटी बेटि* गुड़िया* मुन्नी मुन्ना लाडल* लाड़ल* नन्ह* छोटी_बहन छोटा_भाई छोटे_भाई कमसिन* टीनएज* टीन_एज* किशोरवय* शैशव दुलारी अबोध* नौनिहाल* छुटक* गोद_~_बच्च पौत्र* पौत्री धेवत* बालमन* कन्या कन्याओं
     minor_girl* minor_boy* minor_child* minor_student* minor_son minor_daughter child children childhood minors underage under_age kid boy girl infant* toddler* newborn* new_born* teenage* teenager* teenaged adolescen* schoolboy* schoolgirl* daughter* baby babies
     balig_nahi* abhi_balig balig_hone short_of_adulthood short_of_majority in_her_teens in_his_teens in_their_teens kam_umar kam_umra bali_umar
     bacch* bache bachi bachon bachche* bachhe* ladki* ladka* ladke* larki* larka* masum* beti betiyan gudia munni munna`,
  ],
  [
    'school',
    `स्कूल* =विद्यालय विद्यालयों विद्यालयी कक्षा* कक्षाओं क्लास क्लासमेट* छात्र* सहपाठ* विद्यार्थ* पाठशाला* मदरस* आंगनबाड़* आंगनवाड़* आंगनबाडी* हाईस्कूल* हाई_स्कूल* इंटर_कालेज* इंटर_कॉलेज* इंटरमीडिएट* इंटर_~_परीक्षा शिशु_मंदिर* सरस्वती_शिशु* प्ले_स्कूल* कोचिंग* ट्यूशन* बोर्ड_परीक्षा* गुरुकुल* हॉस्टल* सेंट_मैरी* सेंट_मेरी* सेंट_जोसेफ* सेंट_जेवियर* सेंट_फ्रांसिस* सेंट_पॉल* सेंट_पीटर* सेंट_जॉन* सेंट_थॉमस* सेंट_एंथोनी* सेंट_ऐन* डॉन_बॉस्को* don_bosco* डीपीएस डी_पी_एस डीएवी डी_ए_वी जीआईसी जी_आई_सी जीजीआईसी जी_जी_आई_सी केवी केंद्रीय_विद्यालय* नवोदय* कॉन्वेंट* कान्वेंट* कस्तूरबा* मांटेसरी* मोंटेसरी* अकादमी* एकेडमी* एकाडमी* विद्या_मंदिर* ज्ञान_मंदिर* शिक्षा_निकेतन* विद्या_निकेतन* बाल_निकेतन* बाल_भारती* पढ़ने_वाल* पढ़ाई_करत*
     school* student* pupil* classmate* kindergarten* intermediate_college* inter_college* coaching_class* coaching_cent* coaching tuition* hostel* convent* navodaya* kendriya_vidyala* montessori* academy gic ggic dps dav st_joseph* st_mary* st_xavier* st_francis* st_paul* st_peter* st_thomas* st_anthony* st_john* st_anne* nursery_class chatra* chhatra* vidyalay* kaksha madrasa* padhne_wal*`,
  ],
  [
    'other-offence',
    `हत्या* मर्डर* कत्ल* खून_कर* दहेज* आत्महत्या* खुदकुश* घरेलू_हिंसा* गैंगस्टर_एक्ट* गैंगस्टर_अधिनियम* गिरोहबंद* गुंडा_एक्ट* गुण्डा_एक्ट* एन_डी_पी_एस* एनडीपीएस* बलवा* बलवे दंगा* दंगे दंगों फांसी* फंदे_~_लट* तेजाब* एसिड* एस_सी_एस_टी* एससी_एसटी* एससीएसटी* अत्याचार_निवारण* ससुराल_पक्ष* ससुराल_वाल* ससुर_पक्ष* पति_~_मारपीट सांप्रदायिक* साम्प्रदायिक* संप्रदायिक* गौकश* गोकश* गौ_वध* गोवध* गौ_तस्कर* गौतस्कर* धर्मांतरण* धर्म_परिवर्तन* देशद्रोह* राजद्रोह* आतंक* नक्सल* डी_पी_एक्ट डीपी_एक्ट भ्रूण* गर्भपात* दुष्प्रेरण* चाकूबाज* जानलेवा* प्राणघातक* उत्पीड़न* मारपीट* गोली_मार* फायरिंग* भड़काऊ* नफरत* ऑनर_किलिंग*
     murder* homicid* dowry* suicid* domestic_violence* gangster_act* gunda_act* goonda* ndps* riot* acid hanged hanging sc_st_act* scst* communal* cow_slaughter* terror* sedition* abort* foeticid* feticid* killed killing attempt_to_kill* in_laws inlaws cruelty torture* honour_killing* hatya* dahej* khudkushi* atmahatya*`,
  ],
  [
    'relation',
    `पुत्र पुत्री पुत्रवधु* वधू बहूरान* समधी समधन* जीजा साढू नवासा नवासे दौहित्र* मंगेतर* बीवी शौहर अम्मी अम्मा अब्बू अब्बा सहेली* लिव_इन पु_श्री पु_स्व सुपुत्र सुपुत्री पत्नी धर्मपत्नी =पति =पिता पिताजी =माता माताजी =मां मम्मी =बेटा बेटे बेटों भाई भाइयों भाभी बहन बहनोई चाचा चाची मामा मामी ताऊ ताई =दादा दादी =नाना नानी मौसी मौसा बुआ फूफा भतीजा भतीजी भतीजे भांजा भांजी भांजे =बहू =बहु दामाद =सास ससुर ससुराल* देवर देवरानी जेठ जेठानी साला साली ननद विधवा* विधुर* चचेर* ममेर* मौसेर* फुफेर* सौतेल* वल्द* आत्मज* आत्मजा सगे सगा
     fiance* stepfather stepmother stepson step_father step_mother step_son mother_in_law father_in_law sister_in_law brother_in_law jija devrani putravadhu* bahurani samdhi biwi bibi shauhar
     son_of daughter_of wife_of husband_of wife husband widow mother_of father_of brother_of sister_of mother father brother sister uncle aunt nephew niece grandmother grandfather grandson cousin his_son her_son putra putri patni pita_ka pati_ka suputra dharmpatni`,
  ],
  [
    'address',
    `निवासिनी* साकिन* हाल_पता* मूल_पता* हाल_मुकाम* मूल_निवास* मूल_रूप_~_रहने स्थाई_पता* स्थायी_पता* वर्तमान_पता* रहने_वाल* में_रहता_है में_रहती_है मकान_नंबर मकान_न मकान_नं मकान_सं* =म_=नं =म_=न मकान_मालिक गली* फ्लैट* प्लॉट* प्लाट* मोहल्ल* मुहल्ल* मौहल्ल* ग्राम_पोस्ट ग्राम_व_पोस्ट ग्राम गांव* मजरा* मौजा* =ग्रा =ग्रा_प नि_ग्राम नि_मो नि_गांव नि_वार्ड टोला टोले पुरवा वार्ड कॉलोनी* कालोनी* अपार्टमेंट* अपार्टमेण्ट* एन्क्लेव* सोसायटी* सोसाइटी* तहसील पोस्ट_ऑफिस पता_- के_सामने_वाल* के_बगल_वाल* घर_का_पता मकान_का_पता दूसरी_मंजिल तीसरी_मंजिल पहली_मंजिल चौथी_मंजिल देशांतर* अक्षांश*
     resident* residing* resides gaon he_lives she_lives who_lives lives_near lives_behind lives_opposite lives_in living_in living_at house_no house_number h_no flat plot_no plot_number street_no village* colony* apartment* enclave* locality mohalla* muhalla* tehsil niwasi* nivasi* rahne_wal* gali_no gali galli gram_post mauja* latitude* longitude*`,
  ],
  ['name', `उर्फ अलियास नामक* alias urf named namely whose_name`],
  [
    'caste-or-faith',
    `=जाति =जातियों जातीय* जातिगत* उपजाति* जनजाति* बिरादरी* हिंदू* हिन्दु* मुस्लिम* मुसलमान* =सिख सिक्ख* ईसाई* ईसाइयों इसाई* =जैन बौद्ध* पारसी* शिया* सुन्नी* अहमदिया* दलित* सवर्ण* हरिजन* ब्राह्मण* ब्राम्हण* पंडितों ठाकुर क्षत्रिय* राजपूत* वैश्य* बनिया* कायस्थ* यादवों अहीर* कुर्मी* जाटव* चमार* पासी* =वाल्मीकि =बाल्मीकि =जाट =जाटों गुर्जर* गूजर* कुशवाहा* निषाद* लोधी* =लोध मल्लाह* केवट* कहार* धोबी* =नाई बढ़ई* लोहार* कुम्हार* सोनकर* खटीक* पठान* कंजड़* कंजर* बंजारा* बंजारों बावरिया* =नट नटों पारधी* घुमंतू* घुमंतु* मुसहर* डोम मेहतर* भंगी* धानुक* बहेलिया* सपेरा* मजहब* धार्मिक_समूह* धर्म_विशेष* संप्रदाय* समुदाय_विशेष* विशेष_समुदाय* एक_समुदाय दूसरे_समुदाय अल्पसंख्यक* अनुसूचित* पिछड़*_वर्ग* पिछड़ा पिछड़ी_जाति* ओबीसी अगड़ी_जाति* ऊंची_जात* नीची_जात* छोटी_जात* बड़ी_जात* जात_बिरादरी शिया_समुदाय समुदाय मुल्ला*
     hindu* muslim* sikh christian* buddhist* jain parsi* dalit* harijan* brahmin* brahman* thakur yadavs jatav chamar pathan rajput* caste* religion religious scheduled_tribe* scheduled_caste* backward_class* lower_caste upper_caste minority_community community_member sc_st obc shia sunni jati jaati biradari*`,
  ],
  [
    'guilt',
    `शातिर* =अपराधी अपराधियों अपराधियो =जुर्म कबूल* कुबूल* इकबाल* गुनाह* गुनहगार* =दोषी दोषियों कसूरवार* मुजरिम* बदमाश* लुटेर* =चोर =चोरों =चोरो चोर_गिरोह =ठग ठगों ठगो हिस्ट्रीशीटर* हिस्ट्री_शीटर* सरगना* गिरोह* गैंग गैंगस्टर* कुख्यात* दुर्दांत* माफिया* मास्टरमाइंड* मास्टर_माइंड* पेशेवर* आदतन* अभ्यस्त* जालसाज* धोखेबाज* दबंग* गुंडा गुंडे गुंडों अपराध_स्वीकार* जुर्म_स्वीकार* करना_स्वीकार* चोरी_~_स्वीकार स्वीकारोक्ति* उठाईगीर* उचक्क* जेबकतर* चेन_स्नैचर* स्नैचर* मुठभेड़* एनकाउंटर* इनामी* इनामिया* वांछित_अपराधी* अपराधिक_इतिहास* आपराधिक_इतिहास* टॉप_टेन
     criminal culprit* confess* guilty thief thieves robber burglar* snatcher* gangster* gang notorious* habitual* hardened mastermind* kingpin* fraudster* cheat_who miscreant* crook* encounter history_sheet* pickpocket*
     shatir* apradhi* aparadhi* kabul* kabool* badmash* jurm lutera* lutere* gunahgar* giroh* sargana*`,
  ],
  [
    'health',
    `मानसिक* विक्षिप्त* मंदबुद्धि* मंद_बुद्धि* पागल* एचआईवी* एच_आई_वी* एड्स गर्भवती* कैंसर* =टीबी =टी_बी क्षय_रोग* मूक_बधिर* मूकबधिर* दिव्यांग* विकलांग* नेत्रहीन* दृष्टिहीन* डिप्रेशन* अवसाद* किडनी* गुर्दे* मिर्गी* दौरा_पड़* दौरे_पड़* नशे नशेड़* शराब* शराबी* मरीज* रोगी* बीमार* कोरोना* कोविड* हृदय_रोग* कुष्ठ* मधुमेह* लकवा* इलाज* डायलिसिस* dialysis* ilaj* operation ऑपरेशन बीमारी* रोग लकवाग्रस्त* अस्पताल_में_भर्ती* मेडिकल_रिपोर्ट*
     mental* mentally hiv aids pregnan* cancer tuberculosis deaf dumb_and handicap* disabled disability divyang* viklang* depress* kidney* epilep* drunk* intoxicat* addict* patient* covid* pagal* bimar* vikshipt*`,
  ],
];

/** Words before which nobody's community is meant: जैन मन्दिर, नाई की मंडी. */
const placeNouns =
  'मंदिर* मस्जिद* मंडी* चौक* चौराह* गंज* गेट* नगर* मार्ग* रोड* बाजार* चौकी* घाट* पार्क* धर्मशाला* कॉलेज* द्वार* पुल* तिराह* road* mandir* chowk* market* gate*';

const toSet = (list: string) => list.split(' ').flatMap(toKeys);
const families = indexStems(wordFamilies);
const places = indexStems([['place', placeNouns]]);
const shortestTorn = 5;
/** Long enough not to be made of two usual words. */
const longWords = indexStems(
  wordFamilies
    .filter(([rule]) => findLevel(rule) === 'block')
    .map(([rule, list]): [PressRule, string] => [
      rule,
      list
        .split(/\s+/)
        .map((word) => word.replace('*', ''))
        .filter((word) => /^[^_=]+$/.test(word) && word.length >= shortestTorn)
        .join(' '),
    ]),
);
/** पता: and address:, where no office's is meant. */
const addressWords = new Set(['पता', 'pata', 'address', 'addr'].map(toKey));
const academies = new Set(['अकादमी', 'academy'].flatMap(toKeys));
const police = new Set(['पुलिस', 'police'].flatMap(toKeys));
const joiner = /^(?:[-–—_.*·•~+|/\\'’"]|\s?[-–—.]\s?|\s)$/;
const mostParts = 12;
const mostTorn = 3;
const shortestSpelled = 4;
/** Nobody's will was asked. Of messages and calls it is what this campaign promises not to do. */
const wills = indexStems([
  ['asked', 'सहमति* sehmati* sahmati* consent*'],
  ['wanted', 'मर्जी* marzi* इच्छा* ichcha* ichchha* राजी raji razi'],
]);
const withouts = new Set(
  toSet('बिना बगैर विरुद्ध खिलाफ विपरीत bina bagair khilaf viruddh without against'),
);
const nots = new Set(toSet('नहीं न ना nahi not'));
const ofMessages = indexStems([
  ['message', 'संदेश* एसएमएस कॉल* व्हाट्सऐप* डेटा डाटा नंबर* प्रसारण* message* sms call* data number*'],
]);
const farthestWill = 3;
const farthestMessage = 6;
/** All who live there, and nobody. */
const everybody = new Set('समस्त सभी सब प्रत्येक हर स्थानीय सम्मानित'.split(' ').map(toKey));
const resident = toKeys('निवासी');

/** Words and phrases of the families, those too that are written letter by letter or with signs for letters. */
export function findFamilies(text: string, words: readonly Word[]): Hit[] {
  const hits = findStems(families, words)
    .filter(({ name, last }) => name !== 'caste-or-faith' || !isPlaceName(words, last))
    .filter(({ name, first }) => name !== 'school' || !isPoliceAcademy(words, first))
    .map(({ name, first, last }) => makeHit(words, name, first, last));
  words.forEach((word, index) => {
    if (resident.includes(word.key.replace(/यों$/, '')) || resident.includes(word.key)) {
      const isEverybody = [1, 2].some((back) => everybody.has(words[index - back]?.key ?? ''));
      if (!isEverybody) hits.push(makeHit(words, 'address', index, index));
    }
    const next = words[index + 1];
    if (next === undefined) return;
    const gap = text.slice(word.to, next.from);
    if (addressWords.has(word.key) && /^\s?[:=–—-]\s?[-–—]?\s?$/.test(gap) && next.text !== 'अज्ञात')
      hits.push(makeHit(words, 'address', index, index + 1));
  });
  return [
    ...hits,
    ...unasked(words),
    ...torn(text, words),
    ...spelledApart(text, words),
    ...disguised(text),
  ];
}

/** मर्जी के बिना, without her consent, राजी नहीं. */
function unasked(words: readonly Word[]): Hit[] {
  return words.flatMap((_, place) => {
    const [will] = stemsAt(wills, words, place);
    if (will === undefined) return [];
    const near = nearBy(place, farthestWill).find((each) => {
      const { key = '' } = words[each] ?? {};
      return withouts.has(key) || (will.name === 'wanted' && nots.has(key));
    });
    if (near === undefined) return [];
    const isOfMessages = nearBy(place, farthestMessage).some(
      (each) => stemsAt(ofMessages, words, each).length > 0,
    );
    return isOfMessages
      ? []
      : [makeHit(words, 'sexual-offence', Math.min(near, place), Math.max(near, place))];
  });
}

const nearBy = (place: number, most: number) =>
  Array.from({ length: 2 * most + 1 }, (_, index) => place - most + index);

function isPlaceName(words: readonly Word[], last: number): boolean {
  return [last + 1, last + 2].some((place) => stemsAt(places, words, place).length > 0);
}

function isPoliceAcademy(words: readonly Word[], first: number): boolean {
  return academies.has(words[first]?.key ?? '') && police.has(words[first - 1]?.key ?? '');
}

function makeHit(words: readonly Word[], rule: PressRule, first: number, last: number): Hit {
  return { rule, from: words[first]?.from ?? 0, to: words[last]?.to ?? 0 };
}

/** Words that bar a note, cut in two by a blank, a sign or the end of a field: दुष् कर्म. */
function torn(text: string, words: readonly Word[]): Hit[] {
  return words.flatMap((word, index) => {
    const next = words[index + 1];
    if (next === undefined || word.isNumber || next.isNumber || word.isLatin !== next.isLatin)
      return [];
    if (next.from - word.to > mostTorn || /[,;।]/.test(text.slice(word.to, next.from))) return [];
    const key = toKey(word.text + next.text);
    const whole: Word = { ...word, key, text: word.text + next.text, to: next.to };
    const hit = stemsAt(longWords, [whole], 0).find(({ length }) => length > word.key.length);
    return hit === undefined ? [] : [{ rule: hit.name, from: word.from, to: next.to }];
  });
}

/** ब-ला-त्का-र, p.o.c.s.o, ना बा लि ग: parts of few letters, looked up from each one on. */
function spelledApart(text: string, words: readonly Word[]): Hit[] {
  return words.flatMap((word, first) => {
    if (!isPart(word)) return [];
    let joined = word.key;
    for (let last = first + 1; last < first + mostParts; last += 1) {
      const before = words[last - 1];
      const next = words[last];
      if (before === undefined || next === undefined || !isPart(next)) break;
      if (!joiner.test(text.slice(before.to, next.from))) break;
      joined += next.key;
      const whole: Word = { ...word, key: toKey(joined), text: joined, to: next.to };
      const hit = stemsAt(families, [whole], 0).find(({ last: end }) => end === 0);
      if (hit !== undefined && joined.length >= shortestSpelled && last - first >= 2)
        return [{ rule: hit.name, from: word.from, to: next.to }];
    }
    return [];
  });
}

/** One letter with its signs, or two in Latin. */
function isPart({ key, isNumber, isLatin }: Word): boolean {
  return !isNumber && (isLatin ? key.length <= 2 : oneLetter.test(key));
}

const oneLetter = /^\p{L}(?:\p{M}|(?<=\u094D)\p{L})*$/u;

const signsAsLetters: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  '@': 'a',
  $: 's',
};

/** Digits and signs in the place of letters: r@pe, p0cso. */
function disguised(text: string): Hit[] {
  return [...text.matchAll(/[a-z0-9@$]+/g)].flatMap(({ 0: word, index }) => {
    if (!/^[a-z]/.test(word) || !/[a-z]$/.test(word) || !/[0-9@$]/.test(word)) return [];
    const plain = [...word].map((sign) => signsAsLetters[sign] ?? sign).join('');
    const whole: Word = {
      text: plain,
      key: toKey(plain),
      from: 0,
      to: 0,
      isNumber: false,
      isLatin: true,
    };
    const [hit] = stemsAt(families, [whole], 0);
    return hit === undefined ? [] : [{ rule: hit.name, from: index, to: index + word.length }];
  });
}
