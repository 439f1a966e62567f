import type { Hit } from './finding.ts';
import { toKey, toKeys, type Word } from './word-keys.ts';

/** Names that are given often, and family names: none that is a usual word as well. In Latin letters by their keys. */
const personNames = `
रेखा सुनीता गीता सीता अनीता कविता सरिता बबीता संगीता सविता नीता मीना मीनाक्षी रीना शीला लीला उर्मिला निर्मला विमला कमला सुशीला शकुंतला कौशल्या सावित्री गायत्री पार्वती राधा रुक्मिणी रूबी नेहा पूनम सोनम शालिनी शिवानी शिल्पा स्नेहा श्वेता
स्वाति प्रियंका प्रीति पल्लवी अंजलि अंजू मंजू संजू रंजना अर्चना सुमित्रा सुधा माधुरी फूलमती कलावती रामवती चंद्रावती देवी बेगम बानो खातून नसरीन शबनम शबाना रुखसाना फातिमा आयशा जोया जोहरा सलमा नाजिया शाहीन परवीन तबस्सुम यास्मीन मरियम रजिया
हसीना जरीना नगमा सोनी बबली पिंकी रिंकी गुड्डी सुमन कुसुम मालती शोभा उषा निशा दीपा दीपिका रागिनी मोनिका सोनिया तनु तनुजा अनुराधा विद्यावती प्रभावती इंद्रावती इंदु नंदिनी मोहिनी रोहिणी नीलम शबाना अफसाना रेशमा रोजी मैरी जानकी द्रौपदी
अंजना अंबिका अदिति अनन्या अनुष्का अपर्णा अमृता अलका अलीशा अहिल्या इशिता इशा उमा उर्वशी कनिका करिश्मा कामिनी कांति कृति गंगावती गरिमा गुंजन चांदनी जया जसप्रीत जसवंती तरन्नुम तृप्ति तृषा दिव्या दुर्गावती देवकी धनवंती नफीसा निकिता निहारिका पारुल प्रेमवती फरहा फरजाना फूलकुमारी फुलवा बबिता बिमला बिटोला भगवती भारती मंदाकिनी मनीषा मल्लिका महिमा मालिनी मीरा मुमताज मृदुला मोहसिना यशोदा यामिनी रजनी रबीना रमा राजरानी रानी राबिया रामदुलारी रामकली रामकुमारी रुचि रूपा रेहाना ललिता वर्षारानी वैशाली शकीला शहनाज शारदा शाजिया शिखा शुभांगी शैलजा श्रुति संध्या सरला सायरा सारिका सिमरन सीमादेवी सुनैना सुरभि सुषमा सृष्टि सोनाली सोनाक्षी हेमलता हेमा हरप्रीत गुरप्रीत मनप्रीत
अनुपमा पूजा आरती ज्योति प्रिया रिया काजल ऋतु ऋचा पायल खुशबू साक्षी रश्मि नम्रता ऊषा किरण विभा आभा कंचन राजकुमारी
राम रामलाल श्याम श्यामलाल मोहन मोहनलाल सोहन रमेश सुरेश महेश दिनेश मुकेश राकेश राजेश नरेश गणेश उमेश योगेश लोकेश कमलेश अखिलेश मिथिलेश बृजेश अवधेश रूपेश जितेंद्र महेंद्र सुरेंद्र नरेंद्र राजेंद्र वीरेंद्र धर्मेंद्र देवेंद्र भूपेंद्र योगेंद्र शैलेंद्र
रविंद्र रवींद्र ज्ञानेंद्र पुष्पेंद्र उपेंद्र अरविंद गोविंद विनोद प्रमोद मनोज सरोज पंकज नीरज धीरज सूरज अनिल सुनील कपिल निखिल अनुज अजय संजय धनंजय मृत्युंजय अशोक आलोक दीपक विवेक अभिषेक मयंक शशांक प्रदीप संदीप कुलदीप दिलीप राजू पप्पू बबलू बब्लू गुड्डू
मुन्ना कल्लू कालू छोटू सोनू मोनू टिंकू पिंटू चिंटू बंटी रॉकी बिट्टू लल्लू लल्ला राहुल रोहित मोहित अमित सुमित पुनीत विनीत ललित सचिन नितिन विपिन जतिन अर्जुन अरुण वरुण तरुण किशन कृष्ण कृष्णा बलराम हरिराम सियाराम सीताराम रामू श्यामू भोला भोलू शंकर शिवा
महादेव गोपाल रामपाल सतपाल धर्मपाल यशपाल जगदीश हरीश गिरीश सतीश आशीष मनीष अनूप सौरभ वैभव राघव माधव केशव विक्रम विक्की विकी हिमांशु दिव्यांशु प्रियांशु शिवम सत्यम शुभम आयुष आकाश अनुराग चिराग पवन चंदन मदन रतन किशोरीलाल बाबूलाल
हीरालाल पन्नालाल मुन्नालाल छोटेलाल बड़ेलाल रामसेवक रामनाथ रामदास रामचंद्र हरिश्चंद्र दयाराम बालकराम बाबूराम तुलसीराम मोतीलाल लालता लालजी बृजमोहन राधेश्याम घनश्याम ओमप्रकाश जयप्रकाश चंद्रप्रकाश सत्यप्रकाश वेदप्रकाश रामप्रकाश प्रेमचंद हरिओम हरि ओम जयराम
अंकुर अंशुल अंशुमान अक्षय अखिल अजीत अतुल अनिकेत अनिरुद्ध अभय अभिनव अभिनंदन अमरनाथ अमरेश अमृतलाल अरुणेश अवनीश अविनाश अश्विनी आदित्य आशुतोष इंद्रजीत इंद्रपाल ईश्वरदीन उदयभान उमाशंकर ऋषभ ऋषि ओमवीर कन्हैया कमलकांत करणवीर कार्तिक काशीराम कुणाल कुंदन कृष्णकांत कैलाश कौशल कौशलेंद्र खुशीराम गंगाराम गजेंद्र गयाप्रसाद गिरधारी गिरिजाशंकर गुरुचरण गोकुल गोपी गोलू गौरीशंकर घसीटा चंद्रभान चंद्रशेखर चंद्रपाल छविलाल छेदी छोटेराम जगन्नाथ जगप्रसाद जगमोहन जगवीर जयंत जयवीर जवाहर जसवंत जीतू जुगनू झब्बू झगड़ू टीटू तुषार तेजपाल त्रिलोकी दद्दू दयाशंकर दिग्विजय दिव्यम दीनदयाल दीनानाथ दीपेश दुर्गेश दुर्गाप्रसाद देवव्रत देवीप्रसाद धनपाल धनीराम धर्मवीर नंदकिशोर नंदलाल नन्हेलाल नरोत्तम नवनीत नागेंद्र नारायण नितेश निशांत नीलेश परमानंद परशुराम पारस पीयूष पुरुषोत्तम पूरन प्रणव प्रभाकर प्रभुदयाल प्रशांत प्रवीण प्रह्लाद प्रेमपाल प्रेमशंकर फकीरे फूलचंद बंशीधर बच्चूलाल बजरंगी बद्री बनवारी बलबीर बलवंत बाबूनंदन बालकिशन बालेश्वर बिरजू बीरबल बुद्धिराम बुधई बृजलाल बृजेंद्र भगवानदीन भगवानदास भरत भीम मंगरू मंगेश मंजीत मंटू मक्खन मनमोहन मनीराम मनोहर महावीर महेंद्रपाल मातादीन मानवेंद्र मुरारी मुरलीधर मूलचंद मेवालाल मोतीराम यतेंद्र यशवंत रघुनाथ रघुवीर रजत रजनीश रणजीत रणधीर रणवीर रमाकांत रमाशंकर राजकिशोर राजकुमार राजदेव राजनाथ राजबहादुर राजमणि राजीव राजेश्वर रामअवतार रामआसरे रामकिशन रामकिशोर रामखेलावन रामजी रामदीन रामधनी रामनरेश रामप्रसाद रामबाबू रामभरोसे रामभजन राममूर्ति रामरतन रामलखन रामविलास रामसजीवन रामसिंह रामसनेही रामसूरत रामस्वरूप रितेश रिंकू रोहन रौनक लक्ष्मण लक्ष्मीकांत लखन लवकुश लालमन लालू वंशराज वरुणेश वासुदेव विजयपाल विजेंद्र विमल विमलेश विशाल विष्णु विश्वजीत वेदपाल शत्रुघ्न शशिकांत शांतनु शिवकुमार शिवदयाल शिवनाथ शिवपाल शिवप्रसाद शिवराम शिवशंकर शैलेश श्रवण श्रीकांत श्रीकृष्ण श्रीपाल श्रीराम संजीव सतेंद्र सत्यनारायण सत्यपाल सत्यवान सत्येंद्र सर्वेश सुखदेव सुखराम सुखलाल सुदर्शन सुदामा सुधाकर सुधांशु सुधीर सुबोध सुभाष सुमेर सुरजीत सुशांत सुशील सूरजपाल सोमनाथ सोमपाल सोमेश हंसराज हनीफ हरकेश हरपाल हरभजन हरिकिशन हरिकेश हरिप्रसाद हरिमोहन हरिशंकर हरेंद्र हर्षित हितेश हुकुम हृदयेश हेमंत हेमराज
अजहर अजीम अतहर अतीक अनवर अफसर अबरार अबूबकर अब्बास अमीन अय्यूब अलताफ अशफाक आजम आबिद इकरार इकराम इदरीस इनायत इफ्तेखार इम्तियाज इलियास इसरार इसहाक इसरायल एजाज एहसान करीम कलाम कलीम कासिम गुफरान गुलफाम गुलजार गुलशन जफर जब्बार जलील जहांगीर जाकिर जीशान तनवीर तसलीम ताजुद्दीन ताहिर नजीर नफीस नसीम निजाम निसार फरमान फरहान फरीद फहीम बिलाल मंसूर मकसूद मतलूब मसूद महताब महफूज महबूब मारूफ मुजफ्फर मुनीर मुमताज मुर्तजा मुश्ताक मुस्तकीम मेहंदी मोइन मोबीन मोहसिन रज्जाक रमजान रहीम रहमत रियाज रिहान रेहान लुकमान वली शब्बीर शमशाद शमशेर शहजाद शहाबुद्दीन शाकिर शादाब शाहनवाज सगीर सज्जाद सत्तार समीर सरफराज सलाउद्दीन सादिक साबिर सिकंदर सिराज सुलेमान सैफ हनीफ हबीब हारून हाशिम
मोहम्मद मुहम्मद आरिफ इमरान इरफान सलीम सलमान शाहरुख आमिर आसिफ वसीम नदीम नईम रईस अनीस तौफीक रफीक शकील जमील अकील खलील अब्दुल रहमान रिजवान फैजान अरमान फिरोज जावेद परवेज शमीम हामिद राशिद खालिद साजिद माजिद शाहिद जाहिद नासिर यासिर कादिर हुसैन अहमद
अली हसन असलम अकरम अफजल अशरफ मुस्तफा इस्माइल इब्राहिम यूसुफ याकूब सुहैल फैसल दानिश साहिल शोएब जुबैर उस्मान लियाकत नौशाद इरशाद दिलशाद मुन्तजिर चांद बाबू
शर्मा वर्मा मिश्रा मिश्र तिवारी त्रिपाठी पांडेय पांडे पाठक शुक्ला शुक्ल द्विवेदी चतुर्वेदी त्रिवेदी दुबे चौबे उपाध्याय दीक्षित अवस्थी बाजपेयी श्रीवास्तव सक्सेना भटनागर माथुर गुप्ता अग्रवाल जायसवाल केसरवानी मौर्य मौर्या पटेल सिंह कुमार कुमारी चौहान राठौर राठौड़
सोलंकी तोमर चौधरी मलिक प्रजापति विश्वकर्मा कश्यप राजभर पासवान गोंड खरवार यादव जाटव सोनकर प्रसाद खान अंसारी कुरैशी सिद्दीकी सैयद शेख सैफी मंसूरी मैसी जोसेफ थॉमस कौर गिल अरोरा कपूर मेहरा चड्ढा भाटिया खन्ना मल्होत्रा बंसल गोयल मित्तल जिंदल सिंघल
kaur joseph david michael john thomas george mary chowdhury mehta kapoor khanna malhotra bansal goel goyal mittal jindal singhal jaiswal srivastava saxena agarwal aggarwal tripathi tiwari pandey mishra shukla dwivedi chaturvedi trivedi dubey awasthi siddiqui qureshi ansari syed sheikh
`;

