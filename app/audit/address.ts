/** Where a record that the log names can be seen; undefined where it has no page. */
export function addressOf(entry: { subjectKind: string; subjectId: string; organizationId: string | null }) {
  const { subjectKind, subjectId, organizationId } = entry;
  switch (subjectKind) {
    case "organization":
      return `/members/${subjectId}`;
    case "contact":
    case "membership":
    case "partnership":
      return organizationId ? `/members/${organizationId}` : undefined;
    case "household":
      return `/households/${subjectId}/edit`;
    case "site":
      return `/sites/${subjectId}`;
    case "permit":
      return `/permits/${subjectId}`;
    case "checklist":
      return "/admin/checklists";
    case "inspection":
      return `/inspections/${subjectId}`;
    case "hazard":
      return `/hazards/${subjectId}`;
    case "agreement":
      return `/agreements/${subjectId}`;
    case "shipment":
      return `/shipments/${subjectId}`;
    case "settlement":
      return `/settlements/${subjectId}`;
    case "alarm":
      return `/alarms/${subjectId}`;
    case "account":
      return `/admin/accounts/${subjectId}`;
    case "alliance":
      return "/admin/alliance";
    case "import":
      return `/imports/${subjectId}`;
  }
}
