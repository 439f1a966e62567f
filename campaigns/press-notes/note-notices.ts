import type { PressNoteStatus } from './note-status.ts';

const sampleNotice = 'नमूना – यह प्रेस नोट वास्तविक नहीं है और केवल प्रारूप दिखाने के लिए है।';

/** What stands above a note in the preview, in its files and in the text for WhatsApp, so that nobody prints it as it is. */
export function noteNotices(note: {
  sample: boolean;
  status: PressNoteStatus;
  /** Why it was cancelled. */
  remark: string;
}): string[] {
  return [
    ...(note.sample ? [sampleNotice] : []),
    ...(note.status === 'cancelled' ? [`निरस्त: ${note.remark}`] : []),
  ];
}
