import type { MessageCategory } from '../messages/messages.ts';

type Names<Key extends string> = Readonly<Record<'hi' | 'en', Readonly<Record<Key, string>>>>;

// What the console, its reports and its letters call the same things by.

export const languageNames: Names<'hi' | 'en'> = {
  hi: { hi: 'हिंदी', en: 'अंग्रेज़ी' },
  en: { hi: 'Hindi', en: 'English' },
};

export const blastChannelNames: Names<'sms' | 'ivr' | 'whatsapp'> = {
  hi: { sms: 'SMS', ivr: 'रिकॉर्डेड कॉल', whatsapp: 'WhatsApp' },
  en: { sms: 'SMS', ivr: 'Recorded call', whatsapp: 'WhatsApp' },
};

/** Names of the gateways that the service knows; any other is shown by its own name. */
export const gatewayNames: Names<string> = {
  hi: {
    emulator: 'प्रशिक्षण एमुलेटर',
    twilio: 'Twilio',
    meta: 'WhatsApp Cloud API (Meta)',
    cdac: 'C-DAC मोबाइल सेवा',
    nic: 'NIC SMS गेटवे',
    exotel: 'Exotel',
    smpp: 'दूरसंचार कंपनी (SMPP)',
    operator: 'सेवा प्रदाता स्वयं भेजेगा',
  },
  en: {
    emulator: 'Training emulator',
    twilio: 'Twilio',
    meta: 'WhatsApp Cloud API (Meta)',
    cdac: 'C-DAC Mobile Seva',
    nic: 'NIC SMS gateway',
    exotel: 'Exotel',
    smpp: 'Telecom operator (SMPP)',
    operator: 'A service provider sends it itself',
  },
};

export const categoryNames: Names<MessageCategory> = {
  hi: {
    promotional: 'प्रचारात्मक',
    'service-implicit': 'सेवा (निहित सहमति)',
    'service-explicit': 'सेवा (स्पष्ट सहमति)',
    transactional: 'लेन-देन संबंधी',
    government: 'शासकीय',
  },
  en: {
    promotional: 'Promotional',
    'service-implicit': 'Service (implied consent)',
    'service-explicit': 'Service (explicit consent)',
    transactional: 'Transactional',
    government: 'Government',
  },
};

export type BlastStatusName =
  | 'draft'
  | 'submitted'
  | 'approved'
  | 'handed-over'
  | 'scheduled'
  | 'running'
  | 'paused'
  | 'stopped'
  | 'finished';

export const blastStatusNames: Names<BlastStatusName> = {
  hi: {
    draft: 'प्रारूप',
    submitted: 'स्वीकृति की प्रतीक्षा में',
    approved: 'स्वीकृत',
    'handed-over': 'सेवा प्रदाता भेजेगा',
    scheduled: 'समय निर्धारित',
    running: 'चल रहा है',
    paused: 'रुका हुआ',
    stopped: 'बंद किया गया',
    finished: 'पूर्ण',
  },
  en: {
    draft: 'Draft',
    submitted: 'Waiting for approval',
    approved: 'Approved',
    'handed-over': 'With the provider',
    scheduled: 'Scheduled',
    running: 'Running',
    paused: 'Paused',
    stopped: 'Stopped',
    finished: 'Finished',
  },
};
