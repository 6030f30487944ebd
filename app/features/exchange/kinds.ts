export const allImportKinds = ["members", "households", "sites"] as const;
export type ImportKind = (typeof allImportKinds)[number];
export const rowStatuses = ["new", "changes", "same", "warning", "error"] as const;
