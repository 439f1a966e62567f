// Selling and prizes by who offers what on which terms, whatever the words between: each kind is a list of its own, and an
// offer has words of two or three kinds in one sentence.

import { anyWord as kind } from './warnings.ts';

/** Closes a word that has no endings. */
const end = '(?![\\p{L}\\p{M}])';
const amount = '(?:rs\\.? ?|₹ ?|inr )[\\d,]+(?: ?(?:lakh|lakhs|crore|लाख|करोड़))?';

/** Things that shops sell and campaigns give away. */
const things = [
  '(?:smart ?|i ?|mobile ?)?phones?\\b|i?pads?\\b|tablets?\\b|laptops?\\b|(?:smart |led )?tvs?\\b|televisions?|refrigerators?|fridges?|washing machines?|mixers?|cookers?|motor ?cycles?|motor ?bikes?|bikes?\\b|bicycles?|tractors?\\b|air conditioners?|acs?\\b|coolers?|purifiers?|gas stoves?|scoot(?:ers?|y)|cars?\\b|(?:wrist |smart ?)watch|watches|head ?phones?|ear ?(?:phones?|buds)|speakers?|cameras?\\b|gold\\b|silver\\b|coins?\\b|rings?\\b',
  'स्मार्टफोन|स्मार्टफ़ोन|मोबाइल|आई ?फोन|आई ?फ़ोन|आईपैड|टैबलेट|लैपटॉप|(?:एलईडी )?टीवी|फ्रिज|वॉशिंग मशीन|मिक्सर|कुकर|मोटरसाइकिल|ट्रैक्टर|एसी(?![\\p{L}\\p{M}])|कूलर|पंख[ाे]|प्यूरीफायर|(?:गैस )?चूल्ह|बाइक|साइकिल|स्कूटी|स्कूटर|कार(?![\\p{L}\\p{M}])|घड़ी|स्मार्टवॉच|ईयरफोन|हेडफोन|स्पीकर|सोन[ाे]|चाँदी|सिक्क|अँगूठी|अंगूठी',
];

