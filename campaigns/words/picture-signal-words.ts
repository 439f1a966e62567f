import { type PictureSignal, quickMinutes } from '../activities/picture-signals.ts';
import type { Bilingual } from '../bilingual.ts';
import { likenessWords } from './board-likeness-words.ts';

/** Heads the signals of a picture. */
export const signalsHead: Bilingual = {
  hi: 'फ़ोटो में ये बातें देखें। ये संकेत हैं, दोष का प्रमाण नहीं।',
  en: 'Look at these in the picture. They are hints only, no proof of a fault.',
};

type Named = Exclude<PictureSignal, { kind: 'same-surroundings' }> | SameSurroundings;
type SameSurroundings = Extract<PictureSignal, { kind: 'same-surroundings' }> & { name: Bilingual };

/** A signal in words, with what harmless thing may have caused it. */
export function saySignal(signal: Named): Bilingual {
  switch (signal.kind) {
    case 'far-from-station': {
      const km = roundKm(signal.km);
      return {
        hi: `स्थान: इस थाने की मौके की फ़ोटो से ${km} किमी दूर खींची गई। फ़ोन का बताया स्थान गलत भी हो सकता है।`,
        en: `Place: taken ${km} km from this station’s live pictures. A phone may also be wrong about its place.`,
      };
    }
    case 'far-from-district': {
      const km = roundKm(signal.km);
      return {
        hi: `स्थान: जनपद की निकटतम मौके की फ़ोटो से ${km} किमी दूर खींची गई। फ़ोन का बताया स्थान गलत भी हो सकता है।`,
        en: `Place: taken ${km} km from the district’s nearest live picture. A phone may also be wrong about its place.`,
      };
    }
    case 'same-surroundings':
      return {
        hi: `आसपास: बोर्ड के चारों ओर वही दिखता है जो ${signal.name.hi} की फ़ोटो में। दोनों फ़ोटो मिलाएँ।`,
        en: `Surroundings: around the board it shows the same as the picture of ${signal.name.en}. Compare the two.`,
      };
    case 'board': {
      const { hi, en } = likenessWords[signal.finding];
      return {
        hi: `बोर्ड: ${hi} धुंधली या अँधेरी फ़ोटो में मिलान गलत भी हो सकता है।`,
        en: `Board: ${en} In a blurred or dark picture the comparison may also be wrong.`,
      };
    }
    case 'dots':
      return {
        hi: 'बिंदु: समतल जगहों पर बराबर दूरी की महीन धारियाँ हैं, जैसे स्क्रीन या छपे चित्र की फ़ोटो में। बारीक जाली या कपड़े से भी ऐसा होता है।',
        en: 'Dots: even areas bear fine regular stripes, as in a picture of a screen or of a print. A fine mesh or cloth does that as well.',
      };
    case 'edited':
      return {
        hi: `फ़ाइल: ${signal.editor} से सहेजी गई। केवल काटने या घुमाने पर भी ऐसा होता है।`,
        en: `File: saved with ${signal.editor}. Merely cutting or turning it does that as well.`,
      };
    case 'quick':
      return {
        hi: `समय: ${quickMinutes} मिनट में इसी अधिकारी की ${signal.boards} अलग थानों की फ़ोटो। जिस फ़ोटो में समय नहीं, उसका भेजने का समय गिना गया।`,
        en: `Time: ${signal.boards} stations’ pictures by this officer within ${quickMinutes} minutes. Where a picture says no time, that of sending counts.`,
      };
  }
}

/** Below ten with a decimal. */
function roundKm(km: number): string {
  return km < 10 ? km.toFixed(1) : String(Math.round(km));
}
