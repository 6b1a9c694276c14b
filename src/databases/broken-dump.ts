/** A dump that isn't what its tool writes, or not all of it. Its message says where: ready to show, without a full stop. */
export class BrokenDump extends Error {
  override readonly name = 'BrokenDump';
}
