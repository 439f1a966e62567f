import type { MessageCategory } from '../messages/messages.ts';
import { type Pair, pairs } from './pairs.ts';

// What the console, its reports and its letters call the same things by.

export const languageNames = pairs({
  hi: ['हिंदी', 'Hindi'],
  en: ['अंग्रेज़ी', 'English'],
});

export const blastChannelNames = pairs({
  sms: ['SMS', 'SMS'],
  ivr: ['रिकॉर्डेड कॉल', 'Recorded call'],
  whatsapp: ['WhatsApp', 'WhatsApp'],
});

/** Names of the gateways that the service knows; any other is shown by its own name. */
export const gatewayNames = pairs({
  emulator: ['प्रशिक्षण एमुलेटर', 'Training emulator'],
  twilio: ['Twilio', 'Twilio'],
  meta: ['WhatsApp Cloud API (Meta)', 'WhatsApp Cloud API (Meta)'],
  cdac: ['C-DAC मोबाइल सेवा', 'C-DAC Mobile Seva'],
  nic: ['NIC SMS गेटवे', 'NIC SMS gateway'],
  exotel: ['Exotel', 'Exotel'],
  smpp: ['दूरसंचार कंपनी (SMPP)', 'Telecom operator (SMPP)'],
  operator: ['सेवा प्रदाता स्वयं भेजेगा', 'A service provider sends it itself'],
} as Record<string, Pair>);

export const categoryNames = pairs({
  promotional: ['प्रचारात्मक', 'Promotional'],
  'service-implicit': ['सेवा (निहित सहमति)', 'Service (implied consent)'],
  'service-explicit': ['सेवा (स्पष्ट सहमति)', 'Service (explicit consent)'],
  transactional: ['लेन-देन संबंधी', 'Transactional'],
  government: ['शासकीय', 'Government'],
} satisfies Record<MessageCategory, Pair>);

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

export const blastStatusNames = pairs({
  draft: ['प्रारूप', 'Draft'],
  submitted: ['स्वीकृति की प्रतीक्षा में', 'Waiting for approval'],
  approved: ['स्वीकृत', 'Approved'],
  'handed-over': ['सेवा प्रदाता भेजेगा', 'With the provider'],
  scheduled: ['समय निर्धारित', 'Scheduled'],
  running: ['चल रहा है', 'Running'],
  paused: ['रुका हुआ', 'Paused'],
  stopped: ['बंद किया गया', 'Stopped'],
  finished: ['पूर्ण', 'Finished'],
} satisfies Record<BlastStatusName, Pair>);
