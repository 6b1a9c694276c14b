/** Names in an archive that hold what isn't the file's, each ended by NUL: beside the manifest in it, if there are any. */
export const SPOILED_NAME = 'unreadable';
