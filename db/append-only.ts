/** Tables whose rows are written once: the app's database user may select and insert, and a trigger refuses the rest. */
export const appendOnlyTables = [
  "audit_log",
  "inspection_item",
  "hazard_step",
  "event",
  "event_lot",
  "entry",
  "lot_link",
  "agreement_version",
  "agreement_month",
  "agreement_gives",
  "agreement_consent",
  "advance",
];