/** Goods and services of trade, and its places. */
const goods = kind([
  ...things,
  'showroom|stores?\\b|malls?\\b|super ?market|boutique|salon|parlou?r|restaurant|dhaba|hotels?\\b|banquet|lawns?\\b|spa\\b|caterers?|resort|gym\\b|clinic|diagnostic',
  'institute|college|coaching|tuition|courses?\\b|batch(?:es)?\\b|admissions?\\b|(?:demo |online )?class(?:es)?\\b|your child|learn (?:english|computer|driving|to)|exam preparation|taiyari|naukri ki',
  'term plan|(?:bank|savings?|current|salary|zero balance|demat) accounts?|debit cards?|khata khol|munafa|loans?\\b|credit cards?|mutual fund|insurance|polic(?:y|ies) (?:from|at)|demat|trading|invest|fixed deposit|gold|silver|jewell?ery|deposits?\\b',
  'plots?\\b|flats?\\b|villas?\\b|apartments?\\b|\\d ?bhk|dream home|your (?:own )?home|possession|property|kitchens?\\b|furniture|sofas?\\b|mattress|solar|inverter|battery|paint|tiles|pump',
  'brunch|lunch|pharmacy|spices|fertili[sz]ers?|seeds?\\b|tractors?\\b|school bags?|uniforms?|furnishings?|curtains?|laundry|pest control|plumb|दवा(?:इ|एँ|ई)?|खाद(?![\\p{L}\\p{M}])|बीज|मसाल|परदे|पर्द[ाे]|यूनिफॉर्म|शादी का जोड़|शेरवानी|शॉल|स्वेटर|रजाई|आभूषण|(?:अंग्रेज़ी|अंग्रेजी|कंप्यूटर|सिलाई|गाड़ी चलाना) सीख|dawai|mithai|padhai|jewar|lehenga|shaadi k[ai]',
  'ghee|rice\\b|dal\\b|brands?\\b|घी|चावल|दाल|किलो|ब्रांड|बीएड|डीएलएड|आईटीआई में',
  'sarees?|lehengas?|sherwanis?|क्रीम|लोशन|त्वचा|आयुर्वेदिक|मोटापा|suits?\\b|kurt[ai]s?\\b|shoes|jeans|cloth(?:es|ing)|wear\\b|collections?\\b|arrivals|helmets?\\b|spectacles|sunglasses|cosmetics|hair fall|oil\\b|shampoo|cream|perfume|toys',
  'menu\\b|dessert|food\\b|diet|lose weight|medicines?\\b|pizza|burger|thali|biryani|sweets|cake|grocer(?:y|ies)|vegetables|milk|meals?\\b|buffet|dine',
  'broadband|dth|recharge|data pack|talktime|channels|postpaid|prepaid|wi-?fi plan|our network|plans?\\b|packs?\\b|packages?\\b|subscription|membership|premium\\b',
  'holidays?\\b|tours?\\b|trips?\\b|flights?\\b|hotel rooms|movie|cinema|tickets?\\b|event passes',
  'two[- ]wheelers?|four[- ]wheelers?|e-?rickshaw|tyres?|car service|check-?ups?\\b|health packages?',
  'बैंक्वेट|लॉन|हॉल|शोरूम|मॉल|सुपर ?(?:बाजार|मार्केट)|मार्ट|बुटीक|सैलून|पार्लर|रेस्तराँ|रेस्टोरेंट|ढाबा|होटल|रिसॉर्ट|जिम|क्लिनिक|क्लीनिक|अस्पताल',
  'संस्थान|कॉलेज|शैम्पू|तेल(?![\\p{L}\\p{M}])|सीमेंट|स्वाइप मशीन|भर्ती की तैयारी|कोचिंग|ट्यूशन|कोर्स|बैच|दाखिल|प्रवेश प्रारंभ|कक्षाएँ',
  'डीमैट|खात[ाे] (?:मुफ्त|खुल|खोल)|लोन|ऋण|क्रेडिट कार्ड|म्यूचुअल फंड|बीमा|निवेश|सावधि जमा|सोन[ाे]|चाँदी|गहन(?:ा|े|ों)|ज्वेलरी|ज़ेवर|जेवर',
  'प्लॉट|फ्लैट|फ़्लैट|विला|मकान|जमीन|ज़मीन|बीघा|किचन|फर्नीचर|फ़र्नीचर|सोफ[ाे]|गद्द|सोलर|इन्वर्टर|बैटरी|पेंट|टाइल',
  'साड़ी|साड़ियाँ|सूट|कुर्त|जूत|कपड़|लहंग|चश्म|कॉस्मेटिक|खिलौन',
  'पिज्जा|पिज़्ज़ा|बर्गर|थाली|बिरयानी|मिठाई|मिठाइयाँ|केक|राशन किट|किराना|दूध|नाश्त|सब्जी|सब्ज़ी|कोल्ड ड्रिंक',
  'ब्रॉडबैंड|डीटीएच|रिचार्ज|डेटा पैक|डाटा पैक|चैनल|कनेक्शन|प्लान|पैक(?:ेज)?(?![\\p{L}\\p{M}])|सदस्यता|प्रीमियम|टूर|यात्रा पैकेज|छुट्टियों में|फिल्म|फ़िल्म|टिकट',
  'गाड़ी|टायर|धुलाई|डॉक्टर|वजन|दाँतों|चेकअप|जाँच पैकेज',
  'kapd|saree|gehne|sona\\b|makan|flat|dukaan par|khar(?:i|ee)dari',
]);