/** Ends of names that hardly another word has: दिनेश, हरिलाल, फूलवती; with the usual words that have them. */
const nameEnds = 'लाल ेंद्र वती जीत नाथ पाल दास मती चंद चंद्र उद्दीन उल्लाह';
const noNames =
  'पावती नेपाल भोपाल हलाल दलाल केंद्र परिकेंद्र बहाल अधीन देवकीनंदन राज्यपाल अनुपाल श्रीमती सहमती संपत्ती गोपाल पराजीत अविजीत आधारचंद इतिहास प्रदेश निर्देश अनुमती सहमति अनुमति दास जलाल कलाल अनाथ सनाथ विश्वनाथ मलाल गुलाल';

/** Before a name: the full word, with a blank after it. */
const honorifics =
  'श्री श्रीमती श्रीमति श्रीमान सुश्री कुमारी मोहम्मद मुहम्मद मौलाना मौलवी हाजी सरदार जनाब डॉक्टर डाक्टर स्वर्गीय हाफिज हकीम वैद्य पीर कारी मुफ्ती इमाम पंडित महंत बाबा साध्वी एडवोकेट अधिवक्ता प्रधान पार्षद लाला सेठ फादर पादरी ज्ञानी सूफी ठाकुर कुंवर maulana maulvi hafiz mufti qari pandit mahant baba advocate shri shree smt shrimati shriman mister mrs mr ms miss kumari mohd mohammad mohammed sri dr';
