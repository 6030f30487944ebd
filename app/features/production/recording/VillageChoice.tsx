import type { Option } from "#app/forms/SelectField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Button } from "#app/ui/Button.tsx";

/** An officer first says for which village. */
export function VillageChoice({ villages }: { villages: Option[] }) {
  const { t } = useTranslation(["recording", "common"]);
  return (
    <form action="/record" className="flex max-w-xl flex-col gap-3">
      <label htmlFor="organization" className="font-medium">
        {t("forWhom")}
      </label>
      <select id="organization" name="organization" required className="control">
        <option value="">{t("common:choose")}</option>
        {villages.map(({ value, label }) => (
          <option key={value} value={value} lang="zh">
            {label}
          </option>
        ))}
      </select>
      <Button type="submit" variant="primary">
        {t("common:next")}
      </Button>
    </form>
  );
}