/** Terms that are easier, cheaper, more or rarer than elsewhere. */
const terms = kind([
  `(?:starting|starts?|from|for|of|at|with|only|just|save|under|below|upto|up to|worth) (?:at |from |only |just )?${amount}`,
  `${amount} (?:only|off|onwards|से शुरू|रोज़|रोज|प्रति ?माह|की बचत|में|se shuru|ki bachat|mein|per month|a month|बचाएँ|बचाएं|की छूट)`,
  `(?:मात्र|सिर्फ|सिर्फ़|केवल|sirf|maatr|matr|only|just) (?:${amount}|[\\d,]{2,} (?:रुपय|रुपए|rup|में|mein|से|se${end}))`,
  '(?:एक|दो|तीन|चार|पाँच|छह|सात|आठ|नौ|दस) प्रतिशत|(?:two|five|seven|eight|nine|ten) per ?cent|on rent\\b|\\d+ ?% less|available\\b|awaits?|money back|book(?:ing)? (?:early|open)|in \\d+ days|best (?:rates?|brands?|quality)|save (?:up|big|more|money|\\d)|cheap|lowest|low(?:er)? (?:rates?|prices?|interest)|(?:special|introductory|pre-?launch|launch|festive|wholesale|factory) (?:prices?|rates?)|affordable|reduced',
  '\\d{1,2} ?(?:%|per ?cent|percent|प्रतिशत|pratishat)|half (?:the )?(?:price|rate|fee)|same price|double (?:the )?(?:speed|data|talktime)|twice the|extra\\b|unlimited|bonus|exchange',
  '(?:no|zero|nil|without) (?:annual|upfront|joining|processing|making|hidden|extra|down|advance|interest|paper|documents?|guarantor|cost)|pay (?:nothing|less|later|for one|half)|result guaranteed|waived|instal?ments?|emis?\\b',
  'high(?:er)? returns?|assured returns?|guaranteed|profits?\\b|returns? of|early bird|seats? (?:are )?(?:limited|left|filling)|limited (?:seats|stock|units|edition)|last (?:few|chance)|while stocks? last|weekend only',
  '(?:on us|from our side|as a gift|complimentary|free(?:bie)?s?\\b)|now open|under one roof|making charges|grand opening|opening (?:soon|offer)|(?:new|fresh|latest) (?:arrivals?|collections?|range|stock|designs?|models?)|approved\\b|sanctioned|pre-?approved|near you',
  '(?:admissions?|bookings?) (?:are |is )?open|scholarships?|(?:प्रवेश|दाखिल[ाे]|बुकिंग) (?:चालू|शुरू|प्रारंभ|खुल)|तुरंत (?:रजिस्ट्री|कब्ज|डिलीवरी|लोन)|(?:रजिस्ट्री|कब्ज़?ा|डिलीवरी) (?:तुरंत|साथ)|turant (?:loan|delivery|registry)',
  '\\d[\\d,]*,\\d{3} (?:se|mein)\\b|बिल (?:आधा|शून्य)|सीधा प्रवेश|घर तक पहुँचा|\\d{1,2},\\d{3} (?:से|में)(?![\\p{L}\\p{M}])|रुपये किलो|सबसे (?:अच्छ|भरोसेमंद|बेहतर|कम)|उपलब्ध|बुकिंग चालू|चालू है|निःशुल्क|पहली बार|ठहरें|सस्त|किफायती|किफ़ायती|कम (?:रेट|दाम|कीमत|ब्याज)|(?:खास|ख़ास|विशेष|थोक) (?:दाम|कीमत|मूल्य)|आध[ेी] (?:दाम|दर|कीमत|मूल्य)|बचत|बचाएँ|बचाएं|रियायत|छूट|बोनस|एक्सचेंज|एक्स्ट्रा|अतिरिक्त',
  'मुफ़्त|मुफ्त|फ्री|फ़्री|(?:शुल्क|ब्याज|फीस) (?:शून्य|माफ|नहीं)|बिना (?:किसी )?(?:ब्याज|गारंटी|कागज|काग़ज़|दस्तावेज)|अग्रिम भुगतान नहीं|किस्त|किश्त|ईएमआई|गारंटी|मुनाफ|रिटर्न|लाभांश',
  'सीटें सीमित|सीमित (?:सीट|स्टॉक)|स्टॉक|हमारी तरफ से|साथ में|शुभारंभ|उद्घाटन पर|नए बैच|नया कलेक्शन|स्वीकृत|मंज़ूर|मंजूर|(?:नई|नया|नए) (?:रेंज|स्टॉक|डिज़ाइन|डिजाइन|माल)|धनतेरस|केवल .{1,20} तक',
  `sast[aie]${end}|chh?oot${end}|muf(?:t|at)${end}|kist|bachat|bina (?:kisi )?(?:kagaz|byaj|guarantee)|stock khatam|pakka|turant khat`,
]);

