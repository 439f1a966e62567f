import { fileURLToPath } from 'node:url';

export type MuktaWeight = '400Regular' | '700Bold';

/** The file of a weight of Mukta (SIL Open Font License: it may be embedded). */
export function muktaPath(weight: MuktaWeight): string {
  return fileURLToPath(
    import.meta.resolve(`@expo-google-fonts/mukta/${weight}/Mukta_${weight}.ttf`),
  );
}
