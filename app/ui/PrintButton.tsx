import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Button } from "./Button.tsx";
import { useHydrated } from "./useHydrated.ts";

/** Opens the browser's print dialog; without a script the browser's own menu does. */
export function PrintButton() {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  if (!hydrated) return null;
  return (
    <Button icon="print" variant="primary" onClick={() => window.print()}>
      {t("print")}
    </Button>
  );
}