/** Requests of a seller. */
const asks = kind([
  '(?:buy|shop|order|enrol|subscribe|invest|upgrade|refill|dine|trade in|own|book|reserve|hurry|grab)\\b|apply (?:now|today|online)|sign up|come and|visit (?:us|our|this|today)|walk in|join\\b|call (?:us|now) to|talk to our|switch to',
  '(?:ख़?रीद|मँगा|मंगा|मँगवा|मंगवा|बुक (?:कर|की)|पधार|निवेश कर|दाखिला करा|प्रवेश ले|पेंट करा|घूमने चल|घर ले|घर ला|अपना बना|लीजिए|चुनिए)|अभी आवेदन|आज ही (?:संपर्क|मिल|बुक|ल|घर)|(?:हमारे|हमारी) .{1,30}(?:आएँ|आइए|आएं)',
  'khar(?:i|ee)d|man[gn]?g(?:a|wa)|book kar|padhar|ghar le',
]);
/** Of the sender's own trade: nobody warns of it. */
const ours = kind(['(?:our|with us|from us)\\b|हमार[ाेी]|hamar[aie]']);
/** Terms that no notice has. */
const bargains = kind([
  '(?:पहला|पहले|first) (?:[\\p{L}\\p{M}\\d]+ )?(?:महीन|माह|साल|month|year)[^.।]{0,20}(?:free|muft|मुफ़्त|मुफ्त|बिना शुल्क|निःशुल्क|half)|(?:कम|less|lower|reduced) (?:दाम|कीमत|मूल्य|prices?)|विज्ञापन [^।]{0,30}(?:लगवा|छपवा)(?:एँ|एं|इए)|advertise (?:with|on) (?:us|our)',
  '(?:our|hamar[ei]|हमार[ेी]) (?:[\\p{L}\\p{M}]+ ){0,2}(?:coaching|batch|course|store|shop|showroom|कोचिंग|बैच|कोर्स|दुकान|शोरूम|स्टोर)',
  'buy (?:one|two|\\d)[^.]{1,20}(?:pay for|get)',
  '(?:try|rent|taste|use|wear) our|(?:hire|rent|buy|order) from us|with our (?:range|new|oil|cream)|all inclusive|save tax|black friday|(?:deserves?|choose) the best|ready to move|move in ready|site visit|talk to (?:a|our) (?:counsellor|expert|agent)',
  'हमसे (?:करा|ल|ख़?रीद|बनवा|सीख)|(?:आज़मा|आजमा)[^।]{1,12} हमार|हमारे यहाँ(?: से)? (?:लें|आएँ|मिलेग)|सीधे (?:फैक्ट्री|फ़ैक्ट्री|कंपनी|खेत) से|सबसे (?:शुद्ध|सस्त)|नई उम्मीद|सीमा (?:दोगुनी|बढ़वा)|किराए पर (?:देन|उपलब्ध)|वीआईपी (?:नंबर|सिम)|(?:किराया|ब्याज|शुल्क|फीस|kiraya|byaj|fees) (?:शून्य|shunya|zero)',
  'grand opening|opening offer|number one|no\\. ?1 |उद्घाटन पर|सबसे भरोसेमंद|नंबर वन',
  'हर ख़?रीद(?:ारी)? पर|एक के साथ एक|एक पर एक|हर .{1,20} के साथ',
  'ek (?:ke saath|par) ek',
  '(?:पुरान[ाेी]|old|puran[aei]) [^.।!?]{1,30}(?:नय[ाेी]|नई|\\bnew|\\bnay[aei]|\\bnai) [^.।!?]{0,20}(?:ले|लाएँ|पाएँ|लीजिए|take|get|le\\b)',
]);

