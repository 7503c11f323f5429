/** Most boxes in one picture: where more would be needed, everything but the act itself is covered. */
export const MOST_BOXES = 500;
