// By itself: whoever shows these in a help text needs nothing else of this room.

/** From the checkout's root. */
export const DEFAULT_CONFIG = 'backup.yml';
export const DEFAULT_WORKFLOWS = '.github/workflows';