const dues = kind(['fees?\\b|fines?\\b|challan|receipt|शुल्क|फीस|जुर्मान|चालान|रसीद|भुगतान']);
/** Matters of public offices; a sentence about one sells nothing. */
const official = kind([
  'police|govt|government|state\\b|court|stations?\\b|beat\\b|officers?\\b|verif|permit|permission|licen[cs]|certificate|fir\\b|e-fir|reports?\\b|complain|helpline|help desk|safety|traffic|toll plaza|legal|procession|prohibit|offence|must\\b|save lives|enter (?:their|your|the) guests|carry\\b|valid papers|applicants?|every night|cctv',
  'पुलिस|सरकार|न्यायालय|कोर्ट|थान[ाे]|बीट|अधिकारी|सत्यापन|अनुमति|लाइसेंस|शस्त्र|प्रमाण|एफआईआर|रिपोर्ट|शिकायत|हेल्पलाइन|सुरक्षा|यातायात|शिविर|विधिक|कानूनी|जुलूस|रोक|वर्जित|मना है|दंडनीय|अपराध|अनिवार्य|परीक्षा|हेलमेट पहन|शराब|गश्त|मेले में|साथ (?:रखें|लाएँ)|स्वामी|सँभाल|संभाल|सीसीटीवी|बंद रह|पार्किंग|वाहन|मार्ग|स्मृति|से पहले|रजिस्टर',
  'police|thana|thane|satyapan|shikayat|helmet pehn|yatayat|raast|band rah|se pehle (?:app|jaanch)|band karte',
]);
/** Luck that is drawn for is a prize whatever it is. */
const luck = kind([
  '(?:mega|bumper|weekly|daily|monthly|lucky|grand|the|a|prize) draw\\b|try your luck|lucky (?:number|draw|dip)|jackpot|scratch (?:and|card|inside|here|now)|win big|giv(?:e|ing) away|giveaway|(?:number|name) (?:was|is|has been) (?:drawn|chosen|selected)|spin (?:the|and)|raffle|drawn by lots?|by (?:a )?(?:lots?\\b|draw of lots)|lots? will be drawn',
  '(?:मेगा|बंपर|बम्पर|साप्ताहिक|दैनिक|महा) ?ड्रॉ|ड्रॉ का हिस्सा|किस्मत (?:आज़मा|आजमा|चमका)|लकी नंबर|इनामों की|आपने जीत|घर जीत|(?:पर्ची|लॉटरी|ड्रॉ) (?:निकाल|से चुन|द्वारा चुन)|आपका चयन (?:उपहार|इनाम|पुरस्कार)',
  'lucky number|kismat (?:azma|chamka)|bumper inaa?m|kharido aur jeet',
]);

