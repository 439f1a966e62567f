/** For a route whose answer is text that is ready: it is not parsed and serialized for each reader; a refusal is. */
export const readyText = {
  serializerCompiler: ({ httpStatus }: { httpStatus?: string }) =>
    httpStatus === '200' ? (text: unknown) => text as string : JSON.stringify,
};
