/** So many days without a record of any kind, and a village is asked. */
export const silentDays = 7;
