/** A word and a name as a language joins them: the word before the name, or {name} in the word says where: {name} જિલ્લો. */
export function placedWord(word: string, name: string): string {
  return word.includes('{name}') ? word.replace('{name}', name) : `${word} ${name}`;
}
