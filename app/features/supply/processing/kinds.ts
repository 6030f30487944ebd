/** Rows of the form. */
export const inputsAtMost = 4;
export const outputsAtMost = 3;