/** Before a name: shortened, with a sign of abbreviation after it. */
const shortHonorifics =
  'श्री कु मो मौ मोह डा डॉ स्व पं ठा श्रीम सु श्रीमति एड adv smt mr mrs ms dr km md ku';

/** Roles of a person whose name may follow. */
const roles =
  'आवेदक आवेदिका वादी वादिनी पीड़ित पीड़िता प्रार्थी प्रार्थिनी प्रार्थिया शिकायतकर्ता शिकायतकर्त्री अभियुक्त अभियुक्ता आरोपी आरोपित मुल्जिम मुलजिम संदिग्ध गवाह साक्षी मृतक मृतका खातेदार खाताधारक स्वामी मालिक वाहनस्वामी बंदी कैदी नामजद पुत्र पुत्री पत्नी निवासी चश्मदीद complainant accused victim applicant owner suspect witness deceased informant petitioner';

/** Not names, although a name may be there: what follows those roles, and who does something with ने. */
const commonWords = `
के को की का ने से में पर तक द्वारा व तथा एवं और या भी ही हेतु लिए लिये अपने अपनी अपना उक्त जो जिस जिसने जिन्होंने गण पक्ष अज्ञात है हैं था थे थी नहीं बनाम मुकदमा व्यक्ति महोदय महोदया परिवार परिजन गिरफ्तार फरार मौके वांछित वाहन मोबाइल बाइक कार सामान युवक महिला यात्री राहगीर
वस्तु वस्तुओं खाते खाता कॉल नंबर लिंक गतिविधि संबंधी पुलिस टीम दल सेल बैंक न्यायालय अधिकारी अधीक्षक उपाधीक्षक निरीक्षक उपनिरीक्षक आरक्षी लिपिक सिपाही प्रभारी थानाध्यक्ष क्षेत्राधिकारी महानिदेशक महानिरीक्षक उपमहानिरीक्षक मुख्यमंत्री राज्यपाल जिलाधिकारी आयुक्त उपायुक्त शासन सरकार प्रशासन विभाग कार्यालय मुख्यालय नागरिक
जनता लोग चालक परिचालक दुकानदार कर्मचारी कार्मिक पड़ोसी व्यापारी संचालक प्रबंधक सवार उस उन इस इन किस किसी हम मैं आप तुम सब सभी उसने उन्होंने इसने किसीने कंपनी मंडल संगठन संस्था पोर्टल ऐप एप जनपद थाना थाने चौकी प्रदेश राज्य जी यूनिट शाखा इकाई पीआरवी डायल मित्र समिति ग्राहक उपभोक्ता स्वामी
मालिक वादी आवेदक पीड़ित प्रार्थी शिकायतकर्ता अभियुक्त आरोपी पूर्व अब कोई कुछ दोनों तीनों एक दो बिना सहित अनुसार माध्यम साथ समय स्वयं यहां वहां बाद जब तब तो कि यदि किन्तु परंतु ताकि ऐसे जैसे उनके उनकी उनका उनको उन्हें उसे उसके उसकी उसका इसके संतुष्ट प्रसन्न खुश
संख्या अपराध वरिष्ठ अपर नगर ग्रामीण यातायात साइबर क्राइम सर्विलांस मीडिया समस्त संबंधित होटल टोल रेलवे बस ऑटो रिक्शा शिक्षक शिक्षकों बुजुर्ग वृद्ध वृद्धा ट्रक ट्रैक्टर न नं अ
ka ke ki ko ne se me mein par tak dwara aur ya bhi hi hetu liye apne apni apna is us jis jo hai the tha thi nahi pulis police team thana cell sabhi logo log vyakti unhone usne kisi wapas supurd
was is has had and or of the in to who whose were are will be can may by with from informed thanked got lost said told reported vehicle person party bank account
`;

