import type { Whitelist } from './fill-template.ts';
import { error, type Finding, warning } from './finding.ts';
import { findHost, hiddenLinksIn, type LinkFault, linkFault, linksIn } from './links-in.ts';
import { isWhitelistedNumber, numbersIn } from './numbers-in.ts';

const linkWords: Record<LinkFault, (link: string) => [hi: string, en: string]> = {
  'link-host': (link) => [
    `लिंक में आईपी पता, पोर्ट या अन्य लिपि का डोमेन नहीं चलता: ${link}`,
    `Expected a host with a name in Latin letters, got ${link}`,
  ],
  'link-form': (link) => [
    `लिंक https का और सादे वर्णों में हो, मिला: ${link}`,
    `Expected an https link in plain characters, got ${link}`,
  ],
  'link-shortener': (link) => [
    `सार्वजनिक लघु-लिंक अस्वीकृत होते हैं: ${link}`,
    `Expected a link of the own domain, got the public short link ${link}`,
  ],
  'link-whitelist': (link) => [
    `लिंक पंजीकृत सूची में नहीं है: ${link}`,
    `Expected a whitelisted link, got ${link}`,
  ],
};

/** Given to offices only, by the National Informatics Centre. */
const governmentHost = /(?:^|\.)(?:gov|nic)\.in$/;
const handleForm = /(?<![\p{L}\p{M}\p{N}._@/-])@[a-z]\w{2,30}(?![\w@])/giu;

/** Accounts of social media, @name. */
function handlesIn(text: string): { address: string; at: number }[] {
  return [...text.matchAll(handleForm)].map(({ 0: address, index }) => ({ address, at: index }));
}

/** Links, addresses and numbers to call in the fixed text that are not on the portal. */
export function contactFaults(text: string, whitelist: Whitelist): Finding[] {
  const { links, addresses, joints } = linksIn(text);
  const findings: Finding[] = [];
  const written = addresses.map(({ from, to }) => ({ address: text.slice(from, to), at: from }));
  for (const { address, at } of [...written, ...handlesIn(text)]) {
    const host = address.split('@').at(-1)?.toLowerCase() ?? '';
    const isOwn = () => whitelist.whitelistedLinks.some((link) => findHost(link) === host);
    if (governmentHost.test(host) || isOwn()) continue;
    findings.push(
      error(
        'link-whitelist',
        `पता पंजीकृत सूची का नहीं है: ${address}`,
        `Expected an address of a registered host or of the government, got ${address}`,
        at,
      ),
    );
  }
  for (const found of links) {
    const fault = linkFault(found, whitelist.whitelistedLinks);
    if (fault !== null) findings.push(error(fault, ...linkWords[fault](found.link), found.at));
  }
  for (const { link, at } of hiddenLinksIn(text)) {
    findings.push(
      error(
        'link-hidden',
        `"${link}" छिपा हुआ लिंक है; लिंक वैसे ही लिखें जैसे पोर्टल पर पंजीकृत है`,
        `"${link}" is a link in disguise; write links as they are registered`,
        at,
      ),
    );
  }
  for (const joint of joints) {
    findings.push(
      warning(
        'full-stop',
        `पूर्ण विराम के बाद रिक्त स्थान दें; फ़ोन "${joint.text}" को लिंक समझ सकता है`,
        `Write a blank after the full stop; a phone may take "${joint.text}" for a link`,
        joint.at,
      ),
    );
  }
  for (const { number, at } of numbersIn(text)) {
    if (isWhitelistedNumber(number, whitelist.whitelistedNumbers)) continue;
    findings.push(
      error(
        'number-whitelist',
        `फ़ोन नंबर पंजीकृत सूची में नहीं है: ${number}`,
        `Expected a whitelisted number to call, got ${number}`,
        at,
      ),
    );
  }
  return findings;
}
