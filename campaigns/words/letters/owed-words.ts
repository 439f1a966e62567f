/** The letter that reminds an office of directions that are due or late. */
export const owedWords = {
  hi: {
    due: (count: string) => `${count} सूचना सात दिन में देय`,
    late: (count: string) => `${count} विलंबित`,
    subject: (what: string) => `निर्देशों का अनुपालन: ${what}`,
    opening: (office: string, today: string) =>
      `${office} से अपेक्षित अनुपालन की ${today} की स्थिति नीचे है। जिस निर्देश में कोई तिथि नहीं है, वह इसमें नहीं है।`,
    dueHead: 'सात दिन में देय:',
    lateHead: 'विलंबित:',
    by: (day: string) => `${day} तक`,
    was: (day: string) => `देय ${day}`,
    rest: (count: string) => `और ${count}`,
    button: 'निर्देश खोलें',
  },
  en: {
    due: (count: string) => `${count} due within seven days`,
    late: (count: string) => `${count} late`,
    subject: (what: string) => `Compliance with directions: ${what}`,
    opening: (office: string, today: string) =>
      `This is what is awaited from ${office}, as it stood on ${today}. Directions for which no date is stated are not among it.`,
    dueHead: 'Due within seven days:',
    lateHead: 'Late:',
    by: (day: string) => `by ${day}`,
    was: (day: string) => `was due on ${day}`,
    rest: (count: string) => `and ${count} more`,
    button: 'Open the directions',
  },
} as const;