/** Things of value that a campaign might give away. */
const gifts = kind([
  amount,
  '(?:\\d+|fifty|hundred|five hundred|thousand|sau|pachas|hazar|पचास|पाँच सौ|सौ|हज़ार|हजार|लाख|लाखों|करोड़|lakh|crore) (?:rupees|rupaye|rupaiye|rupye|rupay|रुपये|रुपए|रुपया)',
  'goa\\b|thailand|dubai|गोवा|थाईलैंड|दुबई|विदेश यात्रा|iphone|guest at|match|final|cash|money|gifts?\\b|prizes?\\b|rewards?\\b|surprises?\\b|vouchers?|coupons?|points\\b|hampers?|merchandise|goodies|freebies|talktime|\\d+ ?gb|data pack|recharges?|tickets?\\b|trips?\\b|holiday|umbrella|cap\\b|track ?suits?|cheques?\\b|dinner|helmets?\\b|fans?\\b|sewing machines?|t-?shirts?|mugs?\\b|bottles?\\b|bags?\\b|power ?banks?',
  ...things,
  '\\d[\\d,]{0,14} रुपय|इनाम|ईनाम|पुरस्कार|उपहार|तोहफ|गिफ्ट|गिफ़्ट|नकद|कैश|पैसे|कूपन|वाउचर|पॉइंट|अंक जीत|डेटा पैक|डाटा पैक|जीबी|रिचार्ज|टॉकटाइम|टिकट|हवाई यात्रा|सैर|दर्शन|सिलेंडर|मिठाई|केक|राशि|ट्रैकसूट|चेक (?:पाएँ|पाइए)|पास पा|हेलमेट|सिलाई मशीन|राशन किट|पंख[ाे]|छाता|टी-?शर्ट|बैग|पावर ?बैंक',
  'inaa?m|tohf|upha[a]?r|naqad|nakad|sikk[ae]\\b|ghadi\\b|cycle\\b',
]);
/** People chosen among many, or by chance. */
const chosen = kind([
  '(?:the )?first (?:\\d+|ten|fifty|hundred|thousand|lakh|few)|every (?:\\d+\\w*|tenth|hundredth|new (?:user|download|install)|user|download|install)|each (?:new |successful )?(?:user|download|install|registration|referral|friend)|for each (?:successful )?|luck(?:y|iest)|(?:of|for) the (?:day|week|month|year)|(?:may|will|could) be picked|in the running|every \\w+th\\b|every (?:referral|friend|share)|the \\d+(?:th|st) (?:user|download|citizen|install)|most active|both of you|winners?\\b|(?:first|second|top|grand) prizes?|top (?:\\d+|ten|three|user|referr)|best (?:one|selfie|reel|entry|video|photo)|the draw\\b|(?:weekly|daily|monthly|mega) draw|(?:one|two|three|five|ten|fifty|hundred|\\d+) (?:lucky )?(?:users?|homes|families|people|citizens|downloaders?)|(?:a|one|an?other) (?:phone|car|bike|gift|prize|winner) (?:a|every|each) (?:day|week|hour|month)|most (?:referrals|downloads|points|friends|shares)|our users|visitors to our|you (?:have been|are|were) (?:selected|chosen)|selected (?:for|as)',
  `पहले (?:\\d+|दस|पचास|सौ|हज़ार|हजार|लाख)|हर (?:दसवें|सौवें|\\d+वें|नए|डाउनलोड|दोस्त|इंस्टॉल|सप्ताह|हफ़्ते|हफ्ते|दिन|माह|उपयोगकर्ता|यूज़र|यूजर)|प्रत्येक (?:डाउनलोड|नए|उपयोगकर्ता)|भाग्यशाली|किस्मत|क़िस्मत|लकी|विजेता|सर्वाधिक|सबसे (?:ज़्यादा|ज्यादा|अधिक|तेज़|पहले|अच्छी)|चुनिंदा|(?:पहला|प्रथम|दूसरा) (?:स्थान|पुरस्कार|इनाम)|हर (?:घंटे|किसी)|पहले साल|हिस्सा ल|भाग लेने वाल|ड्रॉ|ड्रा${end}|नाम (?:चुना|निकल)|चुन[ाे] गए|चुना गया|वालों (?:में से|के बीच)|(?:दो|तीन|पाँच|दस|बीस|पचास|सौ|\\d+) [\\p{L}\\p{M}]{2,14}(?:ों|ओं) को`,
  '(?:pehle|first) (?:\\d+|sau|hazar|das|pachas)|har (?:hafte|din|mahine|dasve|naye|dost|download|user)|vijeta|lucky|kismat|hissa l|sabse (?:zyada|jyada|pehle|tez)|chuna gaya|chune gaye',
]);
/** Doings for which it is given. */
const doings = kind([
  '(?:download|install|register|sign up|share|invite|refer|rate|answer|play|spin|scan|post|upload|tag|guess|submit|make a (?:video|reel)|update|updating|participate|vote for|show|open|collect|join|complete|follow|subscribe)(?:s|ing|ed)?\\b|registration|selfies?|reels?\\b|quiz|wheel|stars\\b|neighbours|friends',
  'डाउनलोड|इंस्टॉल|पंजीयन|पंजीकरण|रजिस्टर|साझा कर|शेयर कर|रेफ(?:़)?र|जोड़|बुलाएँ|बुलाओ|रेटिंग|सितारे|सवाल|उत्तर दें|जवाब दे|क्विज|स्पिन|चक्क|स्कैन कर|सेल्फी|रील|ऐप (?:दिखा|खोल|रख|ल[ेी]|डाल)|नंबर (?:दर्ज|डाल)|प्रतियोगिता|दोस्त|लोगों को जोड़|प्रचार करने वाल|क्विज खेल',
  'dosto|sawal hal|app lega|app lene|jodo|jod(?:ein|iye)|jawab|selfie|reel|sawal|quiz|app (?:rakh|le|lijiye|dikha|khol)|share kar|refer',
]);
/** How it comes to them. */
const gains = kind([
  '(?:get|gets|win|wins|won|receives?|earn|earns|walks? away with|drives? home|unlock|in the running|assured|collect|take home|takes home|claim|bag|grab|pocket|redeem|exchange|enter the)\\b|(?:take|carry)[^.]{1,30}\\bhome|(?:is|are|be|get) (?:rewarded|credited|yours|gifted)|homes get|with a (?:cheque|gift|prize)|(?:could|can|may|will) be (?:yours|credited)|for free|a chance (?:at|of)|for you(?=[.!]?$)|in (?:your|their|his|her) (?:wallets?|accounts?|paytm|bank|upi)\\b|as a gift|on its way to you|(?:at|to) your door|straight to|absolutely free|for a (?:surprise|gift|prize|reward)',
  'पाएँ|पाएं|पाइए|पाओ|जीत|मिलेग|मिलेंगे|कमा|ले जा|ले लें|ले लो|घर ला|भेंट|(?:दिया|दी|दिए) जाएग|आएँगे|आएंगे|आपक[ाी] हो सकत|आपके (?:दरवाज|द्वार|घर पर)|आपक[ाीे](?: नाम)?(?=[।!]?$)|अपने नाम|बाँट[ाेी]|बांट[ाेी]|(?:हमारी|पुलिस की) (?:ओर|तरफ) से|जमा होंगे|जमा होग|का (?:मौका|अवसर)|हासिल|पहुँचेगी|पहुँचेगा|मुफ़्त|मुफ्त|फ्री|आज़मा|आजमा|घुमा|(?:आपके|उनके|उसके|सीधे) (?:बटु|खात|वॉलेट|पेटीएम|बैंक)',
  `वाल(?:े|ों) को|wal[eo]n? ko\\b|mileg|milenge|aapk[ai]\\b|tumhar[aie]|bhet${end}|ki taraf se|jeet|paiye|pao${end}|payein|kama(?:o|yein|iye)|le ja|le lo|muft|free${end}|ghar la`,
]);
/** How it is handed over; honours need none. */
const giving = kind([
  '(?:gifted|presented with|handed|awarded)\\b|will (?:get|be given|receive|win)\\b',
  '(?:भेंट|इनाम|उपहार) (?:किय|की ज|किए|में|स्वरूप|के रूप|दिय|दी ज)',
  '(?:bhet|inaa?m|uphaa?r) (?:kiy|mein|di[ya])',
]);
/** Names of firms end in what they are. */
const traders = kind([
  '(?:jewell?ers|motors|enterprises?|traders|electronics|opticals?|sweets|bakery|tailors|garments|textiles|(?<!police )academy|(?:computer|coaching|training) (?:institute|cent(?:re|er))|tutorials|(?:coaching|commerce|dance|music) classes|pvt\\.? ltd|private limited|builders|developers|realtors|realty|infra|properties|dealers?hip|travels|caterers|furnishings?|footwear|mobiles)\\b',
  `(?:ज्वेलर्स|मोटर्स|इंटरप्राइज़?ेज|एंटरप्राइज़?ेज|ट्रेडर्स|इलेक्ट्रॉनिक्स|ऑप्टिकल्स?|स्वीट्स|बेकरी|टेलर्स|गारमेंट्स|टेक्सटाइल्स|वस्त्रालय|वस्त्र भंडार|(?<!पुलिस )(?:अकादमी|एकेडमी)|(?:कंप्यूटर|कोचिंग) (?:इंस्टीट्यूट|संस्थान|सेंटर)|क्लासेज़?|प्राइवेट लिमिटेड|प्रा\\.? ?लि|बिल्डर्स|डेवलपर्स|रियल्टी|इंफ्रा|प्रॉपर्टी|ट्रैवल्स|कैटरर्स|फुटवियर|मिष्ठान भंडार|साड़ी (?:सेंटर|केंद्र))${end}`,
]);
/** The app as goods, and how goods are praised. */
const product = kind([`(?:app|apps|phone|ऐप|एप|वर्जन|version)${end}`]);
const boasts = kind([
  `(?:no\\.? ?1|number (?:1|one)|नंबर (?:1|वन|एक)|नं\\.? ?1)${end}`,
  '(?:best|coolest|hottest|smartest|greatest|fastest|finest|favou?rite|most (?:loved|trusted|popular|downloaded|powerful)|top[- ]rated)\\b(?! way)|\\d(?:\\.\\d)?[- ]?stars?\\b|all[- ]new|brand[- ]new|wonder|magic|awesome|amazing|super ?app|must[- ]have|game[- ]?chang|world[- ]class|next[- ]gen|sleek|stylish|trend(?:ing|y|setter)|love it|in love with|fall(?:ing)? for|don.t miss|has been missing|beats (?:every|all|any)|like never before|never seen|everyone is talking|(?:millions|crores|lakhs) (?:love|trust|of (?:hearts|fans|happy))|upgrade your life|experience the|feel the|say goodbye|why (?:wait|settle)|what are you waiting|join the (?:club|revolution)',
  'शानदार|जबरदस्त|लाजवाब|बेमिसाल|बेजोड़|अद्भुत|कमाल|जादू|सुपर(?:हिट| ?फास्ट)|(?:\\d(?:\\.\\d)? )?स्टार रेटिंग|(?:दिलों|सब|सबकी|हर दिल|पहली|लाखों|करोड़ों)(?: लोगों)? ?(?:की|का) (?:पसंद|चहेता|धड़कन|भरोसा)|पहले कभी नहीं|फर्क महसूस|आप पीछे क्यों|सबसे (?:तेज|स्मार्ट|शानदार|धांसू|दमदार|पसंदीदा|लोकप्रिय|भरोसेमंद)|धांसू|दमदार|स्मार्ट बन|विश्व ?स्तरीय|इंतज़?ार किस|अब तक का|मौका हाथ से|ट्रेंड',
  'shandar|zabardast|jabardast|lajawab|dhansu|damdar|kamaal|superhit|sabse (?:tez|smart|badhiya|behtar|accha)|smart ban|sabki pasand|pehle kabhi nahi',
]);
/** A thing of one's own that was lost, and what a notice says of things: neither is a prize. */
const notGiven = kind([
  'injured|samaritan|to (?:school ?)?(?:children|students|the poor)|wanted|abscond|arrest|information (?:about|on|leading)|lost|stolen|found\\b|recover|trac(?:ed?|k)|unclaimed|refund|theft|missing|medals?|certificates?|honou?red|lawful|licen[cs]e|insurance papers',
  'घायल|मदद करने|राह ?वीर|बाँट[ेी] जाए[^।]{0,30}(?:बच्च|छात्र|ज़रूरतमंद)|वांछित|फरार|सूचना देने|सुराग|गिरफ्तार|खो(?:य|या|ई|ए| गय| गए| जा)|गुम|चोरी|चुरा|बरामद|लावारिस|रिफंड|वापस मिल|पदक|प्रशस्ति|प्रमाण-?पत्र|आईएमईआई|imei|थाने से (?:ले|प्राप्त|वापस|मिल)|सर्विलांस|मालिक को|सीईआईआर',
  'khoya|kho gay|chori|gum\\b|baramad|thane se',
]);
/** Words of an offer in a sentence: of selling, or of a prize; null when it offers nothing. */
export function findOffer(
  sentence: string,
): { found: string; at: number; isOwn: boolean; isTrade: boolean } | null {
  const good = goods.exec(sentence);
  const term = terms.exec(sentence);
  const ask = asks.exec(sentence);
  const own = ours.exec(sentence);
  const gift = gifts.exec(sentence);
  const who = chosen.exec(sentence);
  const doing = doings.exec(sentence);
  const gain = gains.exec(sentence);
  const trader = traders.exec(sentence);
  const boast = boasts.exec(sentence);
  const app = product.exec(sentence);
  const given = giving.exec(sentence);
  const twice = boast ? boasts.exec(sentence.slice(boast.index + boast[0].length)) : null;
  const bargain = bargains.exec(sentence);
  const isNotice = notGiven.test(sentence);
  const isPublic = isNotice || official.test(sentence);
  const isDue = dues.test(sentence);
  const drawn = luck.exec(sentence);
  const pairs = [
    [bargain, bargain],
    [!isPublic && good && term ? good : null, term],
    [!isPublic && good && ask ? good : null, ask],
    [!isPublic && !isDue && term && ask ? term : null, ask],
    [!isPublic && good && own ? good : null, own],
    [!isNotice ? drawn : null, drawn],
    [!isPublic && !isDue && gift && gain ? gift : null, gain],
    [!isNotice && gift && who ? who : null, gift],
    [!isNotice && gift && doing && gain ? doing : null, gift],
    [!isPublic && doing && who && gain ? who : null, gain],
    [!isNotice ? who : null, given],
    [trader, term ?? ask],
    [app ?? (twice && boast), boast],
  ] as const;
  const isOwn = own !== null && (ask ?? gain) !== null;
  const isTrade = Boolean((trader && term) || (good && term && ask) || (drawn && gift && gain));
  for (const [one, other] of pairs) {
    if (!one || !other) continue;
    const [first, last] = one.index <= other.index ? [one, other] : [other, one];
    const found = first === last ? first[0] : `${first[0]} … ${last[0]}`;
    return { found, at: first.index, isOwn, isTrade };
  }
  return null;
}