/** Words in Latin letters with a capital that are no names. */
const capitalWords = `
police superintendent senior inspector sub general director deputy assistant additional commissioner officer officers circle station stations cyber cell crime branch play store app apps google android apple iphone whatsapp twitter facebook instagram youtube
lost article report reports january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday uttar pradesh india bharat rs cop state district zone range headquarters technical services
helpline emergency citizen citizens portal bank government govt court act section rupees the this that these those they you your our for from with and not all any each every after before during since until under team teams chief minister media note press number
android ios kotwali thana court railway bus market mela diwali holi eid durga puja independence republic day lok sabha ganga yamuna swift dzire wagon alto splendor pulsar apache passion activa scooty hero honda bajaj royal enfield tata mahindra maruti suzuki samsung redmi vivo oppo realme nokia
cctv otp pin sim upi paytm phonepe gps qr fir sms link code board scan download tenant verification character certificate procession fair kumbh magh mahotsav dussehra ramlila deepawali navratri election elections polling festival week launch version boards films radio console event protest strike film shooting domestic help employee senior divyang complaint information share view media hindi english urdu mobile phone laptop
`;

const toSet = (list: string) =>
  new Set(
    list
      .split(/\s+/)
      .filter((word) => word !== '')
      .flatMap(toKeys),
  );
