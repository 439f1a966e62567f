/** A form with one file, as a browser sends it. */
export function toMultipart(
  content: string | Buffer,
  { name = 'list.csv', type = 'text/csv' } = {},
): { headers: { 'content-type': string }; payload: Buffer } {
  const boundary = 'a-boundary-of-this-test';
  const disposition = `content-disposition: form-data; name="file"; filename="${name}"`;
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([
      Buffer.from(`--${boundary}\r\n${disposition}\r\ncontent-type: ${type}\r\n\r\n`),
      Buffer.from(content),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  };
}
