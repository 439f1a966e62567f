const irregular: Readonly<Record<string, string>> = {
  '1': 'पहला',
  '2': 'दूसरा',
  '3': 'तीसरा',
  '4': 'चौथा',
  '6': 'छठा',
};

/** A place in an order as one says it aloud: पहला, 65वाँ. */
export function hindiOrdinal(rank: string): string {
  return irregular[rank] ?? `${rank}वाँ`;
}
