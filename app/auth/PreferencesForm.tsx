import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import type { Preferences } from "./session.server.ts";

/** Sent whole, because the page comes back in another language. */
export function PreferencesForm({ preferences }: { preferences: Preferences }) {
  const { t } = useTranslation(["auth", "common"]);
  return (
    <form method="post" action="/preferences" className="flex max-w-xl flex-col gap-4">
      <input type="hidden" name="redirectTo" value="/account" />
      <Choice
        label={t("common:language")}
        name="language"
        chosen={preferences.language}
        options={[
          { value: "zh", label: "中文", lang: "zh" },
          { value: "en", label: "English", lang: "en" },
        ]}
      />
      <Choice
        label={t("account.unit.label")}
        name="unit"
        chosen={preferences.unit}
        options={(["jin", "kg"] as const).map((value) => ({ value, label: t(`account.unit.${value}`) }))}
      />
      <Choice
        label={t("common:theme.label")}
        name="theme"
        chosen={preferences.theme}
        options={(["system", "light", "dark"] as const).map((value) => ({
          value,
          label: t(`common:theme.${value}`),
        }))}
      />
      <div>
        <SubmitButton>{t("common:save")}</SubmitButton>
      </div>
    </form>
  );
}

type ChoiceProps = {
  label: string;
  name: string;
  chosen: string;
  options: { value: string; label: string; lang?: string }[];
};

function Choice({ label, name, chosen, options }: ChoiceProps) {
  return (
    <fieldset>
      <legend className="font-medium">{label}</legend>
      <div className="flex flex-wrap gap-x-6">
        {options.map((option) => (
          <label key={option.value} className="target flex items-center gap-2.5" lang={option.lang}>
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === chosen}
              className="size-5 shrink-0 lg:size-4.5"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
