/** Rows of a list page. */
export const rowsPerPage = 50;

/** A list says how many it finds up to here, and beyond only that there are more. */
export const countedAtMost = 10_000;
