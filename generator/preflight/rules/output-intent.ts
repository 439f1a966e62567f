import { streamData } from '../reader/document.ts';
import { isStream, readName, readText, type Value } from '../reader/value.ts';
import type { Deviation, Rule } from './rule.ts';

/** One GTS_PDFX output intent with the printing condition's name and its embedded CMYK profile (ISO 15930-7, 6.2.1). */
export const outputIntent: Rule = {
  id: 'output-intent',
  check({ document, expected: { condition } }) {
    const root = document.entry(document.trailer, 'Root');
    const list = document.entry(root, 'OutputIntents');
    const intents = (Array.isArray(list) ? (list as readonly Value[]) : []).filter(
      (intent) => readName(document.entry(intent, 'S')) === 'GTS_PDFX',
    );
    const [intent] = intents;
    if (intent === undefined || intents.length > 1) {
      return [{ expected: 'one output intent GTS_PDFX', found: `${intents.length}` }];
    }
    const deviations: Deviation[] = [];
    const identifier = readText(document.entry(intent, 'OutputConditionIdentifier'));
    if (identifier !== condition)
      deviations.push({ expected: `the condition ${condition}`, found: identifier ?? 'none' });
    const profile = document.entry(intent, 'DestOutputProfile');
    if (!isStream(profile)) {
      return [...deviations, { expected: 'an embedded profile', found: 'none' }];
    }
    const components = document.entry(profile, 'N');
    if (components !== 4) {
      deviations.push({ expected: 'a profile of 4 components', found: `N ${String(components)}` });
    }
    return [...deviations, ...checkProfile(Buffer.from(streamData(document, profile)))];
  },
};

/** Header of an ICC profile (ISO 15076-1, 7.2): size, class, colour space and signature. */
function checkProfile(data: Buffer): Deviation[] {
  const deviations: Deviation[] = [];
  const text = (from: number) => data.toString('latin1', from, from + 4);
  if (data.length < 128 || text(36) !== 'acsp') {
    return [{ expected: 'an ICC profile', found: `${data.length} bytes without its signature` }];
  }
  if (data.readUInt32BE(0) !== data.length) {
    deviations.push({
      expected: `a profile of ${data.readUInt32BE(0)} bytes, as its header says`,
      found: `${data.length}`,
    });
  }
  if (text(12) !== 'prtr')
    deviations.push({ expected: 'an output profile (prtr)', found: text(12) });
  if (text(16) !== 'CMYK') deviations.push({ expected: 'a CMYK profile', found: text(16) });
  return deviations;
}
