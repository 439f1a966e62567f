import { pairs } from '../pairs.ts';

/** The letter that reminds an office of directions that are due or late. */
export const owedWords = pairs({
  due: (count: string) => [`${count} सूचना सात दिन में देय`, `${count} due within seven days`],
  late: (count: string) => [`${count} विलंबित`, `${count} late`],
  subject: (what: string) => [`निर्देशों का अनुपालन: ${what}`, `Compliance with directions: ${what}`],
  opening: (office: string, today: string) => [
    `${office} से अपेक्षित अनुपालन की ${today} की स्थिति नीचे है। जिस निर्देश में कोई तिथि नहीं है, वह इसमें नहीं है।`,
    `This is what is awaited from ${office}, as it stood on ${today}. Directions for which no date is stated are not among it.`,
  ],
  dueHead: ['सात दिन में देय:', 'Due within seven days:'],
  lateHead: ['विलंबित:', 'Late:'],
  by: (day: string) => [`${day} तक`, `by ${day}`],
  was: (day: string) => [`देय ${day}`, `was due on ${day}`],
  rest: (count: string) => [`और ${count}`, `and ${count} more`],
  button: ['निर्देश खोलें', 'Open the directions'],
});
