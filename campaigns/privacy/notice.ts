/** Address of the notice for those who get messages, as it is written into the text of a message. */
export function noticeAddress(linkHost: string): string {
  return `${linkHost.toLowerCase()}${noticePath}`;
}

export const noticePath = '/sms-notice/';