const names = toSet(personNames);
const titles = toSet(honorifics);
const shortTitles = toSet(shortHonorifics);
const roleWords = toSet(roles);
const common = toSet(commonWords);
const capitals = toSet(capitalWords);
const usual = toSet(noNames);
const ends = nameEnds.split(' ').map(toKey);
/** Postposition after the person who did something. */
const doing = new Set(['ने', 'ne'].map(toKey));
const owning = new Set('ne ka ki ko ke aur ने'.split(' ').map(toKey));
const didInEnglish = new Set('got lost said told reported thanked received'.split(' ').map(toKey));
const plural = /ों$|ओं$/;
const shortestLowerCase = 4;

/** Names behind an honorific or a role, names that are given often, who did something, capitals within a sentence. */
export function findPersons(
  text: string,
  words: readonly Word[],
  isCapital: (word: Word) => boolean,
): Hit[] {
  const isName = (word: Word | undefined): word is Word =>
    word !== undefined &&
    !word.isNumber &&
    (names.has(word.key) || hasNameEnd(word)) &&
    (!word.isLatin || word.key.length >= shortestLowerCase || isCapital(word));
  const mayBeName = (word: Word | undefined): word is Word =>
    word !== undefined &&
    !word.isNumber &&
    !common.has(word.key) &&
    !plural.test(word.text) &&
    (!word.isLatin || isCapital(word) || isName(word));
  const hits: Hit[] = [];
  const add = (from: Word, to: Word = from) =>
    hits.push({ rule: 'name', from: from.from, to: to.to });
  words.forEach((word, index) => {
    const before = words[index - 1];
    const next = words[index + 1];
    const gap = next === undefined ? '' : text.slice(word.to, next.from);
    if (isName(word) && !(before !== undefined && roleWords.has(before.key))) add(word);
    if (next === undefined) return;
    if (isTitle(text, word, gap) && !common.has(next.key) && !next.isNumber) add(word, next);
    if (roleWords.has(word.key) && gap.length <= 2 && /^[ :-]*$/.test(gap) && mayBeName(next))
      add(word, next);
    if (!word.isLatin && doing.has(next.key) && mayBeName(word) && word.text.length > 1) add(word);
    if (word.text === 'नाम' && /^\s?[:=–—-]\s?$/.test(gap) && next.text !== 'अज्ञात')
      add(word, next);
    if (!word.isLatin || !isCapital(word) || capitals.has(word.key) || common.has(word.key)) return;
    const isFirst = before === undefined || /[.!?।:\n]/.test(text.slice(before.to, word.from));
    if (!isFirst || owning.has(next.key) || didInEnglish.has(next.key)) add(word);
  });
  const last = words.at(-1);
  const beforeLast = words.at(-2);
  if (
    last?.isLatin &&
    beforeLast !== undefined &&
    !text.slice(beforeLast.to, last.from).includes('\n') &&
    isCapital(last) &&
    !capitals.has(last.key) &&
    !common.has(last.key)
  )
    add(last);
  return hits;
}

function hasNameEnd(word: Word): boolean {
  return (
    !word.isLatin &&
    !usual.has(word.key) &&
    ends.some((end) => word.key.length > end.length + 1 && word.key.endsWith(end))
  );
}

/** श्री रमेश, कु0 रेखा; not the 5 km. of a way. */
function isTitle(text: string, word: Word, gap: string): boolean {
  if (/\d\s?$/.test(text.slice(Math.max(0, word.from - 2), word.from))) return false;
  return (
    (titles.has(word.key) && /^[.:]?[\s-]{1,2}$/.test(gap)) ||
    (shortTitles.has(word.key) && /^\.+[\s-]{0,2}$/.test(gap))
  );
}
